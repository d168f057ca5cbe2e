import ts from 'typescript';
import * as d from '../diagnostics.ts';
import { brief, type Refusal } from './refusal.ts';

const K = ts.SyntaxKind;

/** The word that a statement begins with: the place of a mistake that is the statement's whole form. */
const word = (node: ts.Node): ts.Node => node.getFirstToken() ?? node;

/** What the grammar alone tells to be no statement of native code. */
export const refusedStatements: Partial<Record<ts.SyntaxKind, Refusal<never>>> = {
	[K.ThrowStatement]: d.throwStatement,
	[K.TryStatement]: (node: ts.Node) => d.tryStatement(word(node)),
	[K.ForInStatement]: (node: ts.Node) => d.forIn(word(node)),
	[K.ForOfStatement]: (node: ts.ForOfStatement) =>
		node.awaitModifier && d.awaitExpression(node.awaitModifier),
	[K.WithStatement]: (node: ts.Node) => d.withStatement(word(node)),
	[K.DebuggerStatement]: d.debuggerStatement,
	[K.VariableDeclarationList]: refuseList,
};

function refuseList(node: ts.VariableDeclarationList): d.Mistake | undefined {
	if (ts.isForInStatement(node.parent)) return undefined;
	const name = brief(node.declarations[0]?.name);
	const kind = node.flags & ts.NodeFlags.BlockScoped;
	if (kind === ts.NodeFlags.None) return d.varDeclaration(word(node), name);
	const isUsing = kind === ts.NodeFlags.Using || kind === ts.NodeFlags.AwaitUsing;
	return isUsing ? d.usingDeclaration(word(node), name) : undefined;
}
