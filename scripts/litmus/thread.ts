/** One thread on one of its ways: registers with what they depend on, its stores, and what it did to memory. */

import type { Instruction, Size } from './machine/instruction.ts';
import { type Initial, OwnStores } from './machine/memory.ts';
import type { Event, EventSet, Outcome } from './model/event.ts';
import { PreservedOrder } from './model/preserved.ts';

/** A function that a thread calls. */
export interface Step {
	readonly entry: number;
	readonly args: readonly bigint[];
	/** Where it ends, if it does not return. */
	readonly until?: number | undefined;
}

/** What a thread begins with. */
export interface Start {
	readonly steps: readonly Step[];
	/** Registers by number; those that are left out are 0. */
	readonly registers: Readonly<Record<number, bigint>>;
	readonly csrs: ReadonlyMap<number, bigint>;
}

/** Where a thread's function returns to: no instruction lies there. */
export const returned = 0x10;

/** The option that a load takes: its own thread's store, or another value. */
export type Choice = 'own' | bigint;

const [returnAddress, firstArgument] = [1, 10];

export class Thread {
	pc = returned;
	outcome: Outcome | undefined;
	steps = 0; // instructions so far
	readonly x: bigint[];
	readonly from: EventSet[]; // what each register depends on
	readonly csrs: Map<number, bigint>;
	readonly events: Event[];
	readonly frames: number[]; // where each call under way returns to
	readonly visits: Map<string, number>; // how often each load of a shared word was executed
	readonly stores: OwnStores;
	readonly order: PreservedOrder;
	/** The LR whose reservation stands, by its event. */
	reservation: { readonly event: number; readonly address: number } | undefined;
	#todo: readonly Step[];
	#until = returned;

	constructor(start: Start, copied?: Thread) {
		this.x = copied
			? [...copied.x]
			: Array.from({ length: 32 }, (_, at) => start.registers[at] ?? 0n);
		this.from = copied ? [...copied.from] : new Array(32).fill(0n);
		this.csrs = new Map(copied?.csrs ?? start.csrs);
		this.events = [...(copied?.events ?? [])];
		this.frames = [...(copied?.frames ?? [])];
		this.visits = new Map(copied?.visits);
		this.stores = copied?.stores.copy() ?? new OwnStores();
		this.order = copied?.order.copy() ?? new PreservedOrder();
		this.#todo = copied ? copied.#todo : start.steps;
		if (!copied) this.nextStep();
	}

	copy(start: Start): Thread {
		const copy = new Thread(start, this);
		copy.pc = this.pc;
		copy.steps = this.steps;
		copy.reservation = this.reservation;
		copy.#until = this.#until;
		return copy;
	}

	/** Has the function that runs come to its end? */
	isAtEnd(): boolean {
		return this.pc === this.#until;
	}

	/** Calls the next function, or ends with what the last one returned. */
	nextStep(): void {
		const [step, ...rest] = this.#todo;
		if (!step) {
			this.outcome = this.x[firstArgument] ?? 0n;
			return;
		}
		this.#todo = rest;
		this.pc = step.entry;
		this.#until = step.until ?? returned;
		this.set(returnAddress, BigInt(returned), 0n);
		for (const [at, value] of step.args.entries()) this.set(firstArgument + at, value, 0n);
	}

	set(register: number, value: bigint, from: EventSet): void {
		if (register === 0) return;
		this.x[register] = BigInt.asUintN(64, value);
		this.from[register] = from;
	}

	value(register: number): bigint {
		return this.x[register] ?? 0n;
	}

	dependsOn(register: number): EventSet {
		return this.from[register] ?? 0n;
	}

	/** The value of `size` bytes, extended as loads of words and less do. */
	setLoaded(register: number, value: bigint, size: Size, unsigned: boolean, event: number): void {
		const wide = unsigned ? value : BigInt.asIntN(size * 8, value);
		this.set(register, wide, 1n << BigInt(event));
	}

	/** Does a memory operation; the answer is its event. */
	perform(operation: {
		readonly instruction: Instruction & { readonly rs1: number };
		readonly address: number;
		readonly size: Size;
		readonly read?: { readonly value: bigint; readonly own: number | undefined };
		readonly written?: { readonly value: bigint; readonly from: EventSet };
		readonly paired?: number;
	}): number {
		const { instruction, address, size, read, written, paired } = operation;
		const { kind } = instruction;
		const annotation = kind === 'amo' || kind === 'lr' || kind === 'sc' ? instruction : undefined;
		const event = this.events.length;
		const both = annotation?.aq === true && annotation.rl;
		const before = this.order.add({
			address,
			size,
			reads: read !== undefined,
			writes: written !== undefined,
			acquire: annotation?.aq === true && (kind !== 'sc' || both),
			release: annotation?.rl === true && (kind !== 'lr' || both),
			addressFrom: this.dependsOn(instruction.rs1),
			dataFrom: written?.from ?? 0n,
			returns: read?.own,
			conditional: kind === 'sc',
			paired,
		});
		const { pc } = this;
		this.events.push({ pc, address, size, read, written: written?.value, before, paired });
		if (written) this.stores.store(address, size, written.value, event);
		return event;
	}

	/** What a load of this thread finds without other threads. */
	own(address: number, size: Size, initial: Initial) {
		return this.stores.load(address, size, initial);
	}
}
