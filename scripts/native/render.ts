import { relative } from 'node:path';
import type { Diagnostic } from './diagnostics.ts';

/** A diagnostic as the user sees it: place, sentence, code frame, chain of calls, help. `cwd` shortens the path. */
export function renderDiagnostic(diagnostic: Diagnostic, cwd: string): string {
	const { chain = [], code, column, file, frame, help, length, line, message } = diagnostic;
	const path = relative(cwd, file);
	const shown = path.startsWith('..') ? file : path;
	const indent = frame.length - frame.trimStart().length;
	const text = frame.trim();
	const start = Math.max(0, column - 1 - indent);
	const width = Math.max(1, Math.min(length, text.length - start));
	return [
		`${shown}:${line}:${column} error ${code}: ${message}`,
		`  ${text.replaceAll('\t', ' ')}`,
		`  ${' '.repeat(start)}${'^'.repeat(width)}`,
		...chain.map(call => `    ${call}`),
		...(help ? [`  help: ${help}`] : []),
	].join('\n');
}
