import ts from 'typescript';
import { type Bridged, exposeBridged } from './bridge.ts';
import { printProgram } from './c/print.ts';
import { type CallGraph, callGraph } from './call-graph.ts';
import { checkEscapes } from './check/escape.ts';
import { checkInterruptCode, type InterruptCode } from './check/interrupts.ts';
import * as d from './diagnostics.ts';
import { ModuleLowering } from './lower/module.ts';
import { lowerModule, readExports } from './lower/source-file.ts';
import { visitors } from './lower/visitors.ts';
import {
	atPlace,
	createNativeProgram,
	isNative,
	onLine,
	type Sources,
	typeErrors,
} from './program.ts';

export type { Bridged as NativeExport } from './bridge.ts';
export type { Diagnostic } from './diagnostics.ts';

export interface NativeInput extends Sources {
	/** Native modules whose exported functions ordinary code calls. */
	readonly bridged: readonly string[];
	/** A native app's main.ts: its exported `main` gets the C symbol `main`. */
	readonly mainModule?: string;
	readonly target: 'riscv64' | 'host';
	/** How a file is named in `#line` and panics. */
	readonly display?: (file: string) => string;
	/** What may run in an interrupt: then it is proved fit for that. */
	readonly interrupts?: InterruptCode;
}

export interface NativeOutput {
	/** One translation unit of GNU C; empty if there are diagnostics. */
	readonly c: string;
	readonly exports: readonly Bridged[];
	readonly diagnostics: readonly d.Diagnostic[];
	/** Every file that was read into the program. */
	readonly files: readonly string[];
	/** Who calls whom, for proofs about the image. */
	readonly graph: CallGraph;
}

/** Compiles native TypeScript to C: check, lower, print. Pure: nothing but `readFile` touches the world. */
export function compileNative(input: NativeInput): NativeOutput {
	const program = createNativeProgram(input);
	const sources = program.getSourceFiles().filter(file => !file.isDeclarationFile);
	const files = program.getSourceFiles().map(file => file.fileName);
	const failed = (diagnostics: readonly d.Diagnostic[]): NativeOutput => ({
		c: '',
		exports: [],
		diagnostics,
		files,
		graph: { functions: new Map(), sites: new Map() },
	});

	const errors = typeErrors(program);
	if (errors.length > 0) return failed(errors);

	const checker = program.getTypeChecker();
	const display = input.display ?? (file => file);
	const modules = new ModuleLowering(checker, visitors, input.target, display);
	for (const file of sources) {
		if (!isNative(file))
			modules.report(d.missingDirective(file.statements[0] ?? file, file.fileName));
		readExports(file, modules);
	}
	if (input.mainModule) exposeMain(sources, input.mainModule, modules);
	const bridged = sources.filter(file => input.bridged.includes(file.fileName));
	const exports = bridged.flatMap(file => exposeBridged(file, modules));
	for (const file of sources) guarded(file, modules, () => lowerModule(file, modules));
	guarded(sources[0], modules, () => {
		modules.drain();
		modules.resolver.finish();
	});

	if (modules.mistakes.length > 0) return failed(modules.mistakes.map(atPlace).sort(byPlace));
	const lowered = {
		variables: modules.variables,
		functions: modules.functions,
		externals: modules.externals,
	};
	const graph = callGraph(lowered);
	const findings = [
		...checkEscapes(lowered),
		...(input.interrupts ? checkInterruptCode(graph, input.interrupts) : []),
	];
	if (findings.length > 0) {
		const byName = new Map(sources.map(file => [display(file.fileName), file]));
		return failed(findings.map(finding => onLine(finding, byName)).sort(byPlace));
	}
	return {
		c: printProgram(lowered, input.target),
		exports,
		diagnostics: [],
		files,
		graph,
	};
}

/** Turns what should not happen into a diagnostic. */
function guarded(
	file: ts.SourceFile | undefined,
	modules: ModuleLowering,
	lower: () => void,
): void {
	try {
		lower();
	} catch (error) {
		if (!file) throw error;
		modules.report(
			d.internal(file.statements[0] ?? file, error instanceof Error ? error.message : `${error}`),
		);
	}
}

function exposeMain(
	sources: readonly ts.SourceFile[],
	path: string,
	modules: ModuleLowering,
): void {
	const file = sources.find(candidate => candidate.fileName === path);
	const main = file?.statements.find(
		statement =>
			ts.isFunctionDeclaration(statement) &&
			statement.name?.text === 'main' &&
			(ts.getCombinedModifierFlags(statement) & ts.ModifierFlags.Export) !== 0,
	);
	if (!file) return;
	if (!main || !ts.isFunctionDeclaration(main)) {
		modules.report(d.missingMain(file.statements[0] ?? file));
		return;
	}
	const result = main.type && modules.resolver.value(main.type, new Map());
	if (main.parameters.length > 0 || result?.kind !== 'integer' || result.name !== 'i32') {
		modules.report(d.wrongMain(main.name ?? main));
	}
	modules.choose(main, 'main', main);
}

const byPlace = (a: d.Diagnostic, b: d.Diagnostic) =>
	a.file.localeCompare(b.file) || a.line - b.line || a.column - b.column;
