import { describe, expect, test } from 'vitest';
import { type BootedMachine, boot } from '../harness/machine.ts';

async function start(harts: number, letter: string): Promise<BootedMachine> {
	const machine = await boot('test/boot/images/output', { harts });
	await machine.line(/^ready$/);
	machine.send(letter);
	return machine;
}

/** What a hart prints that panics, from its panic to the end. */
const report =
	/^panic: (.*)\n {2}at test\/boot\/images\/output\/panics\.ts:\d+\nhart (\d), .*\nmcause .*\n(?: [ \w]{2} 0x[0-9a-f]{16}.*\n){8}backtrace:\n(?: {2}at .*\n)+$/;

/** What stands before the panic, and the panic. The report is whole, and nothing else is in it or behind it. */
function split(output: string): { readonly before: string; readonly message: string | undefined } {
	const start = output.indexOf('panic: ');
	const [, message] = report.exec(output.slice(start)) ?? [];
	return { before: output.slice(0, start), message };
}

describe('output', () => {
	test.for([1, 8])('%i harts and their handlers lose no line, and cut none', async harts => {
		const machine = await start(harts, 'l');

		expect(await machine.exit()).toBe(0);
		const lines = machine.output().replace('ready\n', '').trimEnd().split('\n');
		const wanted = Array.from({ length: harts }, (_, hart) =>
			Array.from({ length: 50 }, (_, number) => [
				`program ${hart} ${number} of a line that is long enough to be cut`,
				`timer ${hart} ${number} of a line in a handler`,
				`call ${hart} ${number} of a line in a handler`,
			]),
		).flat(2);
		expect(lines.length).toBe(wanted.length);
		expect(lines.toSorted()).toEqual(wanted.toSorted());
		const ofOne = (kind: string) => lines.filter(line => line.startsWith(`${kind} 0 `));
		const inOrder = (kind: string) => wanted.filter(line => line.startsWith(`${kind} 0 `));
		for (const kind of ['program', 'timer', 'call']) expect(ofOne(kind)).toEqual(inOrder(kind));
	});
});

describe('a panic gets through', () => {
	test('inside the lock of the console, in the middle of a line', async () => {
		const machine = await start(1, 'i');

		expect(await machine.exit()).toBe(101);
		const { before, message } = split(machine.output());
		expect([before, message]).toEqual(['ready\nhalf a line\n', 'inside the lock']);
	});

	test('while another hart has the console, which ends its line', async () => {
		const machine = await start(2, 'h');

		expect(await machine.exit()).toBe(101);
		const { before, message } = split(machine.output());
		expect(before).toBe('ready\nthe holder begins, and ends\n');
		expect(message).toBe('while it is held');
	});

	test('while another hart waits for the one that panics, and that one goes on', async () => {
		const machine = await start(3, 'c');

		expect(await machine.exit()).toBe(101);
		const { before, message } = split(machine.output());
		expect([before, message]).toEqual(['ready\nthe caller goes on\n', 'while it is called']);
	});

	test('while another hart writes for ever, and is stopped in the end', async () => {
		const machine = await start(2, 's');

		expect(await machine.exit()).toBe(101);
		const { before, message } = split(machine.output());
		expect(before).toMatch(/^ready\nx+\n$/);
		expect(message).toBe('while it is stuck');
	});

	test.for([
		['programs', 'e'],
		['handlers', 'n'],
	] as const)('once, when 8 harts panic together in %s', async ([, letter]) => {
		for (let round = 0; round < 10; round++) {
			const machine = await start(8, letter);

			expect(await machine.exit()).toBe(101);
			const { before, message } = split(machine.output());
			expect([before, message]).toEqual(['ready\n', 'together']);
		}
	});

	test('while 8 harts write, and ends it', async () => {
		for (let round = 0; round < 5; round++) {
			const machine = await start(8, 'w');

			expect(await machine.exit()).toBe(101);
			const { before, message } = split(machine.output());
			expect(message).toBe('while others write');
			const lines = before.replace('ready\n', '').split('\n');
			expect(lines.pop()).toBe('');
			expect(lines.filter(line => !/^a line of hart [1-7]$/.test(line))).toEqual([]);
			expect(lines.length).toBeGreaterThanOrEqual(100);
		}
	});
});
