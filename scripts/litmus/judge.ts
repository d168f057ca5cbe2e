/** What becomes of a shape in an image: can it go wrong, can it go right? */

import { type Execution, findExecution, findWays, type Setting, type Ways } from './check.ts';
import { runAlone } from './explore.ts';
import { Memory } from './machine/memory.ts';
import type { Program } from './machine/program.ts';
import type { Outcome } from './model/event.ts';
import { type Call, type Shape, saw } from './shape.ts';
import type { Start, Step } from './thread.ts';

export interface Verdict {
	/** An execution that goes wrong; undefined if RVWMO allows none. */
	readonly wrong: Execution | undefined;
	/** One that goes as it should, by the path that the shape is about. */
	readonly right: Execution | undefined;
	/** Every instruction that some thread executes on some way. */
	readonly executed: ReadonlySet<number>;
	readonly ways: number;
}

const mostHarts = 8;
/** A stack for each hart, above everything that the image uses. */
const stackTop = 0x9f00_0000;
const stackSize = 0x1_0000;
/** The claim register of each hart's context. [PLIC] "Interrupt Claim Process" */
const claimRegisters = { start: 0xc20_0004, step: 0x2000 };

const registerNumbers = { sp: 2, gp: 3, tp: 4 } as const;

/** Runs a shape: `onlyWrong` leaves out what is not asked when an ordering was removed. */
export function judge(program: Program, shape: Shape, onlyWrong = false): Verdict {
	const setting = settingOf(program, shape);
	const ways = findWays(setting);
	const isWrong = shape.isWrong ?? anyIsWrong;
	const isRight = shape.isRight ?? allAreRight;
	const last = new Map(
		shape.last?.map(({ symbol, offset, value }) => [program.address(symbol) + offset, value]),
	);
	return {
		wrong:
			findExecution(ways, outcomes => isWrong(outcomes), last) ??
			findExecution(ways, outcomes => outcomes.some(each => typeof each !== 'bigint')),
		right: onlyWrong ? undefined : findExecution(ways, isRight),
		executed: ways.executed,
		ways: count(ways),
	};
}

function anyIsWrong(outcomes: readonly Outcome[]): boolean {
	return outcomes.includes(saw.wrong);
}

function allAreRight(outcomes: readonly Outcome[]): boolean {
	return outcomes.every(outcome => outcome === saw.right);
}

function count({ threads }: Ways): number {
	return threads.reduce((product, traces) => product * traces.length, 1);
}

/** The functions that end in a panic. */
const panicSymbols = ['panicMessage', 'panicIndex', 'panicDivision', 'panic__raise'];

/** Where a hart waits for a `SpinLock` that is taken. */
const waitSymbol = 'spin_lock__SpinLock_0wait';

function settingOf(program: Program, shape: Shape): Setting {
	const memory = new Memory(address => program.word(address));
	const harts = shape.harts.map((_, hart) => hartOf(program, memory, hart));
	const setting: Setting = {
		program,
		memory,
		threads: [],
		device: address => (isClaim(address) ? (shape.claims ?? 0n) : 0n),
		panics: new Set(panicSymbols.flatMap(symbol => program.find(symbol) ?? [])),
		leftOut: new Set(shape.waits === true ? [] : [program.address(waitSymbol)]),
		visits: shape.looks ?? 1,
		scMayFail: false,
		watched: new Set(
			shape.last?.map(({ symbol, offset }) => program.address(symbol) + offset) ?? [],
		),
	};
	const prepared = harts.map((_, hart) => ({ name: 'kernelHart', args: [BigInt(hart)], hart }));
	for (const { hart, ...call } of [...prepared, ...(shape.setUp ?? [])]) {
		const own = harts[hart];
		if (own) own.csrs = setUp(setting, { ...own, steps: [stepOf(program, call)] });
	}
	return {
		...setting,
		threads: shape.harts.map((each, hart) => ({
			registers: harts[hart]?.registers ?? {},
			csrs: harts[hart]?.csrs ?? new Map(),
			steps: each.map(call => stepOf(program, call)),
		})),
	};
}

function isClaim(address: number): boolean {
	const context = (address - claimRegisters.start) / claimRegisters.step;
	return Number.isInteger(context) && context >= 0 && context < 2 * mostHarts;
}

function stepOf(program: Program, { name, args = [], until }: Call): Step {
	return {
		entry: program.address(name),
		args: args.map(each => (typeof each === 'string' ? BigInt(program.address(each)) : each)),
		until: until === undefined ? undefined : program.address(until),
	};
}

/** Runs one call, and keeps what it stored. The answer is the hart's control registers. */
function setUp(setting: Setting, start: Start): ReadonlyMap<number, bigint> {
	const thread = runAlone(start, { ...setting, others: () => [] });
	for (const [address, { value }] of thread.stores.entries()) {
		setting.memory.setByte(address, value);
	}
	return thread.csrs;
}

interface Hart {
	readonly registers: Readonly<Record<number, bigint>>;
	csrs: ReadonlyMap<number, bigint>;
}

/** What boot/start.S gives a hart: its registers, and its block of hart-local variables. */
function hartOf(program: Program, memory: Memory, hart: number): Hart {
	const blocks = program.address('tlsBlocks');
	const block = blocks + (hart * (program.address('tlsBlocksEnd') - blocks)) / mostHarts;
	const data = program.address('tlsDataStart');
	for (let at = data; at < program.address('tlsDataEnd'); at++) {
		memory.setByte(block + at - data, memory.byte(at));
	}
	const registers = {
		[registerNumbers.sp]: BigInt(stackTop - hart * stackSize),
		[registerNumbers.gp]: BigInt(program.address('__global_pointer$')),
		[registerNumbers.tp]: BigInt(block),
	};
	return { registers, csrs: new Map() };
}
