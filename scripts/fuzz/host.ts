import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { compileNative, NativeOutput } from '../native/compile.ts';
import { hostFlags, tools } from '../toolchain.ts';
import { compileModule } from './compiler.ts';
import { answers, type Seen } from './outcome.ts';
import { type PrintedModule, prefixOf, printModule } from './print.ts';
import type { Program } from './tree.ts';

const run = promisify(execFile);

/** Why there is nothing to compare: a diagnostic for a correct program, or C that gcc refuses. */
export class Refused extends Error {}

/**
 * gcc's `bounds` looks at a nested index again for each level around it, which is nine tenths of its time
 * here. An index that is out of range shows as another trace, as no panic, or to the other sanitizers.
 */
const flags = [...hostFlags, '-fno-sanitize=bounds', '-g0', '-w'];

/** Runs programs on this machine, compiled by gcc with its sanitizers. */
export async function runOnHost(
	programs: readonly Program[],
	compile?: typeof compileNative,
): Promise<readonly Seen[]> {
	const printed = printModule(programs);
	const output = compileModule(printed.text, compile, printed.others);
	refuse(output, printed);
	const folder = mkdtempSync(join(tmpdir(), 'trapline-fuzz-'));
	try {
		writeFileSync(join(folder, 'fuzz.c'), `${output.c}\n${driver(output, programs.length)}`);
		const build = (...more: readonly string[]) =>
			run(tools.hostGcc, [...flags, ...more, '-o', 'fuzz', 'fuzz.c'], { cwd: folder });
		await build()
			.catch(error => {
				if (!String(error.stderr).includes('internal compiler error')) throw error;
				// That is a mistake of gcc's own optimiser, not of the C.
				return build('-O0');
			})
			.catch(error => {
				throw new Refused(`gcc: ${/error: .*/.exec(String(error.stderr))?.[0] ?? error.message}`);
			});
		let end = 'nothing, since an earlier program died';
		const { stdout } = await run(join(folder, 'fuzz'), [], {
			maxBuffer: 1 << 28,
			timeout: 600_000,
		}).catch((error: { stdout?: string; stderr?: string }) => {
			end = `died: ${/runtime error: .*|ERROR: .*/.exec(error.stderr ?? '')?.[0] ?? 'no reason given'}`;
			return { stdout: error.stdout ?? '' };
		});
		const { seen } = answers(stdout);
		return programs.map((_, i) => seen[i] ?? end);
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
}

export function refuse(
	output: Pick<NativeOutput, 'diagnostics'>,
	{ text, others }: PrintedModule,
): void {
	const [first] = output.diagnostics;
	if (!first) return;
	const source = [...others].find(([name]) => first.file.endsWith(name))?.[1] ?? text;
	const line = source.split('\n')[first.line - 1]?.trim();
	throw new Refused(`${first.code}: ${first.message} In: ${line}`);
}

/** A C `main` that calls each program once: what it prints, and then a line with the trace, and the panic. */
function driver({ exports }: NativeOutput, count: number): string {
	const symbolOf = (name: string) => exports.find(each => each.name === name)?.symbol ?? name;
	const now = `${symbolOf('traceNow')}()`;
	const panic = (text: string, values: string) =>
		`printf("= %lu ${text} (%.*s:%u)\\n", ${now}, ${values}(int)file.length, file.bytes, line); siglongjmp(panicked, 1);`;
	const calls = Array.from({ length: count }, (_, i) => {
		const main = symbolOf(`${prefixOf(i)}main`);
		return `if (!sigsetjmp(panicked, 1)) { setitimer(ITIMER_VIRTUAL, &patience, 0); ${symbolOf('traceStart')}(); ${main}(); printf("= %lu\\n", ${now}); } fflush(stdout);`;
	});
	return `
#include <stdio.h>
#include <setjmp.h>
#include <signal.h>
#include <sys/time.h>
static sigjmp_buf panicked;
/* Of processor time: on a busy machine the clock says nothing. */
static const struct itimerval patience = {{0, 0}, {3, 0}};
static void tooLong(int signal) { puts("= 0 runs on and on"); siglongjmp(panicked, 1); }
void panicMessage(string text, string file, u32 line) { ${panic('message', '')} }
void panicIndex(u64 index, u64 length, string file, u32 line) { ${panic('index %lu of %lu', 'index, length, ')} }
void panicDivision(string file, u32 line) { ${panic('division by zero', '')} }
void printBegin(void) {}
void printEnd(void) {}
void printText(string text, u32 width) { printf("%*.*s", (int)width, (int)text.length, text.bytes); }
void printInteger(u64 value, bool negative, u32 base, u32 width, bool zeros) {
	char text[66];
	int digits = 0;
	do { text[digits++] = "0123456789abcdef"[value % base]; value /= base; } while (value);
	for (int n = digits + negative; !zeros && n < (int)width; n++) putchar(' ');
	if (negative) putchar('-');
	for (int n = digits + negative; zeros && n < (int)width; n++) putchar('0');
	while (digits) putchar(text[--digits]);
}
int main(void) {
	signal(SIGVTALRM, tooLong);
	${calls.join('\n\t')}
}
`;
}
