import { consoleWrite } from '../platform/console.ts';

/** Writes `text` to the console in one piece, which nothing from another hart can split. */
export function write(text: string): void {
	if (text.length > 0) consoleWrite(text);
}

export function writeLine(text: string): void {
	consoleWrite(`${text}\n`);
}
