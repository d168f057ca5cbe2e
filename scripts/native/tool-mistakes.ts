import type { Position } from './c/ast.ts';
import type { Diagnostic, Finding } from './diagnostics.ts';
import * as d from './diagnostics.ts';
import { onLine, type SourceText } from './program.ts';

/** What as and gcc say of a line, as they write it, and what that means for the TypeScript there. */
const sayings: readonly (readonly [RegExp, (text: string) => ReturnType<typeof d.internal>])[] = [
	[/^Error: (.*)$/, text => d.refusedByAssembler(d.nowhere, text)],
	[/^(?:\d+: )?error: (.*\basm\b.*)$/, text => d.refusedByAssembler(d.nowhere, text)],
	[/^(?:\d+: )?error: (.*)$/, text => d.internal(d.nowhere, text)],
];

const undefinedSymbol = /: undefined reference to `(.*)'$/;
const definedTwice = /: multiple definition of `(.*?)'/;

/**
 * What a tool has against the C of a program, told of its TypeScript: `#line` has kept the places. `files` are
 * the program's by the names that stand in the C, `symbols` the places where it names symbols of the linker, whose own
 * word on lines is not to be relied on: it takes the file before the right one out of DWARF 5.
 */
export function toolMistakes(
	output: string,
	files: ReadonlyMap<string, SourceText>,
	symbols: ReadonlyMap<string, Position>,
): readonly Diagnostic[] {
	const findings = new Map<string, Finding>();
	for (const line of output.split('\n')) {
		const missing = undefinedSymbol.exec(line)?.[1] ?? '';
		const double = definedTwice.exec(line)?.[1] ?? '';
		const symbol = symbols.get(missing || double);
		if (symbol) {
			const tell = missing ? d.undefinedSymbol : d.definedElsewhere;
			findings.set(missing || double, d.at(symbol, tell(d.nowhere, missing || double)));
		}
		const [, file = '', number, said = ''] = /^(?:.*: )?([^:]+):(\d+): ?(.*)$/.exec(line) ?? [];
		if (!files.has(file)) continue;
		for (const [pattern, tell] of sayings) {
			const text = pattern.exec(said)?.[1];
			if (text === undefined) continue;
			findings.set(`${file}:${number} ${text}`, d.at({ file, line: Number(number) }, tell(text)));
			break;
		}
	}
	return [...findings.values()].map(finding => onLine(finding, files));
}
