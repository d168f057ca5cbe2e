import type ts from 'typescript';
import type { Mistake } from '../diagnostics.ts';

/** What is wrong with a node of one kind, if anything is. */
export type Refusal<Node extends ts.Node> = (
	node: Node,
) => Mistake | readonly Mistake[] | undefined;

/** The source text of a node, in one short line, to be quoted in a sentence. */
export function brief(node: ts.Node | undefined): string {
	const text = (node?.getText() ?? '').replaceAll(/\s+/g, ' ');
	return text.length > 40 ? '…' : text;
}
