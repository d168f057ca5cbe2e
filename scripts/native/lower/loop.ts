import ts from 'typescript';
import * as c from '../c/ast.ts';
import * as d from '../diagnostics.ts';
import { booleanType, integers, pointerTo, typeName } from '../types/machine-type.ts';
import { sliceLength, sliceStart } from './access.ts';
import type { Context, StatementVisitor } from './context.ts';
import { discard, discarded } from './discard.ts';
import { lowerCondition, lowerExpression } from './expression.ts';
import { giveUp, lowerPattern } from './pattern.ts';
import { lowerBody, lowerStatement } from './statement.ts';
import { lowerVariables } from './variable.ts';

export const lowerWhile: StatementVisitor<ts.WhileStatement> = (node, context) => [
	{
		kind: 'while',
		condition: lowerCondition(node.expression, context),
		body: lowerLoopBody(node, context),
	},
];

export const lowerDo: StatementVisitor<ts.DoStatement> = (node, context) => {
	const body = lowerLoopBody(node, context);
	return [{ kind: 'do', condition: lowerCondition(node.expression, context), body }];
};

/** `for (…; …; …)`. Nothing captures the loop variable, so one variable serves all iterations. */
export const lowerFor: StatementVisitor<ts.ForStatement> = (node, context) => {
	const { initializer } = node;
	const position = context.position(node);
	const initial: readonly c.Statement[] = !initializer
		? []
		: ts.isVariableDeclarationList(initializer)
			? lowerVariables(initializer, context)
			: discarded(lowerExpression(initializer, context), context);
	return [
		{
			kind: 'for',
			position,
			initial: initial.map(statement => ({ position, ...statement })),
			condition: node.condition && lowerCondition(node.condition, context),
			step: node.incrementor && discard(lowerExpression(node.incrementor, context), context),
			body: lowerLoopBody(node, context),
		},
	];
};

/** `for (const element of array)`: over the places of a fixed array, first to last. */
export const lowerForOf: StatementVisitor<ts.ForOfStatement> = (node, context) => {
	const position = context.position(node);
	const { initializer } = node;
	const declaration = ts.isVariableDeclarationList(initializer)
		? initializer.declarations[0]
		: undefined;
	const array = context.asPlace(lowerExpression(node.expression, context));
	if (array.type.kind === 'error') return giveUpLoop(node, context);
	if (array.type.kind !== 'array' && array.type.kind !== 'slice') {
		context.report(d.notIterable(node.expression, typeName(array.type)));
		return giveUpLoop(node, context);
	}
	if (!declaration) {
		context.report(d.loopVariable(initializer));
		return giveUpLoop(node, context);
	}
	const { element } = array.type;
	const held = array.type.kind === 'slice' ? array : c.address(array, pointerTo(array.type));
	const baseName = context.temporary();
	const base = c.name(baseName, held.type, true);
	const indexName = context.temporary();
	const index = c.name(indexName, integers.usize);
	const [elements, length] =
		array.type.kind === 'slice'
			? [sliceStart(base, element), sliceLength(base)]
			: [c.dereference(base, array.type), c.literal(array.type.length, integers.usize)];
	const isConstant = (initializer.flags & ts.NodeFlags.Const) !== 0;
	const value = c.element(elements, index, element);
	const bound = lowerPattern(declaration.name, value, isConstant, context);
	const body = lowerLoopBody(node, context);
	const one = c.literal(1n, integers.usize);
	return [
		{
			kind: 'for',
			position,
			initial: [
				{ ...c.declare(baseName, held.type, held), position },
				{ ...c.declare(indexName, integers.usize, c.literal(0n, integers.usize)), position },
			],
			condition: c.binary('<', index, length, booleanType),
			step: c.assign(index, c.binary('+', index, one, integers.usize)),
			body: { kind: 'block', statements: [...bound, body] },
		},
	];
};

/** Lowers the body of a loop whose head is wrong, for the mistakes in it. */
function giveUpLoop(node: ts.ForInOrOfStatement, context: Context): readonly c.Statement[] {
	if (ts.isVariableDeclarationList(node.initializer)) {
		for (const { name } of node.initializer.declarations) giveUp(name, context);
	}
	lowerBody(node.statement, context);
	return [];
}

/** The body, with the target of a labelled `continue` at its end. */
function lowerLoopBody(node: ts.IterationStatement, context: Context): c.Statement {
	const body = lowerBody(node.statement, context);
	const targets = labelsOf(node, context).filter(label => label.used.has('continue'));
	if (targets.length === 0) return body;
	const ends = targets.map(
		({ name }): c.Statement => ({ kind: 'label', label: `${name}_continue` }),
	);
	return { kind: 'block', statements: [body, ...ends] };
}

/** The labels of a statement, which may have several. */
function labelsOf(node: ts.Node, context: Context) {
	let count = 0;
	for (let { parent } = node; ts.isLabeledStatement(parent); parent = parent.parent) count++;
	return context.labels.slice(context.labels.length - count);
}

/** `name: statement`. C has no labelled `break` and `continue`; a `goto` to the end is the same. */
export const lowerLabeled: StatementVisitor<ts.LabeledStatement> = (node, context) => {
	const isLoop = ts.isIterationStatement(node.statement, false);
	const label = {
		name: `_${node.label.text}${context.temporary()}`,
		isLoop,
		used: new Set<string>(),
	};
	context.labels.push(label);
	const statements = lowerStatement(node.statement, context);
	context.labels.pop();
	return label.used.has('break')
		? [...statements, { kind: 'label', label: `${label.name}_break` }]
		: statements;
};

export const lowerBreak: StatementVisitor<ts.BreakStatement> = (node, context) =>
	node.label ? jump(node.label, 'break', context) : [{ kind: 'break' }];

export const lowerContinue: StatementVisitor<ts.ContinueStatement> = (node, context) =>
	node.label ? jump(node.label, 'continue', context) : [{ kind: 'continue' }];

function jump(
	name: ts.Identifier,
	kind: 'break' | 'continue',
	context: Context,
): readonly c.Statement[] {
	const label = context.labels.findLast(
		candidate => candidate.name.replace(/_t\d+$/, '') === `_${name.text}`,
	);
	if (!label) {
		context.report(d.unknownName(name, name.text));
		return [];
	}
	label.used.add(kind);
	return [{ kind: 'goto', label: `${label.name}_${kind}` }];
}
