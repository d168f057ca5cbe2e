/**
 * Every way that a thread can go: each load of a word that others write returns each value that one of them may
 * have written; an SC succeeds and fails. Whether these values fit together, model/solve.ts decides.
 */

import { amoResult, compute, holds } from './machine/compute.ts';
import type { Instruction, Size } from './machine/instruction.ts';
import type { Initial } from './machine/memory.ts';
import type { Program } from './machine/program.ts';
import type { Event, Outcome, Trace } from './model/event.ts';
import { type Choice, type Start, Thread } from './thread.ts';

/** What a thread runs in. */
export interface World {
	readonly program: Program;
	readonly memory: Initial;
	/** Values that other threads may have written to a word; empty if none writes it. */
	readonly others: (address: number, size: Size) => readonly bigint[];
	/** What a load of a device register gives. */
	readonly device: (address: number) => bigint;
	/** Where an instruction ends the thread because something went wrong. */
	readonly panics: ReadonlySet<number>;
	/** Functions that are not followed: a way that enters one of them is left out. */
	readonly leftOut: ReadonlySet<number>;
	/** How often one load of one shared word is followed, in one call: loops that wait end after this. */
	readonly visits: number;
	/** Whether an SC may fail although nobody came between. A loop that tries again then gains nothing by it. */
	readonly scMayFail: boolean;
}

export interface Explored {
	readonly traces: readonly Trace[];
	/** Ways that were not followed to their end, since they went round a loop too often: what they did so far. */
	readonly cut: readonly (readonly Event[])[];
	/** The instructions that were executed. */
	readonly executed: ReadonlySet<number>;
}

const memoryStart = 0x8000_0000;
const memoryEnd = 0xa000_0000;
const mostSteps = 20_000;
/** The same for words that nobody else writes: a loop that waits for one never ends. */
const mostVisits = 64;

/** Ends a way that is followed no further. */
const cutShort = Symbol('cut');

export function explore(start: Start, world: World): Explored {
	const traces: Trace[] = [];
	const executed = new Set<number>();
	const todo = [new Thread(start)];
	const cut: (readonly Event[])[] = [];
	for (let thread = todo.pop(); thread; thread = todo.pop()) {
		const outcome = run(thread, start, world, todo, executed);
		if (outcome === cutShort) cut.push(thread.events);
		else traces.push({ events: thread.events, outcome });
	}
	return { traces, cut, executed };
}

/** Runs a thread while there is no other, and no SC fails: the answer is where it ended. */
export function runAlone(start: Start, world: World): Thread {
	const thread = new Thread(start);
	const outcome = run(thread, start, world, [], new Set());
	if (typeof outcome !== 'bigint') throw new Error(`Setting up ended in a ${String(outcome)}.`);
	return thread;
}

function run(
	thread: Thread,
	start: Start,
	world: World,
	todo: Thread[],
	executed: Set<number>,
): Outcome | typeof cutShort {
	for (;;) {
		while (thread.isAtEnd() && thread.outcome === undefined) thread.nextStep();
		if (thread.outcome !== undefined) return thread.outcome;
		if (world.panics.has(thread.pc)) return 'panic';
		if (world.leftOut.has(thread.pc)) return cutShort;
		if (thread.pc < memoryStart || thread.pc >= memoryEnd) return 'fault';
		thread.steps += 1;
		if (thread.steps > mostSteps) return cutShort;
		executed.add(thread.pc);
		const instruction = world.program.instruction(thread.pc);
		const went = execute(instruction, thread, start, world, todo);
		if (went !== undefined) return went;
	}
}

type Ended = Outcome | typeof cutShort | undefined;

function execute(
	instruction: Instruction,
	thread: Thread,
	start: Start,
	world: World,
	todo: Thread[],
): Ended {
	const next = thread.pc + instruction.bytes;
	switch (instruction.kind) {
		case 'constant': {
			const base = instruction.relative ? BigInt(thread.pc) : 0n;
			thread.set(instruction.rd, base + instruction.value, 0n);
			break;
		}
		case 'immediate': {
			const { name, rd, rs1, value } = instruction;
			thread.set(rd, compute(name, thread.value(rs1), value), thread.dependsOn(rs1));
			break;
		}
		case 'register': {
			const { name, rd, rs1, rs2 } = instruction;
			const from = thread.dependsOn(rs1) | thread.dependsOn(rs2);
			thread.set(rd, compute(name, thread.value(rs1), thread.value(rs2)), from);
			break;
		}
		case 'jump':
			if (instruction.rd !== 0) thread.frames.push(next);
			thread.set(instruction.rd, BigInt(next), 0n);
			thread.pc += Number(instruction.offset);
			return undefined;
		case 'jumpTo': {
			const target = thread.value(instruction.rs1) + instruction.offset;
			thread.order.branch(thread.dependsOn(instruction.rs1));
			if (instruction.rd !== 0) thread.frames.push(next);
			else if (thread.frames.at(-1) === Number(target)) thread.frames.pop();
			thread.set(instruction.rd, BigInt(next), 0n);
			thread.pc = Number(BigInt.asUintN(64, target) & ~1n);
			return undefined;
		}
		case 'branch': {
			const { name, rs1, rs2, offset } = instruction;
			thread.order.branch(thread.dependsOn(rs1) | thread.dependsOn(rs2));
			const taken = holds(name, thread.value(rs1), thread.value(rs2));
			thread.pc = taken ? thread.pc + Number(offset) : next;
			return undefined;
		}
		case 'fence':
			thread.order.fence(instruction);
			break;
		case 'csr':
		case 'csrImmediate':
			executeCsr(instruction, thread);
			break;
		case 'wait':
			break;
		case 'trap':
			return 'trap';
		default:
			return access(instruction, thread, start, world, todo);
	}
	thread.pc = next;
	return undefined;
}

