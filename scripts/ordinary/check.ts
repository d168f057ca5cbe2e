import { dirname, join, resolve } from 'node:path';
import ts from 'typescript';
import type { Diagnostic } from '../native/compile.ts';
import { resolveImport, runtime } from './modules.ts';
import { findPlainLogs, type PlainLogs } from './plain-logs.ts';
import { refuse } from './refuse.ts';

const options: ts.CompilerOptions = {
	lib: ['lib.es2023.d.ts'],
	types: [],
	target: ts.ScriptTarget.ES2022,
	module: ts.ModuleKind.Preserve,
	moduleDetection: ts.ModuleDetectionKind.Force,
	strict: true,
	noImplicitReturns: true,
	allowImportingTsExtensions: true,
	skipLibCheck: true,
	noEmit: true,
};

export interface Checked {
	readonly diagnostics: readonly Diagnostic[];
	/** Calls of the console that a smaller function can do. */
	readonly plainLogs: PlainLogs;
}

/**
 * Checks the ordinary modules behind `entry` with tsc. `declarationsOf` gives what ordinary code sees of
 * a native module, or undefined for an ordinary one.
 */
export function checkOrdinary(
	entry: string,
	paths: Readonly<Record<string, string>>,
	declarationsOf: (path: string) => string | undefined,
): Checked {
	const host = ts.createCompilerHost(options);
	const { getSourceFile } = host;
	host.getSourceFile = (path, settings, ...rest) => {
		const text = path.includes('node_modules') ? undefined : declarationsOf(path);
		return text === undefined
			? getSourceFile(path, settings, ...rest)
			: ts.createSourceFile(path, text, settings);
	};
	host.resolveModuleNameLiterals = (literals, from, _redirected, settings) =>
		literals.map(({ text }) => resolveImport(text, from, paths, settings));

	const ambient = ['globals.d.ts', 'porffor.d.ts'].map(name => join(runtime, name));
	const program = ts.createProgram([entry, ...ambient], options, host);
	const mistakes = ts.getPreEmitDiagnostics(program).map(each => translate(each, entry));
	if (mistakes.length > 0) return { diagnostics: mistakes, plainLogs: new Map() };
	const files = program
		.getSourceFiles()
		.filter(file => !file.isDeclarationFile && !file.fileName.includes('node_modules'));
	return {
		diagnostics: files.flatMap(file => refuse(file, program)),
		plainLogs: findPlainLogs(program, files),
	};
}

function translate(
	{ file, start, length, code, messageText }: ts.Diagnostic,
	entry: string,
): Diagnostic {
	const place = file?.getLineAndCharacterOfPosition(start ?? 0);
	const line = place?.line ?? 0;
	return {
		code: `TS${code}`,
		file: resolve(dirname(entry), file?.fileName ?? entry),
		line: line + 1,
		column: (place?.character ?? 0) + 1,
		length: length ?? 1,
		message: ts.flattenDiagnosticMessageText(messageText, '\n'),
		frame: file?.text.split('\n')[line] ?? '',
	};
}
