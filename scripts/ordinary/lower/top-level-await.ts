import ts from 'typescript';
import { parse } from './render.ts';

/**
 * Moves the statements of a program that waits at its top level into an async function, all but the
 * last, which starts the event loop, and the functions. Runs after the variables were hoisted, so
 * that every function still sees them. Porffor itself cannot wait there.
 */
export function lowerTopLevelAwait(text: string): string {
	const file = parse(text);
	if (!file.statements.some(awaits)) return text;

	const last = file.statements.at(-1);
	const moved: string[] = [];
	const kept: string[] = [];
	for (const statement of file.statements) {
		const stays =
			statement === last ||
			ts.isFunctionDeclaration(statement) ||
			ts.isVariableStatement(statement);
		(stays ? kept : moved).push(statement.getText(file));
	}
	const start = kept.pop() ?? '';
	return [...kept, 'async function $main() {', ...moved, '}', '$main();', start].join('\n');
}

/** Whether `node` awaits, other than in a function of its own. */
function awaits(node: ts.Node): boolean {
	if (ts.isFunctionLike(node) || ts.isClassStaticBlockDeclaration(node)) return false;
	if (ts.isAwaitExpression(node)) return true;
	if (ts.isForOfStatement(node) && node.awaitModifier !== undefined) return true;
	return ts.forEachChild(node, child => awaits(child) || undefined) ?? false;
}
