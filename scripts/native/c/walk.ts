import type * as c from './ast.ts';

/** The expressions directly below an expression; what is inside a sequence is in its statements. */
export function childrenOf(node: c.Expression): readonly c.Expression[] {
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
		case 'elements':
			return node.values;
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

/** The expressions and statements directly below a statement. */
export function partsOf(statement: c.Statement): {
	readonly expressions: readonly c.Expression[];
	readonly statements: readonly c.Statement[];
} {
	switch (statement.kind) {
		case 'expression':
			return parts([statement.expression]);
		case 'declaration':
			return parts([statement.initial]);
		case 'if':
			return parts([statement.condition], [statement.whenTrue, statement.whenFalse]);
		case 'while':
		case 'do':
			return parts([statement.condition], [statement.body]);
		case 'for':
			return parts([statement.condition, statement.step], [...statement.initial, statement.body]);
		case 'switch':
			return parts(
				[statement.value],
				statement.clauses.flatMap(clause => clause.statements),
			);
		case 'return':
			return parts([statement.value]);
		case 'block':
			return parts([], statement.statements);
		case 'break':
		case 'continue':
		case 'goto':
		case 'label':
			return parts([]);
	}
}

const parts = (
	expressions: readonly (c.Expression | undefined)[],
	statements: readonly (c.Statement | undefined)[] = [],
) => ({
	expressions: expressions.filter(expression => expression !== undefined),
	statements: statements.filter(statement => statement !== undefined),
});
