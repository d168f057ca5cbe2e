/** Runs an image under the instruction clock, with or without a log of every instruction. */

import { rmSync } from 'node:fs';
import { instructionClock, qemu, qemuArguments } from '../scripts/qemu.ts';
import { runTool } from '../scripts/tool.ts';
import { readTrace } from './trace.ts';

export interface Run {
	/** What the guest reported: the instructions of each window, by name. */
	readonly windows: ReadonlyMap<string, number>;
	readonly pcs: readonly number[]; // empty without a log
}

/** One hart, so that the instructions are its own. */
export async function run(image: string): Promise<Run> {
	return { windows: await start(image, []), pcs: [] };
}

/** The same, one instruction at a time, every one of them logged. */
export async function runLogged(image: string): Promise<Run> {
	const log = `${image}.log`;
	const windows = await start(image, [...(await singleStep()), '-d', 'exec,nochain', '-D', log]);
	const pcs = readTrace(log);
	rmSync(log);
	return { windows, pcs };
}

async function start(image: string, extra: readonly string[]): Promise<Map<string, number>> {
	const output = await runTool(
		qemu,
		qemuArguments({ image, harts: 1, memory: '128M', extra: [...instructionClock, ...extra] }),
	);
	const lines = output.matchAll(/^(\S+) (\d+)$/gm);
	return new Map([...lines].map(([, id = '', count]) => [id, Number(count)]));
}

/** QEMU 8.1 renamed the option. */
export async function singleStep(): Promise<readonly string[]> {
	const help = await runTool(qemu, ['-help']);
	return help.includes('one-insn-per-tb') ? ['-accel', 'tcg,one-insn-per-tb=on'] : ['-singlestep'];
}
