import type * as c from '../c/ast.ts';
import type { CallGraph, CallSite } from '../call-graph.ts';
import * as d from '../diagnostics.ts';

/** What the build knows about interrupts and the compiler cannot see in the program. */
export interface InterruptCode {
	/** C symbols of the functions that the trap vector calls. */
	readonly entries: readonly string[];
	/** C symbols that assembly defines and native code may call. */
	readonly assembly: readonly string[];
}

/** One call on the way from the trap vector to a mistake. */
interface Step {
	readonly caller: string;
	readonly callee: string;
	readonly site: CallSite;
}

/**
 * Proves of all code that may run in an interrupt that no function calls itself, not even by way of
 * others, and that nothing ordinary is called. A call through a pointer counts as calling all functions
 * that the pointer may hold (function-flow.ts).
 *
 * A panic in an interrupt is a call of `panicMessage` and its like, which raise an exception on another
 * stack and never return: the exception is an entry of its own.
 */
export function checkInterruptCode(graph: CallGraph, code: InterruptCode): readonly d.Finding[] {
	const roots = code.entries.filter(entry => graph.functions.has(entry));
	const arrivals = shortestWays(graph, roots);
	const findings: d.Finding[] = [];
	const assembly = new Set(code.assembly);
	for (const step of steps(graph, arrivals.keys())) {
		if (graph.functions.has(step.callee) || assembly.has(step.callee)) continue;
		const names = [nameOf(graph, step.caller), step.callee] as const;
		const chain = chainOf(graph, [...wayTo(step.caller, arrivals), step]);
		findings.push(d.ordinaryInInterrupt(step.site.position, chain, ...names));
	}
	const reported = new Set<string>();
	for (const symbol of arrivals.keys()) {
		const circle = reported.has(symbol) ? undefined : circleThrough(graph, symbol);
		const last = circle?.at(-1);
		if (!circle || !last) continue;
		for (const { caller } of circle) reported.add(caller);
		const chain = chainOf(graph, [...wayTo(symbol, arrivals), ...circle]);
		findings.push(d.recursionInInterrupt(last.site.position, chain, nameOf(graph, symbol)));
	}
	return findings;
}

/** How an interrupt comes to a function, one call a line; undefined if it does not. */
export function waysOfInterrupts(
	graph: CallGraph,
	code: InterruptCode,
): (symbol: string) => readonly string[] | undefined {
	const roots = code.entries.filter(entry => graph.functions.has(entry));
	const arrivals = shortestWays(graph, roots);
	return symbol => (arrivals.has(symbol) ? chainOf(graph, wayTo(symbol, arrivals)) : undefined);
}

/** For each function that can be reached, the last call on a shortest way to it; roots have none. */
function shortestWays(
	graph: CallGraph,
	roots: readonly string[],
): ReadonlyMap<string, Step | undefined> {
	const arrivals = new Map<string, Step | undefined>(roots.map(root => [root, undefined]));
	for (const symbol of arrivals.keys()) {
		for (const step of steps(graph, [symbol])) {
			const isNew = graph.functions.has(step.callee) && !arrivals.has(step.callee);
			if (isNew) arrivals.set(step.callee, step); // the iteration comes to it
		}
	}
	return arrivals;
}

function* steps(graph: CallGraph, callers: Iterable<string>): Iterable<Step> {
	for (const caller of callers) {
		for (const site of graph.sites.get(caller) ?? []) {
			for (const callee of site.targets) yield { caller, callee, site };
		}
	}
}

function wayTo(symbol: string, arrivals: ReadonlyMap<string, Step | undefined>): readonly Step[] {
	const way: Step[] = [];
	for (let step = arrivals.get(symbol); step; step = arrivals.get(step.caller)) way.unshift(step);
	return way;
}

/** The shortest way from a function back to itself. */
function circleThrough(graph: CallGraph, symbol: string): readonly Step[] | undefined {
	const arrivals = new Map<string, Step | undefined>();
	let callers: readonly string[] = [symbol];
	while (callers.length > 0 && !arrivals.has(symbol)) {
		const next: string[] = [];
		for (const step of steps(graph, callers)) {
			if (arrivals.has(step.callee)) continue;
			arrivals.set(step.callee, step);
			next.push(step.callee);
		}
		callers = next;
	}
	const last = arrivals.get(symbol);
	if (!last) return undefined;
	const circle = [last];
	for (let first = last; first.caller !== symbol; ) {
		const before = arrivals.get(first.caller);
		if (!before) break;
		circle.unshift(before);
		first = before;
	}
	return circle;
}

/** The calls as the user reads them. What only drops arguments on the way is not shown. */
function chainOf(graph: CallGraph, way: readonly Step[]): readonly string[] {
	return way
		.filter(({ caller }) => !adapterTarget(graph, caller))
		.map(({ caller, callee, site }) => {
			const verb = site.isIndirect ? 'calls, through a pointer,' : 'calls';
			const { file, line } = site.position;
			return `${nameOf(graph, caller)} ${verb} ${nameOf(graph, callee)} (${file}:${line})`;
		});
}

/** The function behind an adapter, which drops the arguments that it does not take. */
export function adapterTarget(graph: CallGraph, symbol: string): c.FunctionUnit | undefined {
	const unit = graph.functions.get(symbol);
	return unit && symbol.startsWith(`${unit.name}__as`) ? graph.functions.get(unit.name) : undefined;
}

/** A function as the user wrote it. */
export function nameOf(graph: CallGraph, symbol: string): string {
	return (adapterTarget(graph, symbol) ?? graph.functions.get(symbol))?.name ?? symbol;
}
