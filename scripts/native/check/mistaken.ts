import ts from 'typescript';
import type { Position, Program } from '../c/ast.ts';
import { type CallGraph, type CallSite, callGraph } from '../call-graph.ts';
import type * as d from '../diagnostics.ts';
import { isOrdinary } from '../program.ts';
import { type InterruptCode, waysOfInterrupts } from './interrupts.ts';

/** What telling of a program with mistakes takes of its lowering. */
interface Lowering {
	readonly checker: ts.TypeChecker;
	readonly mistaken: Program['functions'];
	readonly symbolsOf: ReadonlyMap<ts.Node, readonly string[]>;
	position(node: ts.Node): Position;
}

/**
 * The call graph of a program with mistakes. An expression that is a mistake was not lowered, and the
 * calls in it neither, so direct calls are taken from the source as well. Ordinary functions are called
 * by their names, which no native function has for a symbol.
 */
export function mistakenCallGraph(lowered: Program, modules: Lowering): CallGraph {
	const graph = callGraph(lowered);
	const functions = new Map(graph.functions);
	for (const unit of modules.mistaken) functions.set(unit.symbol, unit);
	const sites = new Map(graph.sites);
	for (const [node, symbols] of modules.symbolsOf) {
		const written = sitesIn(node, modules);
		for (const symbol of symbols) sites.set(symbol, [...(sites.get(symbol) ?? []), ...written]);
	}
	return { functions, sites };
}

function sitesIn(owner: ts.Node, modules: Lowering): readonly CallSite[] {
	const found: CallSite[] = [];
	const visit = (node: ts.Node): void => {
		if (ts.isCallExpression(node)) {
			const targets = targetsOf(node, modules);
			if (targets.length > 0)
				found.push({ position: modules.position(node), targets, isIndirect: false });
		}
		ts.forEachChild(node, child => {
			if (!modules.symbolsOf.has(child)) visit(child);
		});
	};
	visit(owner);
	return found;
}

function targetsOf(call: ts.CallExpression, modules: Lowering): readonly string[] {
	const named = modules.checker.getSymbolAtLocation(call.expression);
	const isAlias = named !== undefined && (named.flags & ts.SymbolFlags.Alias) !== 0;
	const symbol = isAlias ? modules.checker.getAliasedSymbol(named) : named;
	const declaration = symbol?.valueDeclaration;
	if (!symbol || !declaration) return [];
	return isOrdinary(declaration.getSourceFile())
		? [symbol.name]
		: (modules.symbolsOf.get(declaration) ?? []);
}

/** Mistakes that are floating point: the one thing that native code has nowhere, and interrupts least. */
const floatingPoint = new Set(['NT2009', 'NT2012']);

/** How an interrupt comes to the function that computes with floating-point numbers, told once for each. */
export function chainsToFloatingPoint(
	graph: CallGraph,
	code: InterruptCode | undefined,
	modules: Lowering,
): (mistake: d.Mistake) => readonly string[] | undefined {
	const wayTo = code ? waysOfInterrupts(graph, code) : () => undefined;
	const told = new Set<ts.Node>();
	return ({ code, node }) => {
		const owner = ts.findAncestor(node, ancestor => modules.symbolsOf.has(ancestor));
		if (!floatingPoint.has(code) || !owner || told.has(owner)) return undefined;
		told.add(owner);
		return modules.symbolsOf
			.get(owner)
			?.map(wayTo)
			.find(chain => chain !== undefined);
	};
}