/** Control registers carry no dependency here: that orders less than the model does, never more. */
function executeCsr(
	instruction: Instruction & { readonly kind: 'csr' | 'csrImmediate' },
	thread: Thread,
): void {
	const old = thread.csrs.get(instruction.csr) ?? 0n;
	const operand = instruction.kind === 'csr' ? thread.value(instruction.rs1) : instruction.value;
	const changed = { w: operand, s: old | operand, c: old & ~operand }[instruction.name];
	thread.csrs.set(instruction.csr, changed);
	thread.set(instruction.rd, old, 0n);
}

type MemoryInstruction = Instruction & { readonly kind: 'load' | 'store' | 'lr' | 'sc' | 'amo' };

function access(
	instruction: MemoryInstruction,
	thread: Thread,
	start: Start,
	world: World,
	todo: Thread[],
): Ended {
	const offset =
		instruction.kind === 'load' || instruction.kind === 'store' ? instruction.offset : 0n;
	const address = Number(BigInt.asUintN(64, thread.value(instruction.rs1) + offset));
	if (address % instruction.size !== 0 || address < 0x1000 || address >= memoryEnd) return 'fault';
	if (address < memoryStart) return accessDevice(instruction, thread, world, address);
	if (instruction.kind === 'store') {
		const written = stored(instruction, thread);
		thread.perform({ instruction, address, size: instruction.size, written });
		thread.pc += instruction.bytes;
		return undefined;
	}
	if (instruction.kind === 'sc') {
		const { reservation } = thread;
		if (reservation?.address === address) {
			const succeeds = world.scMayFail ? thread.copy(start) : thread;
			conditionalStore(instruction, succeeds, address, reservation.event);
			if (!world.scMayFail) return undefined;
			todo.push(succeeds);
		}
		thread.reservation = undefined;
		thread.set(instruction.rd, 1n, 0n); // what an SC that failed gives depends on nothing
		thread.pc += instruction.bytes;
		return undefined;
	}
	const [first, ...others] = choices(instruction.size, thread, world, address);
	if (first === undefined) return cutShort;
	const mayChange = others.length > 0 || instruction.kind === 'lr'; // an SC may always fail
	const most = mayChange ? world.visits : mostVisits;
	if (visit(thread, address) > most) return cutShort;
	for (const choice of others) {
		const other = thread.copy(start);
		load(instruction, other, world, address, choice);
		todo.push(other);
	}
	load(instruction, thread, world, address, first);
	return undefined;
}

function conditionalStore(
	instruction: Instruction & { readonly kind: 'sc' },
	thread: Thread,
	address: number,
	paired: number,
): void {
	const { size } = instruction;
	const written = stored(instruction, thread);
	const event = thread.perform({ instruction, address, size, written, paired });
	thread.reservation = undefined;
	thread.set(instruction.rd, 0n, 1n << BigInt(event));
	thread.pc += instruction.bytes;
}

function stored(instruction: { readonly rs2: number; readonly size: Size }, thread: Thread) {
	const value = BigInt.asUintN(instruction.size * 8, thread.value(instruction.rs2));
	return { value, from: thread.dependsOn(instruction.rs2) };
}

/** What a load may return: its own thread's last store or, without one, the initial value; or another thread's. */
function choices(size: Size, thread: Thread, world: World, address: number): readonly Choice[] {
	const own = thread.own(address, size, world.memory);
	const others = world.others(address, size);
	if (own.bytes === size || others.length === 0) return ['own', ...others];
	return [...new Set([own.value, ...others])];
}

/** Counts how often this instruction has loaded this word, in this call. */
function visit(thread: Thread, address: number): number {
	const key = `${thread.frames.join()} ${thread.pc} ${address}`;
	const visits = (thread.visits.get(key) ?? 0) + 1;
	thread.visits.set(key, visits);
	return visits;
}

/** A load, an LR or an AMO that returns `choice`. */
function load(
	instruction: MemoryInstruction,
	thread: Thread,
	world: World,
	address: number,
	choice: Choice,
): void {
	const { size, bytes } = instruction;
	const found = thread.own(address, size, world.memory);
	const read =
		choice === 'own' ? { value: found.value, own: found.event } : { value: choice, own: undefined };
	if (instruction.kind === 'load') {
		const event = thread.perform({ instruction, address, size, read });
		thread.setLoaded(instruction.rd, read.value, size, instruction.unsigned, event);
	} else if (instruction.kind === 'lr') {
		const event = thread.perform({ instruction, address, size, read });
		thread.reservation = { event, address };
		thread.setLoaded(instruction.rd, read.value, size, false, event);
	} else if (instruction.kind === 'amo') {
		const operand = stored(instruction, thread);
		const value = amoResult(instruction.name, size, read.value, operand.value);
		const written = { value, from: operand.from };
		const event = thread.perform({ instruction, address, size, read, written });
		thread.setLoaded(instruction.rd, read.value, size, false, event);
	}
	thread.pc += bytes;
}

/** Devices are no part of the model: a load gives what the shape says, without a dependency. */
function accessDevice(
	instruction: MemoryInstruction,
	thread: Thread,
	world: World,
	address: number,
): Ended {
	if (instruction.kind === 'load') thread.set(instruction.rd, world.device(address), 0n);
	else if (instruction.kind !== 'store') return 'fault';
	thread.pc += instruction.bytes;
	return undefined;
}
