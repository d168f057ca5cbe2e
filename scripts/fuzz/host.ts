import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { compileNative, NativeOutput } from '../native/compile.ts';
import { hostFlags, tools } from '../toolchain.ts';
import { compileModule } from './compiler.ts';
import { type Seen, seen } from './outcome.ts';
import { type PrintedModule, prefixOf, printModule } from './print.ts';
import type { Program } from './tree.ts';

const run = promisify(execFile);

/** Why there is nothing to compare: a diagnostic for a correct program, or C that gcc refuses. */
export class Refused extends Error {}

/** Runs programs on this machine, compiled by gcc with its sanitizers. */
export async function runOnHost(
	programs: readonly Program[],
	compile?: typeof compileNative,
): Promise<readonly Seen[]> {
	const printed = printModule(programs);
	const output = compileModule(printed.text, compile);
	refuse(output, printed);
	const folder = mkdtempSync(join(tmpdir(), 'trapline-fuzz-'));
	try {
		writeFileSync(join(folder, 'fuzz.c'), `${output.c}\n${driver(output, programs.length)}`);
		const flags = [...hostFlags, '-g0', '-w'];
		await run(tools.hostGcc, [...flags, '-o', 'fuzz', 'fuzz.c'], { cwd: folder }).catch(error => {
			throw new Refused(`gcc: ${/error: .*/.exec(String(error.stderr))?.[0] ?? error.message}`);
		});
		const { stdout } = await run(join(folder, 'fuzz'), [], {
			maxBuffer: 1 << 28,
			timeout: 60_000,
		}).catch((error: { stdout?: string; stderr?: string }) => ({
			stdout: `${error.stdout ?? ''}died: ${/runtime error: .*|ERROR: .*/.exec(error.stderr ?? '')?.[0] ?? 'no reason given'}\n`,
		}));
		const lines = stdout.trimEnd().split('\n');
		return programs.map((_, i) => lines[i] ?? 'nothing, since an earlier program died');
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
}

export function refuse(output: Pick<NativeOutput, 'diagnostics'>, { text }: PrintedModule): void {
	const [first] = output.diagnostics;
	if (!first) return;
	const line = text.split('\n')[first.line - 1]?.trim();
	throw new Refused(`${first.code}: ${first.message} In: ${line}`);
}

/** A C `main` that calls each program once, and prints a line for it: the trace, and the panic. */
function driver({ exports }: NativeOutput, count: number): string {
	const symbolOf = (name: string) => exports.find(each => each.name === name)?.symbol ?? name;
	const now = `${symbolOf('traceNow')}()`;
	const format = seen(0n, '%.*s').replace('0', '%lu');
	const [before = '', after = ''] = format.split('%.*s');
	const panic = (text: string, values: string) =>
		`printf("${before}${text} (line %u)${after}\\n", ${now}, ${values}line); siglongjmp(panicked, 1);`;
	const calls = Array.from({ length: count }, (_, i) => {
		const main = symbolOf(`${prefixOf(i)}main`);
		return `if (!sigsetjmp(panicked, 1)) { alarm(3); ${symbolOf('traceStart')}(); ${main}(); printf("${seen(0n).replace('0', '%lu')}\\n", ${now}); } fflush(stdout);`;
	});
	return `
#include <stdio.h>
#include <setjmp.h>
#include <signal.h>
#include <unistd.h>
static sigjmp_buf panicked;
static void tooLong(int signal) { puts("runs on and on"); siglongjmp(panicked, 1); }
void panicMessage(string text, string file, u32 line) { ${panic('message', '')} }
void panicIndex(u64 index, u64 length, string file, u32 line) { ${panic('index %lu of %lu', 'index, length, ')} }
void panicDivision(string file, u32 line) { ${panic('division by zero', '')} }
int main(void) {
	signal(SIGALRM, tooLong);
	${calls.join('\n\t')}
}
`;
}
