import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
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
import { answers, placed, type Seen, seen } from './outcome.ts';
import { moduleName, type PrintedModule, prefixOf, printModule } from './print.ts';
import type { Program } from './tree.ts';

const run = promisify(execFile);

/**
 * Runs programs as one native app in QEMU. The driver catches panics, so that all programs run; the last
 * one that panics comes at the end, and there the kernel's own panic ends the machine, and loses the trace.
 */
export async function runOnRiscv(programs: readonly Program[]): Promise<readonly Seen[]> {
	const printed = printModule(programs, [
		`import { consoleWriteByte } from 'native:console';`,
		`import { exportSymbol, importFunction } from 'native:link';`,
	]);
	const panics = programs.map(program => evaluate(program).panic !== undefined);
	const last = panics.lastIndexOf(true);
	const folder = mkdtempSync(join(tmpdir(), 'trapline-fuzz-'));
	try {
		const { seen: caught, rest } = answers(await boot(printed, programs.length, last, folder));
		return programs.map((program, i) => {
			if (i === last) return seen(evaluate(program).trace, ...kernelPanic(rest));
			return caught[last >= 0 && i > last ? i - 1 : i] ?? `died: ${rest.split('\n').at(-1)}`;
		});
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
}

/** The panic that the kernel reports, in the words of the reference, and what was printed before it. */
function kernelPanic(output: string): [panic: string, printed: string] {
	const report = /^panic: (.*)\n\s*at (?:.*\()?([^\s()]+:\d+)\)?/m.exec(output);
	if (!report) return [`none, but ${output.slice(-200)}`, ''];
	const [, text = '', place = ''] = report;
	const panic = `${text.replace(/ is out of range for length/, ' of')} (${place})`;
	return [placed(panic), output.slice(0, report.index)];
}

/** C below the app that calls each program once. gcc's own longjmp needs no library. */
function driver(count: number, last: number): string {
	const calls = Array.from(
		{ length: count },
		(_, i) =>
			`fuzzStart(); if (!__builtin_setjmp(fuzzCaught)) { fuzz_${i}(); fuzzEnd(0, 0, 0, 0, 0, 0); }`,
	);
	const caught = (name: string, parameters: string, kind: number, a: string, b: string) => `
_Noreturn void ${name}(${parameters}string file, u32 line) {
	if (!fuzzCatches) kernel_${name}(${parameters.replaceAll(/u64 |string /g, '')}file, line);
	fuzzEnd(${kind}, ${a}, ${b}, (u8 *)file.bytes, file.length, line);
	__builtin_longjmp(fuzzCaught, 1);
}`;
	return `
static void *fuzzCaught[5];
static bool fuzzCatches;
${caught('panicMessage', 'string message, ', 1, '0', '0')}
${caught('panicIndex', 'u64 index, u64 length, ', 2, 'index', 'length')}
${caught('panicDivision', '', 3, '0', '0')}
${Array.from({ length: count }, (_, i) => `static __attribute__((noinline)) void fuzzRun_${i}(void) { ${calls[i]} }`).join('\n')}
void fuzzAll(void) {
	fuzzCatches = 1;
	${Array.from({ length: count }, (_, i) => (i === last ? '' : `fuzzRun_${i}();`)).join('\n\t')}
	fuzzCatches = 0;
	${last < 0 ? '' : `fuzzStart(); fuzz_${last}();`}
}
`;
}

/** What the app adds to the programs: the way to the driver and back. */
const appOf = ({ text }: PrintedModule, count: number) => `${text}
function fuzzEnd(kind: u32, index: u64, length: u64, file: Ptr<u8>, size: usize, line: u32): void {
	if (kind === 0) print('= {}\\n', traceNow());
	else print('= {} ', traceNow());
	if (kind === 1) print('message');
	if (kind === 2) print('index {} of {}', index, length);
	if (kind === 3) print('division by zero');
	if (kind !== 0) { print(' ('); for (let i: usize = 0; i < size; i++) consoleWriteByte(file[i]); print(':{})\\n', line); }
}
exportSymbol('fuzzStart', traceStart);
exportSymbol('fuzzEnd', fuzzEnd);
${Array.from({ length: count }, (_, i) => `exportSymbol('fuzz_${i}', ${prefixOf(i)}main);`).join('\n')}
export function main(): i32 { const all = importFunction<() => void>('fuzzAll'); all(); return 0; }
`;

/** Builds the app, boots it, and gives what the console says. */
async function boot(
	printed: PrintedModule,
	count: number,
	last: number,
	folder: string,
): Promise<string> {
	const source = join(folder, 'fuzz');
	const outDir = join(folder, 'out');
	for (const path of [source, outDir]) mkdirSync(path);
	writeFileSync(join(source, moduleName), appOf(printed, count));
	for (const [name, text] of printed.others) writeFileSync(join(source, name), text);
	const assembled = assembleBoot(outDir);
	const native = await compileNativeHalf(findApp(source), outDir).catch((error: unknown) => {
		throw error instanceof Mistake ? new Refused(error.message) : error;
	});
	const c = readFileSync(native.source, 'utf8');
	const renamed = c.replaceAll(
		/^(_Noreturn void )(panic(?:Message|Index|Division))(\(.*\) \{)$/gm,
		'$1kernel_$2$3',
	);
	writeFileSync(native.source, `${renamed}\n${driver(count, last)}`);
	const object = await compileC('native', native.source).catch((error: Error) => {
		throw new Refused(`gcc: ${error.message}`);
	});
	const image = join(outDir, 'fuzz.elf');
	const objects = [...(await assembled), object];
	// The hart-local variables of all programs together may be too many: then half of them are run.
	await runTool(tools.gcc, linkArguments('native', objects, image)).catch((error: Error) => {
		throw new Refused(`ld: ${error.message}`);
	});
	const machine = qemuArguments({ image, harts: 1, memory: '128M' });
	// A panic ends QEMU with a status of its own, which is no failure here.
	const { stdout } = await run(qemu, machine, { timeout: 600_000, maxBuffer: 1 << 26 }).catch(
		(error: { stdout?: string }) => ({ stdout: error.stdout ?? '' }),
	);
	return stdout.replaceAll('\r', '');
}
