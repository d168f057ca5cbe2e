import type * as c from './c/ast.ts';
import { type FunctionType, typeName } from './types/machine-type.ts';

/** What a function may call, read from its body. */
export interface Calls {
	/** C symbols of functions called by name. */
	readonly direct: ReadonlySet<string>;
	/** The types of the function pointers called through, as `typeName` writes them. */
	readonly indirect: ReadonlySet<string>;
	/** C symbols of functions whose address is taken. */
	readonly taken: ReadonlySet<string>;
}

/** The call graph of a lowered program: the one source for every proof about it. */
export interface CallGraph {
	readonly calls: ReadonlyMap<string, Calls>;
	/** Functions whose address is taken anywhere, static storage included, by the type of pointer that may reach them. */
	readonly takenByType: ReadonlyMap<string, ReadonlySet<string>>;
}

export function callGraph(program: c.Program): CallGraph {
	const calls = new Map<string, Calls>();
	const takenByType = new Map<string, Set<string>>();
	const take = (name: string, type: FunctionType) => {
		const key = pointerKey(type);
		const known = takenByType.get(key) ?? new Set();
		takenByType.set(key, known.add(name));
	};
	for (const unit of program.functions) {
		const found = {
			direct: new Set<string>(),
			indirect: new Set<string>(),
			taken: new Set<string>(),
		};
		const visit = (node: c.Expression, isCallee: boolean) => {
			if (node.kind === 'function' && !isCallee) {
				found.taken.add(node.name);
				take(node.name, node.type);
			}
			if (node.kind === 'runtime') found.direct.add(panicBehind(node.name));
			if (node.kind !== 'call') return;
			if (node.callee.kind === 'function') found.direct.add(node.callee.name);
			else if (node.callee.type.kind === 'function')
				found.indirect.add(pointerKey(node.callee.type));
		};
		for (const statement of unit.body) walkStatement(statement, visit);
		calls.set(unit.symbol, found);
	}
	for (const variable of program.variables) {
		walkExpression(variable.initial, node => {
			if (node.kind === 'function') take(node.name, node.type);
		});
	}
	return { calls, takenByType };
}

/** Every function that may run once one of `roots` runs: calls through a pointer reach all of its type. */
export function reachable(graph: CallGraph, roots: Iterable<string>): ReadonlySet<string> {
	const seen = new Set<string>();
	const queue = [...roots];
	for (let symbol = queue.pop(); symbol !== undefined; symbol = queue.pop()) {
		if (seen.has(symbol)) continue;
		seen.add(symbol);
		const calls = graph.calls.get(symbol);
		queue.push(...(calls?.direct ?? []));
		for (const type of calls?.indirect ?? []) queue.push(...(graph.takenByType.get(type) ?? []));
	}
	return seen;
}

/** What a function of the prelude ends in when its check fails. */
function panicBehind(name: string): string {
	if (name === 'checkIndex') return 'panicIndex';
	return name.startsWith('divide') || name.startsWith('remainder') ? 'panicDivision' : name;
}

const pointerKey = (type: FunctionType) => typeName({ ...type, nullable: false });

type Visit = (node: c.Expression, isCallee: boolean) => void;

function walkExpression(node: c.Expression, visit: Visit, isCallee = false): void {
	visit(node, isCallee);
	for (const child of childrenOf(node))
		walkExpression(child, visit, node.kind === 'call' && child === node.callee);
	if (node.kind === 'sequence')
		for (const statement of node.statements) walkStatement(statement, visit);
}

function childrenOf(node: c.Expression): readonly c.Expression[] {
	switch (node.kind) {
		case 'unary':
		case 'cast':
			return [node.operand];
		case 'binary':
			return [node.left, node.right];
		case 'conditional':
			return [node.condition, node.whenTrue, node.whenFalse];
		case 'call':
			return [node.callee, ...node.operands];
		case 'runtime':
			return node.operands;
		case 'member':
			return [node.object];
		case 'element':
			return [node.array, node.index];
		case 'dereference':
			return [node.pointer];
		case 'address':
		case 'volatile':
			return [node.place];
		case 'assign':
			return [node.place, node.value];
		case 'initializer':
			return node.fields.map(([, value]) => value);
		case 'asm':
			return [...node.outputs, ...node.inputs].map(operand => operand.expression);
		case 'sequence':
			return node.result ? [node.result] : [];
		case 'literal':
		case 'null':
		case 'string':
		case 'name':
		case 'function':
		case 'symbol':
		case 'zero':
			return [];
	}
}

function walkStatement(statement: c.Statement, visit: Visit): void {
	const expressions = (...nodes: readonly (c.Expression | undefined)[]) => {
		for (const node of nodes) if (node) walkExpression(node, visit);
	};
	const statements = (...nodes: readonly (c.Statement | undefined)[]) => {
		for (const node of nodes) if (node) walkStatement(node, visit);
	};
	switch (statement.kind) {
		case 'expression':
			expressions(statement.expression);
			return;
		case 'declaration':
			expressions(statement.initial);
			return;
		case 'if':
			expressions(statement.condition);
			statements(statement.whenTrue, statement.whenFalse);
			return;
		case 'while':
		case 'do':
			expressions(statement.condition);
			statements(statement.body);
			return;
		case 'for':
			statements(...statement.initial, statement.body);
			expressions(statement.condition, statement.step);
			return;
		case 'switch':
			expressions(statement.value);
			statements(...statement.clauses.flatMap(clause => clause.statements));
			return;
		case 'return':
			expressions(statement.value);
			return;
		case 'block':
			statements(...statement.statements);
			return;
		case 'break':
		case 'continue':
		case 'goto':
		case 'label':
			return;
	}
}
