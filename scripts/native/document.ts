import ts from 'typescript';

/** One diagnostic as it stands in a chapter of `diagnostics.ts`. */
interface Entry {
	readonly code: string;
	readonly message: string;
	readonly help: string;
}

/** The page docs/diagnostics.md, made from the source texts of the chapters of `diagnostics.ts`. */
export function documentDiagnostics(chapters: readonly string[]): string {
	const rows = rowsOf(chapters.flatMap(entriesOf));
	return `# Diagnostics of native code

Every mistake stops the build; there are no warnings. A code stays with its meaning and is never used for another.
This page is made from the chapters of \`scripts/native/diagnostics.ts\` by \`make docs\`; \`…\` stands for the user's own names and numbers.

| code | what it says | what to do |
|---|---|---|
${rows.join('\n')}
`;
}

/** The page docs/dialect/refused.md: the codes 3xxx, which are about forms of TypeScript. */
export function documentRefusals(chapters: readonly string[]): string {
	const rows = rowsOf(chapters.flatMap(entriesOf).filter(({ code }) => code.startsWith('NT3')));
	return `# What is refused

Part of [the native dialect](../dialect.md). Before: [the machine](machine.md).

What TypeScript has and native code does not, each with its diagnostic and what to write instead. Nothing unsupported passes in
silence, and all mistakes of a program are reported in one run. The other codes, on types, memory, intrinsics and proofs, stand with
them in [all diagnostics](../diagnostics.md). This page is made from the chapters of \`scripts/native/diagnostics.ts\` by \`make docs\`.

| code | what it says | what to write instead |
|---|---|---|
${rows.join('\n')}
`;
}

const rowsOf = (entries: readonly Entry[]) =>
	entries.map(({ code, help, message }) => `| \`${code}\` | ${message} | ${help} |`);

function entriesOf(source: string): readonly Entry[] {
	const file = ts.createSourceFile('diagnostics.ts', source, ts.ScriptTarget.ES2023, true);
	const entries: Entry[] = [];
	const visit = (node: ts.Node): void => {
		const [code, message, help] = ts.isCallExpression(node) ? node.arguments : [];
		if (code && ts.isStringLiteral(code) && /^NT\d{4}$/.test(code.text) && message && help) {
			entries.push({ code: code.text, message: textOf(message), help: textOf(help) });
		}
		ts.forEachChild(node, visit);
	};
	visit(file);
	return entries;
}

/** The text that a message's function gives, with an ellipsis for each part that depends on the program. */
function textOf(node: ts.Node): string {
	if (ts.isArrowFunction(node)) return textOf(node.body);
	if (ts.isParenthesizedExpression(node)) return textOf(node.expression);
	if (ts.isStringLiteralLike(node)) return escape(node.text);
	if (ts.isConditionalExpression(node))
		return `${textOf(node.whenTrue)} *or* ${textOf(node.whenFalse)}`;
	if (!ts.isTemplateExpression(node)) return '…';
	return escape(
		[node.head.text, ...node.templateSpans.map(span => `…${span.literal.text}`)].join(''),
	);
}

const escape = (text: string) => text.replaceAll('|', '\\|').replaceAll('<', '&lt;');
