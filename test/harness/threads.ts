/**
 * Native TypeScript as threads of this machine, or of an emulated AArch64: each exported function that
 * a test names is one thread's body, and what the bodies return comes back.
 */

import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { NativeExport } from '../../scripts/native/compile.ts';
import { renderDiagnostic } from '../../scripts/native/render.ts';
import { threadFlags, tools } from '../../scripts/toolchain.ts';
import { compileText } from './native.ts';

/** Where threads run. The sanitizer ends the program at the first data race. */
export const machines = {
	'x86-64': { gcc: tools.hostGcc, flags: [], command: [] },
	'x86-64 with -fsanitize=thread': {
		gcc: tools.hostGcc,
		flags: ['-fsanitize=thread'],
		command: [],
	},
	AArch64: { gcc: tools.armGcc, flags: ['-static'], command: [tools.armEmulator] },
} as const;

export type MachineName = keyof typeof machines;

/** A function that a thread runs, and its argument. */
export type Body = readonly [name: string, argument: number];

export interface Threads {
	/** Runs the bodies of each phase at the same time, one phase after the other; what they returned. */
	run(...phases: readonly (readonly Body[])[]): readonly bigint[];
	/** The same of a program that is expected to fail: what it said. */
	said(...phases: readonly (readonly Body[])[]): string;
}

const root = mkdtempSync(join(tmpdir(), 'trapline-threads-'));
process.on('exit', () => rmSync(root, { recursive: true, force: true }));

export function threads(sources: Readonly<Record<string, string>>, name: MachineName): Threads {
	const machine = machines[name];
	const output = compileText(sources);
	if (output.diagnostics.length > 0) {
		throw new Error(output.diagnostics.map(each => renderDiagnostic(each, '/app')).join('\n'));
	}
	const folder = mkdtempSync(join(root, 'program-'));
	writeFileSync(join(folder, 'program.c'), `${output.c}\n${driver(output.exports)}`);
	execFileSync(machine.gcc, [...threadFlags, ...machine.flags, '-o', 'program', 'program.c'], {
		cwd: folder,
		stdio: ['ignore', 'ignore', 'inherit'],
	});
	const start = (phases: readonly (readonly Body[])[]) => {
		const words = phases.map(bodies => bodies.flatMap(([body, argument]) => [body, `${argument}`]));
		const [program = '', ...rest] = [...machine.command, join(folder, 'program')];
		const args = [...rest, ...words.flatMap(phase => [...phase, 'then'])];
		const options = { encoding: 'utf8', timeout: 50_000 } as const;
		const result = spawnSync(program, args, options);
		// gcc 12's sanitizer has no place for its shadow if addresses are as random as some Linux makes them.
		return result.stderr.includes('unexpected memory mapping')
			? spawnSync('setarch', ['-R', program, ...args], options)
			: result;
	};
	return {
		run: (...phases) => {
			const { status, stdout, stderr, error } = start(phases);
			if (status !== 0) throw new Error(`The threads failed: ${error ?? stderr.slice(0, 4000)}`);
			return stdout.trimEnd().split('\n').map(BigInt);
		},
		said: (...phases) => start(phases).stderr,
	};
}

/** `program body argument … then body argument … then`: a thread for each pair, let go together. */
function driver(exports: readonly NativeExport[]): string {
	const cases = exports
		.filter(({ parameters, result }) => parameters.length === 1 && result === 'u64')
		.map(({ name, symbol }) => `if (!strcmp(name, "${name}")) return ${symbol};`);
	return `
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
void panicMessage(string m, string f, u32 l) { fprintf(stderr, "%.*s (line %u)", (int)m.length, m.bytes, l); abort(); }
void panicIndex(u64 i, u64 n, string f, u32 l) { fprintf(stderr, "index %lu of %lu (line %u)", i, n, l); abort(); }
void panicDivision(string f, u32 l) { fprintf(stderr, "division by zero (line %u)", l); abort(); }
typedef u64 (*Body)(u64);
static struct { Body body; u64 argument, result; pthread_t thread; } all[64];
static pthread_barrier_t gate;
static Body find(const char *name) {
	${cases.join('\n\t')}
	fprintf(stderr, "no such body: %s", name); exit(2);
}
static void *start(void *at) {
	u64 i = (u64)at;
	pthread_barrier_wait(&gate);
	all[i].result = all[i].body(all[i].argument);
	return 0;
}
static void phase(char **words, u64 bodies) {
	pthread_barrier_init(&gate, 0, bodies);
	for (u64 i = 0; i < bodies; i++) {
		all[i].body = find(words[2 * i]);
		all[i].argument = strtoull(words[2 * i + 1], 0, 10);
	}
	for (u64 i = 0; i < bodies; i++) pthread_create(&all[i].thread, 0, start, (void *)i);
	for (u64 i = 0; i < bodies; i++) pthread_join(all[i].thread, 0);
	for (u64 i = 0; i < bodies; i++) printf("%lu\\n", all[i].result);
	pthread_barrier_destroy(&gate);
}
int main(int count, char **words) {
	int first = 1;
	for (int i = 1; i < count; i++) {
		if (strcmp(words[i], "then")) continue;
		phase(words + first, (i - first) / 2);
		first = i + 1;
	}
}
`;
}
