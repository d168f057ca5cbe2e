import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { findApp } from '../app.ts';
import { compileNativeHalf } from '../compile.ts';
import { assembleBoot, compileC } from '../link.ts';
import { qemu, qemuArguments } from '../qemu.ts';
import { Mistake } from '../terminal.ts';
import { runTool } from '../tool.ts';
import { linkArguments, tools } from '../toolchain.ts';
import { evaluate } from './evaluate.ts';
import { Refused } from './host.ts';
import { type Seen, seen } from './outcome.ts';
import { type PrintedModule, prefixOf, printModule } from './print.ts';
import type { Program } from './tree.ts';

const run = promisify(execFile);

/**
 * Runs programs as one native app in QEMU. A panic ends the machine: of those that should panic, the
 * last one does, and for the others the reference is taken at its word.
 */
export async function runOnRiscv(programs: readonly Program[]): Promise<readonly Seen[]> {
	const { text, order, printed } = appOf(programs);
	const folder = mkdtempSync(join(tmpdir(), 'trapline-fuzz-'));
	try {
		const output = await boot(text, folder);
		const lines = output.split('\n');
		const answers = new Map(order.map((index, i) => [index, answerOf(lines.slice(i))]));
		return programs.map((program, i) => {
			const answer = answers.get(i);
			if (answer === undefined) return reference(program, printed);
			// What was noted before a panic is lost with the machine.
			const { panic } = answer;
			return panic === undefined ? answer.seen : seen(evaluate(program).trace, panic);
		});
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
}

function reference(program: Program, { lines }: PrintedModule): Seen {
	const { trace, panic } = evaluate(program);
	return seen(trace, panic && `${panic.text} (line ${lines.get(panic.node)})`);
}

/** The lines of one program: its trace, or what it noted until it panicked. */
function answerOf([first = 'died', next = '', place = '']: readonly string[]): {
	readonly seen: Seen;
	readonly panic?: string;
} {
	const trace = /^(\d+)$/.exec(first)?.[1];
	if (trace !== undefined) return { seen: seen(BigInt(trace)) };
	const panic = /^panic: (.*)$/.exec(first)?.[1] ?? /^panic: (.*)$/.exec(next)?.[1];
	const line = /:(\d+)$/.exec(first.startsWith('panic') ? next : place)?.[1];
	if (panic === undefined) return { seen: `died: ${first}` };
	const text = `${panic.replace(/ is out of range for length/, ' of')} (line ${line})`;
	return { seen: '', panic: text };
}

function appOf(programs: readonly Program[]) {
	const panics = programs.map(program => evaluate(program).panic !== undefined);
	const calm = programs.flatMap((_, i) => (panics[i] ? [] : [i]));
	const order = [...calm, ...panics.flatMap((isPanic, i) => (isPanic ? [i] : [])).slice(0, 1)];
	const imports = [`import { consoleWrite, writeDecimal } from 'native:console';`];
	const printed = printModule(programs, imports);
	const calls = order.map(
		i => `\ttraceStart(); ${prefixOf(i)}main(); writeDecimal(traceNow()); consoleWrite('\\n');`,
	);
	const text = [printed.text, 'export function main(): i32 {', ...calls, '\treturn 0;', '}', ''];
	return { text: text.join('\n'), order, printed };
}

/** Builds the app, boots it, and gives what the console says. */
async function boot(text: string, folder: string): Promise<string> {
	const source = join(folder, 'fuzz');
	const outDir = join(folder, 'out');
	for (const path of [source, outDir]) mkdirSync(path);
	writeFileSync(join(source, 'main.ts'), text);
	const assembled = assembleBoot(outDir);
	const native = await compileNativeHalf(findApp(source), outDir).catch((error: unknown) => {
		throw error instanceof Mistake ? new Refused(error.message) : error;
	});
	const object = await compileC('native', native.source).catch((error: Error) => {
		throw new Refused(`gcc: ${error.message}`);
	});
	const image = join(outDir, 'fuzz.elf');
	await runTool(tools.gcc, linkArguments('native', [...(await assembled), object], image));
	const machine = qemuArguments({ image, harts: 1, memory: '128M' });
	// A panic ends QEMU with a status of its own, which is no failure here.
	const { stdout } = await run(qemu, machine, { timeout: 60_000 }).catch(
		(error: { stdout?: string }) => ({ stdout: error.stdout ?? '' }),
	);
	return stdout.replaceAll('\r', '');
}
