import ts from 'typescript';
import type { Diagnostic, Finding, Mistake } from './diagnostics.ts';

const options: ts.CompilerOptions = {
	noLib: true,
	types: [],
	target: ts.ScriptTarget.ES2023,
	module: ts.ModuleKind.Preserve,
	moduleDetection: ts.ModuleDetectionKind.Force,
	strict: true,
	strictPropertyInitialization: false,
	noImplicitReturns: true,
	allowImportingTsExtensions: true,
	noEmit: true,
};

export interface Sources {
	readonly roots: readonly string[];
	readonly ambient: readonly string[];
	readonly paths: Readonly<Record<string, string>>;
	readonly readFile: (path: string) => string | undefined;
}

/** The native world as one tsc program. Nothing but `readFile` touches files. */
export function createNativeProgram(sources: Sources): ts.Program {
	const texts = new Map<string, string | undefined>();
	const readFile = (file: string): string | undefined => {
		if (!texts.has(file)) texts.set(file, sources.readFile(file));
		return texts.get(file);
	};
	const parsed = new Map<string, ts.SourceFile | undefined>();
	const paths = Object.fromEntries(
		Object.entries(sources.paths).map(([name, file]) => [name, [file]]),
	);
	const host: ts.CompilerHost = {
		fileExists: file => readFile(file) !== undefined,
		readFile,
		getSourceFile: (file, languageVersion) => {
			if (!parsed.has(file)) {
				const text = readFile(file);
				parsed.set(file, text === undefined ? undefined : parse(file, text, languageVersion));
			}
			return parsed.get(file);
		},
		getDefaultLibFileName: () => 'lib.d.ts',
		getCurrentDirectory: () => '/',
		getCanonicalFileName: file => file,
		useCaseSensitiveFileNames: () => true,
		getNewLine: () => '\n',
		writeFile: () => undefined,
		directoryExists: () => true,
		getDirectories: () => [],
	};
	return ts.createProgram([...sources.ambient, ...sources.roots], { ...options, paths }, host);
}

/** Comments are comments: tsc would parse those that look like documentation, and nobody asks for it. */
function parse(
	file: string,
	text: string,
	version: ts.ScriptTarget | ts.CreateSourceFileOptions,
): ts.SourceFile {
	const options = typeof version === 'object' ? version : { languageVersion: version };
	const jsDocParsingMode = ts.JSDocParsingMode.ParseNone;
	return ts.createSourceFile(file, text, { ...options, jsDocParsingMode }, true);
}

/** Whether `'use native';` is the first statement of a module. */
export function isNative(file: ts.SourceFile): boolean {
	const first = file.statements[0];
	return (
		first !== undefined &&
		ts.isExpressionStatement(first) &&
		ts.isStringLiteral(first.expression) &&
		first.expression.text === 'use native'
	);
}

/** Whether a module belongs to the ordinary world. */
export const isOrdinary = (file: ts.SourceFile): boolean =>
	!file.isDeclarationFile && !isNative(file);

/** A tsc diagnostic in our form. */
export function fromTypeScript(diagnostic: ts.Diagnostic): Diagnostic {
	const [first = '', ...rest] = ts
		.flattenDiagnosticMessageText(diagnostic.messageText, '\n')
		.split('\n');
	const message = first.endsWith('.') ? first : `${first}.`;
	const help = rest.at(-1)?.trim();
	const place = diagnostic.file
		? placeOf(diagnostic.file, diagnostic.start ?? 0, diagnostic.length ?? 1)
		: { file: '', line: 1, column: 1, length: 1, frame: '' };
	return { code: `TS${diagnostic.code}`, ...place, message, ...(help ? { help } : {}) };
}

/** One of our own mistakes, tied to its place. */
export function atPlace({ code, node, message, help }: Mistake): Diagnostic {
	const file = node.getSourceFile();
	const start = node.getStart(file);
	return { code, ...placeOf(file, start, node.getEnd() - start), message, help };
}

/** A source file, as far as showing a line of it needs. */
export type SourceText = Pick<ts.SourceFile, 'fileName' | 'text'>;

/** What a proof found, tied to a whole line of the file that it names. */
export function onLine(
	{ code, position, message, help, chain }: Finding,
	files: ReadonlyMap<string, SourceText>,
): Diagnostic {
	const file = files.get(position.file);
	const frame = file?.text.split(/\r?\n/)[position.line - 1] ?? '';
	const place = { file: file?.fileName ?? position.file, line: position.line, frame };
	const column = frame.length - frame.trimStart().length + 1;
	return { code, ...place, column, length: frame.trim().length, message, help, chain };
}

function placeOf(file: ts.SourceFile, start: number, length: number) {
	const { line, character } = file.getLineAndCharacterOfPosition(start);
	const frame = file.text.split(/\r?\n/)[line] ?? '';
	return { file: file.fileName, line: line + 1, column: character + 1, length, frame };
}
