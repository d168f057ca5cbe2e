import ts from 'typescript';
import type { Diagnostic, Mistake } from './diagnostics.ts';
import { atPlace } from './program.ts';
import type { TypeError } from './type-errors.ts';

/** What tsc found and what we found, in the order of the source, each mistake once. */
export function together(
	errors: readonly TypeError[],
	unparsed: ReadonlySet<ts.SourceFile>,
	mistakes: readonly Mistake[],
	chainOf: (mistake: Mistake) => readonly string[] | undefined,
): readonly Diagnostic[] {
	const own = mistakes.filter(mistake => {
		const file = mistake.node.getSourceFile();
		if (unparsed.has(file)) return false;
		return !errors.some(error => error.file === file && isSame(mistake, error));
	});
	const withChain = (mistake: Mistake): Diagnostic => {
		const chain = chainOf(mistake);
		return { ...atPlace(mistake), ...(chain && { chain }) };
	};
	return [...errors.map(({ diagnostic }) => diagnostic), ...own.map(withChain)].sort(byPlace);
}

/** Whether tsc has said already what a mistake says. */
function isSame({ code, node }: Mistake, { culprit, end, start }: TypeError): boolean {
	if (/^NT3[12]/.test(code)) return false; // of what tsc says about refused forms, nothing is left
	const whole = code === 'NT1004' && ts.isVariableDeclaration(node.parent) ? node.parent : node;
	const from = whole.getStart();
	const to = whole.getEnd();
	if (start <= from && to <= end) return true;
	const isInner = from <= start && end <= to && start < end;
	if (isInner && (whole !== node || ts.isExpression(node)) && !ts.isFunctionLike(node)) return true;
	const isOfTypes = code.startsWith('NT20') || code.startsWith('NT40');
	return culprit !== undefined && isOfTypes && culprit.getStart() <= from && to <= culprit.getEnd();
}

/** By file, line and column. */
export const byPlace = (a: Diagnostic, b: Diagnostic): number =>
	a.file.localeCompare(b.file) || a.line - b.line || a.column - b.column;
