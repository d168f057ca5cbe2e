import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { modulePaths } from '../../scripts/modules.ts';
import type { InterruptCode } from '../../scripts/native/check/interrupts.ts';
import {
	compileNative,
	type NativeExport,
	type NativeOutput,
} from '../../scripts/native/compile.ts';
import { renderDiagnostic } from '../../scripts/native/render.ts';
import { repository } from '../../scripts/repository.ts';
import { hostFlags, tools } from '../../scripts/toolchain.ts';

const ambientFolder = join(repository, 'kernel/native');
const ambient = readdirSync(ambientFolder).map(name => join(ambientFolder, name));

/** The declarations, and the kernel's modules for a program that imports them by name. */
const isOurs = (path: string) => path.startsWith(join(repository, 'kernel/')) && existsSync(path);

/** Compiles native modules given as text, `main.ts` first. What is called `ordinary.ts` is no native one. */
export function compileText(
	sources: string | Readonly<Record<string, string>>,
	target: 'riscv64' | 'host' = 'host',
	mainModule?: string,
	interrupts?: InterruptCode,
): NativeOutput {
	const files = typeof sources === 'string' ? { 'main.ts': sources } : sources;
	const text = new Map(
		Object.entries(files).map(([name, source]) => [
			`/app/${name}`,
			name === 'ordinary.ts' ? source : `'use native';\n${source}`,
		]),
	);
	return compileNative({
		roots: ['/app/main.ts'],
		ambient,
		paths: modulePaths,
		bridged: ['/app/main.ts'],
		target,
		...(mainModule ? { mainModule } : {}),
		...(interrupts ? { interrupts } : {}),
		display: file => file.replace('/app/', ''),
		readFile: path => text.get(path) ?? (isOurs(path) ? readFileSync(path, 'utf8') : undefined),
	});
}

/** What the user sees of a program's mistakes. The directive that `compileText` adds is line 1. */
export function diagnosticsOf(sources: string | Readonly<Record<string, string>>): string {
	return compileText(sources)
		.diagnostics.map(diagnostic => renderDiagnostic(diagnostic, '/app'))
		.join('\n');
}

/** The diagnostics of programs with one mistake each, one after the other: all that the user sees. */
export const textsOf = (...programs: readonly string[]): string =>
	`\n${programs.map(diagnosticsOf).join('\n')}\n`;

export interface NativeProgram {
	/** Calls an exported function. A panic comes back as its text. */
	call(
		name: string,
		...operands: readonly (bigint | boolean)[]
	): bigint | boolean | string | undefined;
	/** Many calls, in one process. */
	callAll(
		calls: readonly (readonly [name: string, ...operands: readonly bigint[]])[],
	): readonly (bigint | string)[];
}

const folders: string[] = []; // of programs that may still be called

process.on('exit', () => {
	for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

/** Compiles exported native functions for this machine, with gcc's sanitizers on, and makes them callable. */
export function native(sources: string | Readonly<Record<string, string>>): NativeProgram {
	const output = compileText(sources);
	if (output.diagnostics.length > 0) {
		throw new Error(
			output.diagnostics.map(diagnostic => renderDiagnostic(diagnostic, '/app')).join('\n'),
		);
	}
	const folder = mkdtempSync(join(tmpdir(), 'trapline-native-'));
	folders.push(folder);
	writeFileSync(join(folder, 'program.c'), `${output.c}\n${driver(output.exports)}`);
	execFileSync(tools.hostGcc, [...hostFlags, '-o', 'program', 'program.c'], {
		cwd: folder,
		stdio: ['ignore', 'ignore', 'inherit'],
	});
	const run = (lines: readonly string[]) =>
		execFileSync(join(folder, 'program'), {
			input: `${lines.join('\n')}\n`,
			encoding: 'utf8',
			maxBuffer: 1 << 28,
		})
			.split('\x1e')
			.slice(0, -1);
	const callAll: NativeProgram['callAll'] = calls => {
		const answers = run(calls.map(call => call.join(' ')));
		return answers.map(answer => (/^-?\d+$/.test(answer) ? BigInt(answer) : answer));
	};
	return {
		callAll,
		call: (name, ...operands) => {
			const result = output.exports.find(candidate => candidate.name === name)?.result;
			const [answer] = callAll([[name, ...operands.map(BigInt)]]);
			if (result === 'boolean' && typeof answer === 'bigint') return answer !== 0n;
			return answer === '' ? undefined : answer;
		},
	};
}

/** A `main` that reads calls, one a line, and prints results, panics included, each before a record separator. */
function driver(exports: readonly NativeExport[]): string {
	const cases = exports.map(({ name, symbol, parameters, result }) => {
		const operands = parameters
			.map((parameter, i) => `(${cName(parameter.type)})a[${i}]`)
			.join(', ');
		const call = `${symbol}(${operands})`;
		const isSigned = result.startsWith('i');
		const print = isSigned
			? `printf("%ld\\x1e", (i64)${call});`
			: `printf("%lu\\x1e", (u64)${call});`;
		return `if (!strcmp(name, "${name}")) { ${result === 'void' || result === 'never' ? `${call}; putchar(0x1e);` : print} continue; }`;
	});
	return `
#include <stdio.h>
#include <string.h>
#include <stdlib.h>
#include <setjmp.h>
static jmp_buf panicked;
void panicMessage(string m, string f, u32 l) { printf("panic: %.*s (%.*s:%u)\\x1e", (int)m.length, m.bytes, (int)f.length, f.bytes, l); longjmp(panicked, 1); }
void panicIndex(u64 i, u64 n, string f, u32 l) { printf("panic: index %lu of %lu (%.*s:%u)\\x1e", i, n, (int)f.length, f.bytes, l); longjmp(panicked, 1); }
void panicDivision(string f, u32 l) { printf("panic: division by zero (%.*s:%u)\\x1e", (int)f.length, f.bytes, l); longjmp(panicked, 1); }
void printBegin(void) {}
void printEnd(void) {}
void printText(string t, u32 width) { printf("%*.*s", (int)width, (int)t.length, t.bytes); }
void printInteger(u64 v, bool negative, u32 base, u32 width, bool zeros) {
	char t[66]; int n = 0; u64 rest = v;
	do { t[n++] = "0123456789abcdef"[rest % base]; rest /= base; } while (rest);
	int count = n + negative;
	while (!zeros && count < (int)width) { putchar(' '); count++; }
	if (negative) putchar('-');
	while (zeros && count < (int)width) { putchar('0'); count++; }
	while (n) putchar(t[--n]);
}
int main(void) {
	static char line[4096];
	while (fgets(line, sizeof line, stdin)) {
		u64 a[16]; int n = 0; char *name = strtok(line, " \\n");
		for (char *t; (t = strtok(0, " \\n")) && n < 16;) a[n++] = t[0] == '-' ? (u64)strtoll(t, 0, 10) : strtoull(t, 0, 10);
		if (setjmp(panicked)) continue;
		${cases.join('\n\t\t')}
		fputs("no such function\\x1e", stdout);
	}
}
`;
}

const cName = (type: string) => (type === 'boolean' ? 'bool' : type);
