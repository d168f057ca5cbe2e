import ts from 'typescript';
import type * as c from '../c/ast.ts';
import * as d from '../diagnostics.ts';
import type { Context } from './context.ts';

/** Lowers one statement to the statements that stand for it. */
export function lowerStatement(node: ts.Statement, context: Context): readonly c.Statement[] {
	const { statements, unsupported } = context.modules.visitors;
	const visit = statements[node.kind];
	if (!visit) {
		const [what, instead] = unsupported[node.kind] ?? [`'${ts.SyntaxKind[node.kind]}'`];
		context.report(d.unsupported(node, what, instead));
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

export function lowerStatements(nodes: readonly ts.Statement[], context: Context): c.Statement[] {
	return nodes.flatMap(node => lowerStatement(node, context));
}

/** The body of an `if` or loop, as one statement. */
export function lowerBody(node: ts.Statement, context: Context): c.Statement {
	return { kind: 'block', statements: lowerStatement(node, context) };
}
