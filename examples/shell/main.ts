/** The shell on the console: reads a line, runs a command, until Ctrl-D on an empty line. */

import { decodeUtf8, readByte, write, writeByte } from 'kernel:console';
import { poweroff } from 'kernel:machine';
import { runLine } from './commands.ts';
import { LineEditor } from './line-editor.ts';
import { watchResponsiveness } from './responsiveness.ts';

const prompt = '> ';

async function main(): Promise<void> {
	const editor = new LineEditor(write, writeByte);
	watchResponsiveness();
	console.log("Trapline. 'help' lists the commands, Ctrl-D powers off.");
	write(prompt);
	for (;;) {
		const edit = editor.feed(await readByte());
		if (edit.kind === 'end') {
			write('\n');
			poweroff(0);
		}
		if (edit.kind === 'line') {
			await runLine(decodeUtf8(edit.bytes));
			write(prompt);
		}
	}
}

main();
