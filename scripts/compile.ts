/** TypeScript to C: the kernel and an app, through both compilers, into `native.c` and `ordinary.c`. */

import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join, relative } from 'node:path';
import { type App, isNativeModule } from './app.ts';
import { interruptCode } from './boot.ts';
import { measuredPath, modulePaths } from './modules.ts';
import type { CallGraph } from './native/call-graph.ts';
import {
	compileNative,
	type Diagnostic,
	type NativeExport,
	type NativeOutput,
} from './native/compile.ts';
import type { SourceText } from './native/program.ts';
import { renderDiagnostic } from './native/render.ts';
import { byPlace } from './native/together.ts';
import { toolMistakes } from './native/tool-mistakes.ts';
import { nativeImports } from './ordinary/modules.ts';
import { repository } from './repository.ts';
import { Mistake } from './terminal.ts';
import { ToolFailure } from './tool.ts';

export interface CompiledNative {
	readonly source: string; // path of native.c
	readonly exports: readonly NativeExport[];
	readonly files: readonly string[]; // every file that the compiler opened
	readonly bridged: readonly string[];
	readonly graph: CallGraph;
	readonly symbols: NativeOutput['symbols'];
	readonly sources: ReadonlyMap<string, SourceText>; // by the names that stand in native.c
}

export interface CompiledOrdinary {
	readonly source: string; // path of ordinary.c
	readonly files: readonly string[];
}

function typeScriptIn(folder: string, ending: string): readonly string[] {
	const path = join(repository, folder);
	if (!existsSync(path)) return [];
	return readdirSync(path)
		.filter(name => name.endsWith(ending) && (ending === '.d.ts' || !name.endsWith('.d.ts')))
		.sort()
		.map(name => join(path, name));
}

function refuse(diagnostics: readonly Diagnostic[]): void {
	if (diagnostics.length === 0) return;
	const count = diagnostics.length === 1 ? 'One mistake' : `${diagnostics.length} mistakes`;
	const frames = [...diagnostics]
		.sort(byPlace)
		.map(diagnostic => renderDiagnostic(diagnostic, process.cwd()));
	throw new Mistake(`${count} in TypeScript, so there is no image.\n\n${frames.join('\n\n')}`);
}

/**
 * A source file as panics and gdb show it: below the repository, or below the app's folder. The image
 * holds no path of the machine that it was built on.
 */
function displayName(path: string, app: App): string {
	const inside = relative(repository, path);
	if (!inside.startsWith('..')) return inside;
	const below = relative(app.folder, path);
	return below.startsWith('..') ? basename(path) : join(basename(app.folder), below);
}

/** tsc's code for an import of what a module does not export. */
const noSuchExport = 'TS2305';

/** The mistakes in the ordinary modules of an app whose native ones have some, too. */
async function besides(app: App, exports: readonly NativeExport[]): Promise<readonly Diagnostic[]> {
	const { ordinaryMistakes } = await import('./ordinary/build.ts');
	const input = { entry: app.main, paths: modulePaths, exports, isNative: isNativeModule };
	// What a native module with mistakes would export, nobody knows.
	return ordinaryMistakes(input).filter(({ code }) => code !== noSuchExport);
}

/**
 * Compiles the kernel and the native modules of `app`. `onSource` hears of native.c as soon as it is
 * written, and before all checks are over: a `Mistake` may follow.
 */
export async function compileNativeHalf(
	app: App,
	outDir: string,
	isMeasured = false,
	onSource: (path: string) => void = () => {},
): Promise<CompiledNative> {
	const isNative = app.world === 'native';
	const bridged = isNative ? [] : await nativeImports(app.main, modulePaths);
	const source = join(outDir, 'native.c');
	const output = compileNative({
		roots: [
			join(repository, 'kernel/main.ts'),
			// A native image has no C library above these, but gcc may still ask for memcpy.
			...(isNative
				? [join(repository, 'kernel/libc/memory.ts')]
				: typeScriptIn('kernel/libc', '.ts')),
			...(isNative ? [app.main] : bridged),
		],
		ambient: typeScriptIn('kernel/native', '.d.ts'),
		paths: isMeasured ? { ...modulePaths, 'native:measure': measuredPath } : modulePaths,
		bridged,
		...(isNative ? { mainModule: app.main } : {}),
		target: 'riscv64',
		display: path => displayName(path, app),
		interrupts: interruptCode(),
		readFile: path => (existsSync(path) ? readFileSync(path, 'utf8') : undefined),
		onC: text => {
			writeFileSync(source, text);
			onSource(source);
		},
	});
	if (output.diagnostics.length > 0)
		refuse([...output.diagnostics, ...(isNative ? [] : await besides(app, output.exports))]);
	const { exports, files, graph, symbols } = output;
	const sources = files.map((fileName): [string, SourceText] => [
		displayName(fileName, app),
		{ fileName, text: readFileSync(fileName, 'utf8') },
	]);
	return { source, exports, files, bridged, graph, symbols, sources: new Map(sources) };
}

/**
 * Tells of the program's TypeScript what gcc or the linker has against its C: assembly that does not
 * assemble, symbols that nobody defines.
 */
export const inTypeScript =
	({ sources, symbols }: CompiledNative) =>
	(error: unknown): never => {
		if (error instanceof ToolFailure) {
			const output = error.output.replaceAll(`${repository}/`, '');
			refuse(toolMistakes(output, sources, symbols));
		}
		throw error;
	};

/** Compiles the ordinary modules of `app` and the kernel's runtime below them. */
export async function compileOrdinaryHalf(
	app: App,
	exports: readonly NativeExport[],
	outDir: string,
): Promise<CompiledOrdinary> {
	const { buildOrdinary } = await import('./ordinary/build.ts'); // It loads esbuild, which native apps do not need.
	const output = await buildOrdinary({
		entry: app.main,
		paths: modulePaths,
		exports,
		isNative: isNativeModule,
		outDir,
	});
	refuse(output.diagnostics);
	const source = join(outDir, 'ordinary.c');
	writeFileSync(source, output.c);
	return { source, files: output.files };
}
