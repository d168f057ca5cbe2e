import ts from 'typescript';
import type { Mistake } from '../diagnostics.ts';
import { refusedDeclarations } from './declarations.ts';
import { refusedExpressions } from './expressions.ts';
import { refusedMembers } from './members.ts';
import type { Refusal } from './refusal.ts';
import { refusedStatements } from './statements.ts';

const refusals: Partial<Record<ts.SyntaxKind, Refusal<never>>> = {
	...refusedDeclarations,
	...refusedExpressions,
	...refusedMembers,
	...refusedStatements,
};

/** Where mistakes go, and the nodes that the lowering passes over in silence. */
interface Refusing {
	readonly report: (mistake: Mistake) => void;
	readonly refused: Set<ts.Node>;
}

/** Reports each form of TypeScript that native code does not have, anywhere in a module: also in what nothing calls. */
export function refuseForms(file: ts.SourceFile, { refused, report }: Refusing): void {
	const visit = (node: ts.Node): void => {
		const found = refusals[node.kind]?.(node as never) ?? [];
		const mistakes = Array.isArray(found) ? found : [found];
		if (mistakes.length > 0 && !isStillLowered(node)) refused.add(node);
		for (const mistake of mistakes) {
			refused.add(mistake.node);
			report(mistake);
		}
		if (!ts.isModuleDeclaration(node)) ts.forEachChild(node, visit);
	};
	ts.forEachChild(file, visit);
}

/** Whether a node is lowered although something in it has been refused. */
const isStillLowered = (node: ts.Node): boolean =>
	ts.isArrowFunction(node) || ts.isObjectLiteralExpression(node);
