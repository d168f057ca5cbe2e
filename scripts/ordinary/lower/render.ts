import ts from 'typescript';

/** What a rewrite rule may ask for while it works on a node. */
export interface Renderer {
	/** The new text of `node`. */
	render(node: ts.Node): string;
	/** The text of `node` itself with its children rendered, all but those that `replaced` has a text for. */
	copy(node: ts.Node, replaced?: (child: ts.Node) => string | undefined): string;
}

/** Gives the new text of a node, or undefined to copy it. */
export type Rewrite = (node: ts.Node, renderer: Renderer) => string | undefined;

/** Parses `text` as JavaScript. */
export function parse(text: string): ts.SourceFile {
	return ts.createSourceFile('ordinary.js', text, ts.ScriptTarget.ES2023, true, ts.ScriptKind.JS);
}

/**
 * The text of `file` with every node that `rewrite` answers for replaced. Everything else, white space
 * and comments included, is copied, so that a line keeps its number.
 */
export function rewriteText(file: ts.SourceFile, rewrite: Rewrite): string {
	const renderer: Renderer = {
		render: node => rewrite(node, renderer) ?? renderer.copy(node),
		copy: (node, replaced) => {
			let text = '';
			let position = node.getStart(file);
			ts.forEachChild(node, child => {
				if (child.kind === ts.SyntaxKind.EndOfFileToken) return;
				text += file.text.slice(position, child.getStart(file));
				text += replaced?.(child) ?? renderer.render(child);
				position = child.end;
			});
			return text + file.text.slice(position, node.end);
		},
	};
	return file.text.slice(0, file.getStart(file)) + renderer.render(file);
}
