import { readFileSync, rmSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { singleStep } from '../../bench/machine.ts';
import { type CodeRange, Program } from '../../bench/program.ts';
import { findApp } from '../../scripts/app.ts';
import { buildApp } from '../../scripts/build.ts';
import { instructionClock, qemu, qemuArguments } from '../../scripts/qemu.ts';
import { runTool } from '../../scripts/tool.ts';
import { tools } from '../../scripts/toolchain.ts';

/** One instruction that an interrupt executed, with the registers as they were before. */
interface Step {
	readonly text: string;
	readonly registers: readonly number[];
}

/** The handlers of the benchmark that are called in each kind of interrupt. */
const kinds = [
	['the software interrupt', 3, ['softwareHandler']],
	['the timer interrupt', 7, ['timerHandler']],
	['an external interrupt', 11, ['externalHandler']],
	['one of 1,023 lines', 11, ['lonelyHandler']],
	['a handler with data', 11, ['dataHandler']],
	['two handlers on a line', 11, ['secondOfTwo', 'firstOfTwo']],
	['four handlers on a line', 11, ['fourthOfFour', 'thirdOfFour', 'secondOfFour', 'firstOfFour']],
] as const;

const registerNames =
	'zero ra sp gp tp t0 t1 t2 s0 s1 a0 a1 a2 a3 a4 a5 a6 a7 s2 s3 s4 s5 s6 s7 s8 s9 s10 s11 t3 t4 t5 t6';
const registers = new Map(registerNames.split(' ').map((name, index) => [name, index]));

const plicCompletion = 0xc20_0004; // of hart 0 in machine mode

/** What executes between the vector and `mret`, interrupt by interrupt, the handlers left out. */
let interrupts: { readonly cause: number; readonly calls: Set<string>; readonly steps: Step[] }[];
let program: Program;

/** The text of every instruction of an image, by address. */
async function disassemble(image: string): Promise<ReadonlyMap<number, string>> {
	const listing = await runTool(tools.objdump, ['-d', '--no-show-raw-insn', image]);
	const lines = listing.matchAll(/^ *([0-9a-f]+):\t([^#<\n]+)/gm);
	return new Map(
		[...lines].map(([, at = '', text = '']) => [Number.parseInt(at, 16), text.trim()]),
	);
}

/** Every instruction of a log, with the registers that follow it there. */
function* stepsOf(log: string): Generator<{ pc: number; registers: number[] }> {
	for (const part of log.split(/^Trace \d+: \S+ \[[0-9a-f]+\//m).slice(1)) {
		if (/^(cpu_io_recompile|Stopped execution)/m.test(part)) continue; // it is logged again
		const values = [...part.matchAll(/ x\d+\/\S+\s+([0-9a-f]{16})/g)];
		if (values.length === 0) continue;
		yield {
			pc: Number.parseInt(part, 16),
			registers: values.map(([, value = '']) => Number.parseInt(value.slice(-8), 16)),
		};
	}
}

beforeAll(async () => {
	const image = await buildApp(findApp('bench/apps/instructions'));
	program = new Program(image);
	const texts = await disassemble(image);
	const log = `${image}.registers`;
	const vector = program.label('trapVector');
	const parts = ['softwareEntry', 'timerEntry', 'externalEntry'].map(name =>
		program.function(name),
	);
	for (const name of ['dispatchSoftware', 'dispatchTimer', 'dispatchExternal'])
		parts.push(program.function(name));
	for (const name of ['completeExternal', 'callWithData', 'callShared'])
		parts.push(program.function(name));
	const handlers = new Map(
		kinds.flatMap(([, , names]) => names).map(name => [name as string, program.function(name)]),
	);
	const ranges = [{ start: vector, end: vector + 64 }, ...parts, ...handlers.values()];
	const extra = [
		...instructionClock,
		...(await singleStep()),
		...['-d', 'exec,cpu,nochain', '-D', log],
		...[
			'-dfilter',
			ranges
				.map(({ start, end }) => `0x${start.toString(16)}..0x${(end - 1).toString(16)}`)
				.join(','),
		],
	];
	await runTool(qemu, qemuArguments({ image, harts: 1, memory: '128M', extra }));
	interrupts = [];
	for (const { pc, registers } of stepsOf(readFileSync(log, 'latin1'))) {
		const text = texts.get(pc) ?? '';
		if (pc >= vector && pc < vector + 64)
			interrupts.push({ cause: (pc - vector) / 4, calls: new Set(), steps: [] });
		const interrupt = interrupts.at(-1);
		const [handler] = [...handlers].find(([, range]) => isIn(range, pc)) ?? [];
		if (handler === undefined) interrupt?.steps.push({ text, registers });
		else interrupt?.calls.add(handler);
	}
	rmSync(log);
});

const isIn = ({ start, end }: CodeRange, pc: number) => pc >= start && pc < end;

/** The interrupt that called these handlers and no other. */
function interruptOf(cause: number, handlers: readonly string[]): readonly Step[] {
	const found = interrupts.filter(
		interrupt =>
			interrupt.cause === cause &&
			interrupt.calls.size === handlers.length &&
			handlers.every(name => interrupt.calls.has(name)),
	);
	expect(found).toHaveLength(1);
	const steps = found[0]?.steps ?? [];
	expect(steps.at(-1)?.text).toBe('mret');
	return steps;
}

/** Where a store goes, or undefined if it is no store. */
function storedAt({ text, registers: values }: Step): number | undefined {
	const [, offset, base = ''] = /^(?:c\.)?s[bhwd](?:sp)?\s+\w+,(-?\d+)\((\w+)\)/.exec(text) ?? [];
	return offset === undefined
		? undefined
		: (values[registers.get(base) ?? -1] ?? 0) + Number(offset);
}

describe.each(kinds)('dispatch of %s', (_kind, cause, handlers) => {
	test('has no lock, no lr, sc or AMO, and at most one fence for each word it acquires', () => {
		const steps = interruptOf(cause, handlers);
		const texts = steps.map(({ text }) => text.split(/\s/)[0] ?? '');
		const isData = handlers[0] !== undefined && /data|Of/.test(handlers[0]);

		expect(steps.length).toBeGreaterThan(20);
		expect(texts.filter(text => /^(lr|sc|amo\w+)\./.test(text))).toEqual([]);
		expect(texts.filter(text => text.startsWith('fence'))).toHaveLength(isData ? 2 : 1);
		expect(texts.filter(text => text.startsWith('csr'))).toHaveLength(2); // the stack, both ways
	});

	test("stores only to the hart's own interrupt stack and block, and completes at the PLIC", () => {
		const stack = program.label('stacksStart');
		const stores = interruptOf(cause, handlers).flatMap(step => {
			const address = storedAt(step);
			return address === undefined ? [] : [{ address, tp: step.registers[4] ?? 0 }];
		});
		const elsewhere = stores.filter(({ address, tp }) => {
			const isStack = address >= stack && address < program.label('stacksEnd');
			const isOwn = address >= tp && address < tp + program.label('tlsSize');
			return !isStack && !isOwn;
		});

		expect(stores.length).toBeGreaterThanOrEqual(8); // seven registers and a count
		expect(elsewhere.map(({ address }) => address)).toEqual(cause === 11 ? [plicCompletion] : []);
	});
});
