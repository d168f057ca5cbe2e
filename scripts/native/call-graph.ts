import type * as c from './c/ast.ts';
import { childrenOf, partsOf } from './c/walk.ts';
import { type Call, FunctionFlow } from './function-flow.ts';

/** A place in a function that calls: one function by its name, or any of several through a pointer. */
export interface CallSite {
	/** The innermost statement around the call. */
	readonly position: c.Position;
	readonly targets: readonly string[]; // C symbols, sorted
	readonly isIndirect: boolean;
}

/** The call graph of a lowered program: the one source for every proof about it. */
export interface CallGraph {
	/** By C symbol. What is called and not in here was imported. */
	readonly functions: ReadonlyMap<string, c.FunctionUnit>;
	readonly sites: ReadonlyMap<string, readonly CallSite[]>;
}

export function callGraph(program: c.Program): CallGraph {
	const flow = new FunctionFlow(program);
	const functions = new Map(program.functions.map(unit => [unit.symbol, unit]));
	const sites = new Map<string, readonly CallSite[]>();
	for (const unit of program.functions) {
		const found: CallSite[] = [];
		const expression = (node: c.Expression, position: c.Position) => {
			if (node.kind === 'runtime') {
				const panic = panicBehind(node.name);
				if (functions.has(panic)) found.push({ position, targets: [panic], isIndirect: false });
			}
			if (node.kind === 'call') found.push(siteOf(node, position, flow));
			if (node.kind === 'sequence') {
				for (const inner of node.statements) statement(inner, position);
			}
			for (const child of childrenOf(node)) expression(child, position);
		};
		const statement = (node: c.Statement, outer: c.Position) => {
			const position = node.position ?? outer;
			const parts = partsOf(node);
			for (const inner of parts.expressions) expression(inner, position);
			for (const inner of parts.statements) statement(inner, position);
		};
		for (const node of unit.body) statement(node, unit.position);
		sites.set(unit.symbol, found);
	}
	return { functions, sites };
}

function siteOf(call: Call, position: c.Position, flow: FunctionFlow): CallSite {
	const isIndirect = call.callee.kind !== 'function';
	return { position, targets: [...flow.targets(call)].sort(), isIndirect };
}

/** What a function of the prelude ends in when its check fails. */
function panicBehind(name: string): string {
	if (name === 'checkIndex') return 'panicIndex';
	return name.startsWith('divide') || name.startsWith('remainder') ? 'panicDivision' : name;
}
