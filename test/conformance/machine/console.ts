/** The console of a program in the machine: the kernel's own, with the program's number before each line. */

import { consoleObject } from '../../../kernel/runtime/console-object.ts';
import { redirect } from '../../../kernel/runtime/console-output.ts';
import { writeLine } from '../../../kernel/runtime/output.ts';

type Method = (...values: unknown[]) => void;

export function consoleOf(id: number) {
	const write = (text: string) => {
		const lines = text.split('\n');
		for (let i = 0; i < lines.length; i++) writeLine(`${id}|${lines[i]}`);
	};
	const own: Record<string, Method> = {};
	for (const [name, method] of Object.entries(consoleObject)) {
		own[name] = (...values: unknown[]) => {
			redirect(write);
			(method as Method)(...values);
		};
	}
	return own;
}
