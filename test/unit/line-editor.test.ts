import { describe, expect, test } from 'vitest';
import { LineEditor } from '../../examples/shell/line-editor.ts';

/** Types `text` and gives the lines that came of it, and what the terminal was sent. */
function type(text: string) {
	let shown = '';
	const echoed: number[] = [];
	const lines: string[] = [];
	let ended = false;
	const editor = new LineEditor(
		part => {
			shown += part;
		},
		byte => {
			echoed.push(byte);
			shown += String.fromCharCode(byte);
		},
	);
	for (const byte of Buffer.from(text)) {
		const edit = editor.feed(byte);
		if (edit.kind === 'line') lines.push(Buffer.from(edit.bytes).toString());
		if (edit.kind === 'end') ended = true;
	}
	return { lines, shown, ended };
}

describe('line editor', () => {
	test.for([
		['a line feed ends a line', 'help\n', ['help']],
		['a carriage return does, too', 'help\r', ['help']],
		['and both together are one end', 'a\r\nb\r\n', ['a', 'b']],
		['backspace takes a character back', 'abx\x7fc\n', ['abc']],
		['Ctrl-H does, too', 'x\by\n', ['y']],
		['backspace takes a whole UTF-8 character', 'aé€\x7f\x7fb\n', ['ab']],
		['Ctrl-U takes the line back', 'abc\x15d\n', ['d']],
		['Ctrl-C drops the line', 'abc\x03d\n', ['', 'd']],
		['arrow keys do nothing', 'a\x1b[Ab\x1b[1;5Cc\x1bOHd\n', ['abcd']],
		['other control characters do nothing', 'a\x01\x02b\n', ['ab']],
	] as const)('%s', ([, text, expected]) => {
		expect(type(text).lines).toEqual(expected);
	});

	test('Ctrl-D ends the input on an empty line', () => {
		expect(type('\x04').ended).toBe(true);
	});

	test('Ctrl-D inside a line hands it over, and the next one ends the input', () => {
		const first = type('a\x04');
		expect(first.lines).toEqual(['a']);
		expect(first.ended).toBe(false);

		expect(type('a\x04\x04').ended).toBe(true);
	});

	test('a key that breaks off in the middle does not swallow the end of the input', () => {
		expect(type('a\x1b\x04\x04')).toMatchObject({ lines: ['a'], ended: true });
		expect(type('a\x1b[1\x04\x04')).toMatchObject({ lines: ['a'], ended: true });
	});

	test('backspace rubs the character out on the terminal', () => {
		expect(type('a\x7f').shown).toBe('a\b \b');
	});

	test('a line ends growing at 1000 bytes', () => {
		expect(type(`${'x'.repeat(1001)}\n`).lines[0]).toHaveLength(1000);
	});
});
