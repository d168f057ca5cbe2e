import type { Expression, Operand, Variable } from '../nodes.ts';
import { type Integer, isScalar, isSigned, type Scalar, wrap } from '../shapes.ts';
import type { Body, Clause, Statement } from '../tree.ts';
import { interesting } from './constants.ts';
import { Declarations, decided, depth, undecided } from './declarations.ts';
import type { Scope } from './scope.ts';
import type { Surroundings } from './views.ts';
import { Words } from './words.ts';

const labelNames = ['a', 'a_t1', 'a_t', 'a_t2', 'int'];

/** Makes statements; what they declare becomes visible to those after them. */
export class Statements extends Declarations implements Surroundings {
	readonly words = new Words(this);
	/** How many statements may still be made. */
	budget = 0;
	/** What the function being made returns; undefined in `main`. */
	result: Scalar | undefined;

	constructor(scope: Scope) {
		super(scope);
		this.expressions.more = (type, depth) =>
			this.random.chance(50) ? this.words.atomic(type, depth) : this.words.get(type);
	}

	/** A block of up to `count` statements. */
	body(count: number, nesting: number, kept?: string): Body {
		return this.scope.inBlock(() => this.statements(count, nesting), kept);
	}

	statements(count: number, nesting: number): Statement[] {
		const statements: Statement[] = [];
		for (let i = 0; i < count && this.budget > 0; i++) {
			this.budget--;
			const made = this.statement(nesting);
			if (made) statements.push(...(Array.isArray(made) ? made : [made]));
		}
		return statements;
	}

