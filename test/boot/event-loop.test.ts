import { describe, expect, test } from 'vitest';
import { boot } from '../harness/machine.ts';

/** Runs one outcome of test/boot/images/outcomes to its end. */
async function outcome(
	name: string,
	memory = '128M',
): Promise<{ status: number; lines: readonly string[] }> {
	const machine = await boot('test/boot/images/outcomes', { memory });
	machine.send(`${name}\n`);
	const status = await machine.exit();
	return {
		status,
		lines: machine
			.output()
			.split('\n')
			.filter(line => line !== ''),
	};
}

describe('event loop', () => {
	test.for([
		['nothing', 0, []],
		['status', 7, []],
		['timer', 0, ['last']],
		['interval', 0, ['interval 1', 'interval 2', 'interval 3']],
		['order', 0, ['main', 'promise', 'timer 1', 'microtask', 'timer 1, second a b', 'timer 2']],
		['timeout', 0, ['[Error: Interrupt 42 did not fire within 5 ms]']],
		['range', 0, ['true', 'true', 'true', 'true', 'true']],
		['throw', 1, ['Uncaught RangeError: thrown in a task']],
		['throw in timer', 1, ['Uncaught RangeError: thrown in a timer']],
		['reject later', 1, ['Uncaught TypeError: rejected later']],
		['reject at once', 1, ['Uncaught TypeError: rejected at once']],
		['reject text', 1, ['Uncaught just text']],
		['reject handled', 0, ['handled TypeError: handled']],
	] as const)('%s ends with status %i and its lines', async ([name, status, lines]) => {
		expect(await outcome(name)).toEqual({ status, lines });
	});

	test('a full heap is told, and ends the machine', async () => {
		const { status, lines } = await outcome('heap', '16M');

		expect(lines[0]).toMatch(/^Out of memory: the heap is full/);
		expect(status).toBe(134);
	});

	test('too many waiting async functions are told, and end the machine', async () => {
		const { status, lines } = await outcome('coroutines', '16M');

		expect(lines[0]).toMatch(/^Out of memory: no room for the stack/);
		expect(status).toBe(134);
	});

	test('a recursion without end in an async function panics with a backtrace', async () => {
		const { status, lines } = await outcome('deep coroutine');

		expect(lines[0]).toMatch(/^panic: an async function or generator ran out of its 64 KiB/);
		expect(lines.join('\n')).toMatch(/at dive\n/);
		expect(status).toBe(101);
	});

	test('a listener keeps the machine on until it is taken back', async () => {
		const machine = await boot('test/boot/images/outcomes');
		machine.send('listener\n');
		await machine.line(/^listening$/);

		await machine.raise(42);

		expect(await machine.line(/^line 42/)).toBe('line 42 fired 1 times');
		expect(await machine.exit()).toBe(0);
	});

	test('a promise of an interrupt keeps the machine on until it comes', async () => {
		const machine = await boot('test/boot/images/outcomes');
		machine.send('once\n');
		await machine.line(/^listening$/);

		await machine.raise(42);

		expect(await machine.line(/^once/)).toBe('once 1');
		expect(await machine.exit()).toBe(0);
	});

	test('stayUp keeps the machine on', async () => {
		const machine = await boot('test/boot/images/outcomes');
		machine.send('stay\n');
		await machine.line(/^still here$/);

		const ended = await Promise.race([
			machine.exit().then(() => true),
			new Promise(resolve => setTimeout(() => resolve(false), 300)),
		]);

		expect(ended).toBe(false);
	});
});
