import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Diagnostic, NativeExport } from '../native/compile.ts';
import { declarations, shim } from './bridge.ts';
import { bundle } from './bundle.ts';
import { type Checked, checkOrdinary } from './check.ts';
import { lower } from './lower/lower.ts';
import { runtime } from './modules.ts';
import { patchC } from './patch/patch.ts';
import { compileWithPorffor } from './porffor.ts';

const checks = `${runtime}bridge.ts`;

export interface OrdinaryInput {
	/** The app's main module, absolute. */
	readonly entry: string;
	/** What a bare specifier like `kernel:irq` stands for. */
	readonly paths: Readonly<Record<string, string>>;
	/** The exported functions of every native module that may be imported. */
	readonly exports: readonly NativeExport[];
	readonly isNative: (path: string) => boolean;
	/** Where the bundle is kept for whoever wants to look at it. */
	readonly outDir: string;
}

export interface OrdinaryOutput {
	readonly c: string;
	readonly nativeModules: readonly string[];
	readonly diagnostics: readonly Diagnostic[];
	readonly files: readonly string[];
}

/** What is wrong with the ordinary modules of a program, as far as that shows before Porffor compiles them. */
export function ordinaryMistakes(input: Omit<OrdinaryInput, 'outDir'>): readonly Diagnostic[] {
	return check(input).diagnostics;
}

function check({ entry, paths, exports, isNative }: Omit<OrdinaryInput, 'outDir'>): Checked {
	return checkOrdinary(entry, paths, path =>
		isNative(path) ? declarations(exports.filter(({ module }) => module === path)) : undefined,
	);
}

/** Compiles the ordinary program behind an app's main module to one C file. */
export async function buildOrdinary(input: OrdinaryInput): Promise<OrdinaryOutput> {
	const { entry, paths, exports, isNative, outDir } = input;
	const exportsOf = (path: string) => exports.filter(({ module }) => module === path);

	const { diagnostics: mistakes, plainLogs } = check(input);
	const bundled = await bundle({
		entry,
		paths,
		isNative,
		shim: path => shim(checks, exportsOf(path)),
		plainLogs,
	});
	const { nativeModules, files } = bundled;
	const diagnostics = mistakes.length > 0 ? mistakes : bundled.diagnostics;
	if (diagnostics.length > 0) return { c: '', nativeModules, files, diagnostics };

	const file = join(outDir, 'ordinary.js');
	writeFileSync(file, lower(bundled.js));
	const result = await compileWithPorffor(file);
	if ('message' in result) {
		const refusal = refusedByPorffor(entry, result.message);
		return { c: '', nativeModules, files, diagnostics: [refusal] };
	}
	return { c: patchC(result.c), nativeModules, files, diagnostics: [] };
}

function refusedByPorffor(entry: string, message: string): Diagnostic {
	return {
		code: 'OT9001',
		file: entry,
		line: 1,
		column: 1,
		length: 1,
		message: `Porffor does not compile this program: ${message}`,
		help: "Compare the build folder's ordinary.js with what docs/decisions says of Porffor.",
		frame: '',
	};
}
