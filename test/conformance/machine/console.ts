/** The console of a program in the machine: the kernel's own, with the program's number before each line. */

import { formatLine } from '../../../kernel/runtime/format.ts';
import { writeLine } from '../../../kernel/runtime/output.ts';

export function consoleOf(id: number) {
	const log = (...values: unknown[]) => {
		const lines = formatLine(values).split('\n');
		for (let i = 0; i < lines.length; i++) writeLine(`${id}|${lines[i]}`);
	};
	return { log };
}
