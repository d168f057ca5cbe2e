import ts from 'typescript';
import * as c from '../c/ast.ts';
import * as d from '../diagnostics.ts';
import type { Context, StatementVisitor } from './context.ts';
import { lowerCondition, lowerExpression } from './expression.ts';
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
			: [c.evaluate(lowerExpression(initializer, context))];
	return [
		{
			kind: 'for',
			position,
			initial: initial.map(statement => ({ position, ...statement })),
			condition: node.condition && lowerCondition(node.condition, context),
			step: node.incrementor && lowerExpression(node.incrementor, context),
			body: lowerLoopBody(node, context),
		},
	];
};

/** The body, with the target of a labelled `continue` at its end. */
function lowerLoopBody(node: ts.IterationStatement, context: Context): c.Statement {
	const body = lowerBody(node.statement, context);
	const label = ts.isLabeledStatement(node.parent) ? context.labels.at(-1) : undefined;
	if (!label?.used.has('continue')) return body;
	return { kind: 'block', statements: [body, { kind: 'label', label: `${label.name}_continue` }] };
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
	const label = context.labels.findLast(candidate => candidate.name.startsWith(`_${name.text}_t`));
	if (!label) {
		context.report(d.unknownName(name, name.text));
		return [];
	}
	label.used.add(kind);
	return [{ kind: 'goto', label: `${label.name}_${kind}` }];
}
