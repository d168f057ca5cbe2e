/** Where the console's texts go, and how far in they begin. */

import { linesOf } from './lines.ts';
import { writeLine } from './output.ts';

const step = 2;

let write = writeLine;
let indent = '';
let place = (text: string): string => text;

/** Writes `text`, every line of it indented. */
export function put(text: string): void {
	write(place(text));
}

function indented(text: string): string {
	return indent + linesOf(text).join(`\n${indent}`);
}

/** Has further texts handed to `output`, without the line feed behind them. */
export function redirect(output: (text: string) => void): void {
	write = output;
}

/** Begins the lines that follow two columns further right. */
export function indentMore(): void {
	indent += ' '.repeat(step);
	place = indented;
}

/** Takes one `indentMore` back. */
export function indentLess(): void {
	indent = indent.slice(0, Math.max(0, indent.length - step));
}
