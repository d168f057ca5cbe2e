import ts from 'typescript';
import { type Bridged, exposeBridged } from './bridge.ts';
import type { Position, Program } from './c/ast.ts';
import { printProgram } from './c/print.ts';
import { type CallGraph, callGraph } from './call-graph.ts';
import { checkEscapes } from './check/escape.ts';
import { checkInterruptCode, type InterruptCode } from './check/interrupts.ts';
import { chainsToFloatingPoint, mistakenCallGraph } from './check/mistaken.ts';
import { checkShared } from './check/shared.ts';
import * as d from './diagnostics.ts';
import { ModuleLowering } from './lower/module.ts';
import { lowerModule, readExports } from './lower/source-file.ts';
import { visitors } from './lower/visitors.ts';
import { createNativeProgram, isNative, onLine, type Sources } from './program.ts';
import { refuseForms } from './refuse/forms.ts';
import { refuseOrdinaryImports } from './refuse/imports.ts';
import { byPlace, together } from './together.ts';
import { typeErrors } from './type-errors.ts';

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
	/**
	 * Takes the C as soon as there is some, so that gcc works beside tsc's check and the proofs. What it
	 * makes of the C is for the bin if there are diagnostics in the end.
	 */
	readonly onC?: (c: string) => void;
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
	/** Where the program names symbols of the linker. */
	readonly symbols: ReadonlyMap<string, Position>;
}

/**
 * Compiles native TypeScript to C: lower, print, check. Pure: nothing but `readFile` and `onC` touches
 * the world.
 */
export function compileNative(input: NativeInput): NativeOutput {
	const program = createNativeProgram(input);
	const sources = program.getSourceFiles().filter(isNative);
	const files = program.getSourceFiles().map(file => file.fileName);
	const checker = program.getTypeChecker();
	const display = input.display ?? (file => file);
	const modules = new ModuleLowering(checker, visitors, input.target, display);
	for (const file of sources) refuseForms(file, modules);
	for (const file of sources) {
		refuseOrdinaryImports(file, checker, modules.report);
		readExports(file, modules);
	}
	guarded(sources[0], modules, () => exposeMain(sources, input.mainModule, modules));
	const bridged = sources.filter(file => input.bridged.includes(file.fileName));
	const exports: Bridged[] = [];
	for (const file of bridged)
		guarded(file, modules, () => void exports.push(...exposeBridged(file, modules)));
	for (const file of sources) guarded(file, modules, () => lowerModule(file, modules));
	guarded(sources[0], modules, () => {
		modules.drain();
		modules.resolver.finish();
		if (modules.mistakes.length === 0) modules.checkChoices();
	});

	const { variables, functions, externals } = modules;
	const lowered = { variables, functions, externals };
	let text = '';
	let failure: unknown;
	try {
		if (modules.mistakes.length === 0) text = printProgram(lowered, input.target);
	} catch (error) {
		failure = error; // it may follow from what tsc is about to say
	}
	if (text !== '') input.onC?.(text);

	const { errors, unparsed } = typeErrors(program, modules.refused); // only now, while gcc works
	if (failure !== undefined && errors.length === 0) {
		guarded(sources[0], modules, () => {
			throw failure;
		});
	}
	const symbols = new Map(
		[...modules.symbols].map(([symbol, node]) => [symbol, modules.position(node)]),
	);
	const byName = new Map(sources.map(file => [display(file.fileName), file]));
	const isWhole = errors.length === 0 && modules.mistakes.length === 0;
	const { findings, graph } = prove(lowered, input.interrupts, isWhole ? undefined : modules);
	const chainOf = chainsToFloatingPoint(graph, input.interrupts, modules);
	const mistakes = together(errors, unparsed, modules.mistakes, chainOf);
	const all = [...mistakes, ...findings.map(finding => onLine(finding, byName))];
	if (all.length > 0)
		return { c: '', exports, diagnostics: all.sort(byPlace), files, graph: noGraph, symbols };
	return { c: text, exports, diagnostics: [], files, graph, symbols };
}

/**
 * The proofs about the lowered program. What could be lowered of a program with mistakes, those of
 * `mistaken`, is proved as far as that goes: what is missing there hides a finding, and makes none.
 */
function prove(
	lowered: Program,
	interrupts: InterruptCode | undefined,
	mistaken: ModuleLowering | undefined,
): { readonly findings: readonly d.Finding[]; readonly graph: CallGraph } {
	try {
		const graph = mistaken ? mistakenCallGraph(lowered, mistaken) : callGraph(lowered);
		const inInterrupts = interrupts ? checkInterruptCode(graph, interrupts) : [];
		const inMemory = [...checkEscapes(lowered), ...checkShared(lowered)];
		return { findings: [...inMemory, ...inInterrupts], graph };
	} catch (error) {
		if (!mistaken) throw error;
		return { findings: [], graph: noGraph };
	}
}

const noGraph: CallGraph = { functions: new Map(), sites: new Map() };

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
	path: string | undefined,
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
