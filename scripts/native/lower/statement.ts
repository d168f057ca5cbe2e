import ts from 'typescript';
import type * as c from '../c/ast.ts';
import * as d from '../diagnostics.ts';
import type { Context } from './context.ts';
import { giveUp } from './pattern.ts';

/** Lowers one statement to the statements that stand for it. */
export function lowerStatement(node: ts.Statement, context: Context): readonly c.Statement[] {
	if (context.modules.refused.has(node)) return passOver(node, context);
	const visit = context.modules.visitors.statements[node.kind];
	if (!visit) {
		context.report(d.unsupported(node, `'${ts.SyntaxKind[node.kind]}'`));
		return [];
	}
	const position = context.position(node);
	try {
		return visit(node as never, context).map(statement => ({ position, ...statement }));
	} catch (error) {
		context.report(d.internal(node, error instanceof Error ? error.message : `${error}`));
		return [];
	}
}

/** Lowers what stands inside of a statement that native code does not have, for the mistakes in it. */
function passOver(node: ts.Statement, context: Context): readonly c.Statement[] {
	if (ts.isTryStatement(node)) {
		const name = node.catchClause?.variableDeclaration?.name;
		if (name) giveUp(name, context);
		for (const block of [node.tryBlock, node.catchClause?.block, node.finallyBlock]) {
			if (block) lowerStatement(block, context);
		}
	}
	if (ts.isForInStatement(node) || ts.isForOfStatement(node)) {
		if (ts.isVariableDeclarationList(node.initializer)) {
			for (const { name } of node.initializer.declarations) giveUp(name, context);
		}
		lowerStatement(node.statement, context);
	}
	return [];
}

export function lowerStatements(nodes: readonly ts.Statement[], context: Context): c.Statement[] {
	return nodes.flatMap(node => lowerStatement(node, context));
}

/** The body of an `if` or loop, as one statement. */
export function lowerBody(node: ts.Statement, context: Context): c.Statement {
	return { kind: 'block', statements: lowerStatement(node, context) };
}
