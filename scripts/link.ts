/**
 * C and assembly to an image. The image is linked twice: the backtrace table is made from the
 * addresses of the first link, and lies behind everything else, so that nothing moves in the second.
 */

import { readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { bootSources } from './boot.ts';
import { backtraceTable } from './image/backtrace-table.ts';
import { nameForDebugger } from './image/debug-names.ts';
import { repository } from './repository.ts';
import { runTool } from './tool.ts';
import {
	assemblyFlags,
	debugFlags,
	linkArguments,
	mapFlag,
	nativeFlags,
	ordinaryFlags,
	tools,
} from './toolchain.ts';

export type World = 'native' | 'ordinary';

/** What an image is for: to run fast, or to be stepped through. */
export type Purpose = 'run' | 'debug';

/** Compiles one C file of either half; the answer is the object's path. */
export async function compileC(
	half: World,
	source: string,
	purpose: Purpose = 'run',
): Promise<string> {
	const object = source.replace(/\.c$/, '.o');
	const native = purpose === 'run' ? nativeFlags : debugFlags;
	const flags = half === 'native' ? native : ordinaryFlags;
	// gdb finds the sources, which go by relative names, from the folder that gcc ran in.
	await runTool(tools.gcc, [...flags, '-c', source, '-o', object], { cwd: repository });
	return object;
}

/** Assembles `boot/*.S`; the answer is the objects' paths. */
export function assembleBoot(outDir: string): Promise<readonly string[]> {
	return Promise.all(bootSources().map(source => assemble(source, outDir)));
}

async function assemble(source: string, outDir: string): Promise<string> {
	const object = join(outDir, `${basename(source).replace(/\.[sS]$/, '')}.o`);
	await runTool(tools.gcc, [...assemblyFlags, '-c', source, '-o', object]);
	return object;
}

/** Addresses and names of every symbol, in order of address; weak and absolute ones included. */
function symbols(image: string): Promise<string> {
	return runTool(tools.nm, ['-n', image]);
}

/** The symbols below the table, which lies behind .bss. */
function belowTable(text: string): readonly string[] {
	const lines = text.split('\n');
	const end = lines.find(line => line.endsWith(' bssEnd'))?.slice(0, 16) ?? '';
	return lines.filter(line => line.slice(0, 16) < end);
}

export interface LinkedImage {
	readonly image: string; // its path
	readonly listing: string; // the disassembly, with its sources
	readonly symbols: string;
	readonly map: string; // which object each piece came from
}

/** Links the objects with a backtrace table. */
export async function link(
	world: World,
	objects: readonly string[],
	outDir: string,
): Promise<LinkedImage> {
	const first = join(outDir, 'first.elf');
	const image = join(outDir, 'second.elf');
	const table = join(outDir, 'backtrace.S');
	await runTool(tools.gcc, linkArguments(world, objects, first));
	writeFileSync(table, backtraceTable(first));
	const withTable = [...objects, await assemble(table, outDir)];
	const map = await runTool(tools.gcc, [...linkArguments(world, withTable, image), mapFlag]);

	const [before, after, listing] = await Promise.all([
		symbols(first),
		symbols(image),
		runTool(tools.objdump, ['-d', '--source', '--no-show-raw-insn', image]),
	]);
	const places = new Set(belowTable(before));
	const moved = belowTable(after).find(line => !places.has(line));
	if (moved !== undefined) throw new Error(`The backtrace table moved '${moved}' in ${image}.`);
	return { image, listing, symbols: after, map };
}

/**
 * Links once more, with names for gdb. The backtrace table was made before, since two functions may
 * have the same name in TypeScript, but not in C.
 */
export async function linkForDebugger(
	world: World,
	objects: readonly string[],
	outDir: string,
): Promise<void> {
	const native = join(outDir, 'native.o');
	const named = readFileSync(native);
	nameForDebugger(named);
	writeFileSync(native, named);
	const withTable = [...objects, join(outDir, 'backtrace.o')];
	await runTool(tools.gcc, linkArguments(world, withTable, join(outDir, 'second.elf')));
}
