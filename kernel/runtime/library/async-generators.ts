/**
 * Async generators, on Porffor's generators: an `await` in one is a `yield` of a mark, and whoever drives
 * the generator waits. [ECMA] "AsyncGenerator Objects".
 */

import { isGenerator } from './generators.ts';
import { type AnyIterator, iterator, returnFrom } from './iterators.ts';

type Result = { value?: unknown; done?: boolean };
type Kind = 'next' | 'throw' | 'return';

/** What an async generator waits for. */
class Await {
	readonly value: unknown;

	constructor(value: unknown) {
		this.value = value;
	}
}

export function awaiting(value: unknown): Await {
	return new Await(value);
}

interface Request {
	readonly kind: Kind;
	readonly value: unknown;
	readonly resolve: (result: Result) => void;
	readonly reject: (error: unknown) => void;
}

class AsyncGenerator {
	private readonly steps: AnyIterator;
	private waiting: Request[] = [];
	private isRunning = false;

	constructor(steps: AnyIterator) {
		this.steps = steps;
	}

	next(value?: unknown): Promise<Result> {
		return this.ask('next', value);
	}

	throw(value?: unknown): Promise<Result> {
		return this.ask('throw', value);
	}

	return(value?: unknown): Promise<Result> {
		return this.ask('return', value);
	}

	[Symbol.asyncIterator](): this {
		return this;
	}

	private ask(kind: Kind, value: unknown): Promise<Result> {
		return new Promise((resolve, reject) => {
			this.waiting.push({ kind, value, resolve, reject });
			if (!this.isRunning) this.serve();
		});
	}

	private serve(): void {
		const request = this.waiting[0];
		this.isRunning = request !== undefined;
		if (request === undefined) return;
		if (request.kind !== 'return') {
			this.step(request.kind, request.value);
			return;
		}
		Promise.resolve(request.value).then(
			value => this.step('return', value),
			error => this.step('throw', error),
		);
	}

	private step(kind: Kind, value: unknown): void {
		const steps = this.steps;
		let result: Result;
		try {
			if (kind === 'next') result = steps.next(value);
			else if (kind === 'return') result = returnFrom(steps, value);
			else result = (steps as Required<AnyIterator>).throw(value);
		} catch (error) {
			this.finish().reject(error);
			this.serve();
			return;
		}
		const yielded = result.value;
		if (!result.done && yielded instanceof Await) {
			Promise.resolve(yielded.value).then(
				settled => this.step('next', settled),
				error => this.step('throw', error),
			);
			return;
		}
		this.finish().resolve({ value: yielded, done: result.done === true });
		this.serve();
	}

	private finish(): Request {
		const request = this.waiting[0] as Request;
		this.waiting = this.waiting.slice(1);
		return request;
	}
}

/** The async generator whose body is the generator `steps`. */
export function asyncGenerator(steps: AnyIterator): AsyncGenerator {
	return new AsyncGenerator(steps);
}

interface AsyncSteps {
	next(value?: unknown): unknown;
	return?(value?: unknown): unknown;
}

/** Walks `x` in `for await`, by its async iterator or by the one of a list of promises. */
class AsyncCursor {
	value: unknown = undefined;
	private readonly steps: AsyncSteps;
	private readonly isAsync: boolean;
	private isOpen = true;

	constructor(x: unknown) {
		const make = (x as { [Symbol.asyncIterator]?: unknown })[Symbol.asyncIterator];
		this.isAsync = typeof make === 'function';
		this.steps = typeof make === 'function' ? make.call(x) : iterator(x);
	}

	/** What the loop has to wait for. */
	next(sent?: unknown): unknown {
		this.isOpen = false;
		if (this.isAsync) return this.steps.next(sent);
		const { value, done } = this.steps.next(sent) as Result;
		return Promise.resolve(value).then(settled => ({ value: settled, done }));
	}

	/** Takes what was waited for; false at the end. */
	accept(result: Result): boolean {
		if (typeof result !== 'object' || result === null) {
			throw new TypeError(`Iterator result ${String(result)} is not an object`);
		}
		this.value = result.value;
		this.isOpen = !result.done;
		return this.isOpen;
	}

	/** Tells the iterator that the loop was left before its end; to be waited for. */
	close(): unknown {
		const { isOpen, steps } = this;
		this.isOpen = false;
		if (!isOpen) return undefined;
		if (this.isAsync) return typeof steps.return === 'function' ? steps.return() : undefined;
		const it = steps as AnyIterator;
		return isGenerator(it) || typeof it.return === 'function'
			? returnFrom(it, undefined)
			: undefined;
	}
}

export function asyncCursor(x: unknown): AsyncCursor {
	return new AsyncCursor(x);
}