	statement(nesting: number): Statement | readonly Statement[] | undefined {
		const isDeep = nesting >= 3;
		const kind = this.random.weighted({
			declare: 18,
			object: 7,
			bind: 3,
			change: 34,
			point: 2,
			mention: 1,
			note: 8,
			if: isDeep ? 0 : 9,
			for: isDeep ? 0 : 6,
			loop: isDeep ? 0 : 5,
			switch: isDeep ? 0 : 4,
			block: isDeep ? 0 : 3,
			jump: 7,
			form: 26,
			return: this.result ? 1 : 0,
		});
		switch (kind) {
			case 'declare':
				return this.declare();
			case 'object':
				return this.object();
			case 'bind':
				return this.bind();
			case 'change':
				return this.#change();
			case 'point':
				return this.#point();
			case 'mention':
				return this.#mention();
			case 'note':
				return { kind: 'note', expression: this.expressions.of(this.type(), undecided) };
			case 'if':
				return {
					kind: 'if',
					condition: this.expressions.condition(depth),
					whenTrue: this.body(1 + this.random.below(3), nesting + 1),
					whenFalse: this.random.chance(50)
						? this.body(1 + this.random.below(3), nesting + 1)
						: undefined,
				};
			case 'for':
			case 'loop':
				return this.#loop(kind === 'for' ? 'for' : this.random.pick(['while', 'do']), nesting);
			case 'switch':
				return this.#switch(nesting);
			case 'block': {
				const label = this.#labels(false);
				const body = this.body(1 + this.random.below(3), nesting + 1);
				this.#unlabel(label);
				return { kind: 'block', label, body };
			}
			case 'jump':
				return this.#jump();
			case 'form':
				return this.#form(nesting);
			case 'return':
				return this.#ifThen(() => ({
					kind: 'return',
					value: this.expressions.of(this.result ?? 'u8', decided),
				}));
		}
	}

	/** What looks at the parts of objects, and what takes more than one statement. */
	#form(nesting: number): readonly Statement[] {
		const { words, random } = this;
		const isDeep = nesting >= 3;
		switch (
			random.weighted({
				...{ slice: 4, pointer: 4, destructure: 4, rebind: 2, choice: 3, atomically: 7 },
				...{ set: 5, print: 3, handler: isDeep ? 0 : 4 },
				...{ forOf: isDeep ? 0 : 6, enumeration: isDeep ? 0 : 5 },
			})
		) {
			case 'slice':
				return words.slice();
			case 'pointer':
				return words.pointer();
			case 'destructure':
				return words.destructure();
			case 'rebind':
				return words.rebind();
			case 'choice':
				return words.choice();
			case 'atomically':
				return words.atomically();
			case 'set':
				return words.set();
			case 'print':
				return words.print();
			case 'handler':
				return words.handler(nesting);
			case 'forOf':
				return words.forOf(nesting);
			case 'enumeration':
				return words.enumeration(nesting);
		}
	}

	/** Labels and body of a loop that declares something first. */
	loop(nesting: number, declare: () => void): { label: readonly string[]; body: Body } {
		return this.scope.inBlock(() => {
			declare();
			const label = this.#labels(true);
			this.scope.breakable.push('loop');
			const body = this.body(1 + this.random.below(3), nesting + 1);
			this.scope.breakable.pop();
			this.#unlabel(label);
			return { label, body };
		}, '*');
	}

	/** Wraps what ends a block, so that the rest can still be reached. */
	#ifThen(make: () => Statement): Statement {
		const condition = this.expressions.condition(2);
		const whenTrue = this.scope.inBlock(() => [make()]);
		return { kind: 'if', condition, whenTrue, whenFalse: undefined };
	}

	#change(): Statement {
		const random = this.random;
		const type = this.type();
		const effect =
			type === 'boolean'
				? undefined
				: random.chance(65)
					? this.expressions.effect(type, depth)
					: random.chance(50)
						? this.expressions.call(type, depth)
						: undefined;
		if (effect) return { kind: 'expression', expression: effect };
		const place = this.expressions.place(type, 1, true);
		if (!place) return this.declare();
		const value = this.expressions.of(type, decided);
		return { kind: 'expression', expression: { kind: 'assign', type, place, value } };
	}

	#point(): Statement | undefined {
		const { random, program } = this.scope;
		if (program.signatures.length === 0) return undefined;
		const shape = { signature: random.pick(program.signatures).name };
		const place = this.expressions.place(shape, 0, true);
		const other = place && this.expressions.operand(shape, 0);
		const value = other && random.chance(30) ? this.#chosen(other, shape) : other;
		return place && value && { kind: 'point', place, value };
	}

	/** One of two functions: of the same type to the compiler, so both take all parameters. */
	#chosen(whenTrue: Operand, shape: { readonly signature: string }): Operand {
		const whenFalse = this.expressions.operand(shape, 0);
		const isWhole = (operand: Operand | undefined) => {
			if (operand?.kind !== 'code') return operand !== undefined;
			const unit = this.scope.callable.find(({ name }) => name === operand.name);
			return unit !== undefined && !this.expressions.isShort(unit, shape.signature);
		};
		if (!whenFalse || !isWhole(whenTrue) || !isWhole(whenFalse)) return whenTrue;
		const condition = this.expressions.condition(1);
		return { kind: 'choice', condition, whenTrue, whenFalse };
	}

	#mention(): Statement | undefined {
		const paths = this.scope.paths(shape => !isScalar(shape) && !('atomic' in shape));
		if (paths.length === 0) return undefined;
		const place = this.expressions.build(this.random.pick(paths), 3);
		return place.kind === 'element' ? { kind: 'mention', place } : undefined;
	}

	#labels(isLoop: boolean): readonly string[] {
		const { random, labels } = this.scope;
		const free = labelNames.filter(name => !labels.some(label => label.name === name));
		const count = isLoop ? (random.chance(60) ? (random.chance(15) ? 2 : 1) : 0) : 1;
		const names = random.shuffled(free).slice(0, count);
		for (const name of names) labels.push({ name, isLoop });
		return names;
	}

	#unlabel(names: readonly string[]): void {
		for (const _ of names) this.scope.labels.pop();
	}

	#loop(kind: 'for' | 'while' | 'do', nesting: number): Statement {
		const { scope, expressions } = this;
		const random = this.random;
		const type = scope.integer();
		return scope.inBlock(() => {
			const counter: Variable = scope.variable(type, true);
			const rounds = BigInt(1 + random.below(4));
			const isUp = random.chance(70);
			const first = isUp ? wrap(type, interesting(random, type)) : rounds;
			const last = isUp ? wrap(type, first + rounds) : 0n;
			const constant = (value: bigint): Expression => ({
				...{ kind: 'constant', type, text: `${value}`, value, isOpen: true },
			});
			const place = { kind: 'variable', variable: counter } as const;
			const goesOn: Expression = {
				kind: 'compare',
				operator: isUp || isSigned(type) ? '!==' : '>',
				type: 'boolean',
				of: type,
				left: { kind: 'read', type, place },
				right: constant(last),
			};
			scope.declare(counter);
			const extra = random.chance(25) ? expressions.condition(2) : undefined;
			const condition: Expression = extra
				? { kind: 'logical', operator: '&&', type: 'boolean', left: goesOn, right: extra }
				: goesOn;
			const label = this.#labels(true);
			scope.breakable.push('loop');
			const kept = kind === 'for' ? undefined : counter.name; // A step stands in the body.
			const body = this.body(1 + random.below(4), nesting + 1, kept);
			scope.breakable.pop();
			this.#unlabel(label);
			const step = this.#step(type, place, isUp);
			return { kind, label, counter, start: constant(first), condition, step, body };
		});
	}

	#step(
		type: Integer,
		place: { readonly kind: 'variable'; readonly variable: Variable },
		isUp: boolean,
	): Expression {
		if (this.random.chance(25)) {
			const value: Expression = { kind: 'constant', type, text: '1', value: 1n, isOpen: true };
			return { kind: 'compound', operator: isUp ? '+' : '-', type, place, value };
		}
		const operator = isUp ? '++' : '--';
		return { kind: 'step', operator, isPrefix: this.random.chance(50), type, place };
	}

	#switch(nesting: number): Statement {
		const random = this.random;
		const type = this.scope.integer();
		const value: Expression = random.chance(60)
			? {
					kind: 'binary',
					operator: '&',
					type,
					left: this.expressions.integer(type, undecided),
					right: { kind: 'constant', type, text: '3', value: 3n, isOpen: true },
				}
			: { kind: 'seen', type, operand: this.expressions.integer(type, undecided) };
		const wanted = new Set<bigint | undefined>([
			...[0n, 1n, 2n, 3n].slice(0, 1 + random.below(4)),
			...(random.chance(40) ? [interesting(random, type)] : []),
			...(random.chance(70) ? [undefined] : []),
		]);
		const cases = random.shuffled([...wanted]);
		const label = this.#labels(true);
		for (const name of label) {
			const entry = this.scope.labels.find(each => each.name === name);
			if (entry) entry.isLoop = false;
		}
		this.scope.breakable.push('switch');
		const clauses: Clause[] = [];
		while (cases.length > 0) {
			const taken = cases.splice(0, random.chance(30) ? 2 : 1);
			const body = this.body(1 + random.below(2), nesting + 1);
			clauses.push({ cases: taken, body, hasBreak: cases.length > 0 || random.chance(50) });
		}
		this.scope.breakable.pop();
		this.#unlabel(label);
		return { kind: 'switch', label, value, clauses };
	}

	#jump(): Statement | undefined {
		const { random, labels, breakable } = this.scope;
		const kind = random.pick(['break', 'continue'] as const);
		const targets = labels.filter(({ isLoop }) => kind === 'break' || isLoop);
		if (targets.length > 0 && random.chance(65)) {
			const { name } = random.pick(targets);
			return this.#ifThen(() => ({ kind, label: name }));
		}
		const isInside = kind === 'break' ? breakable.length > 0 : breakable.includes('loop');
		return isInside ? this.#ifThen(() => ({ kind, label: undefined })) : undefined;
	}
}
