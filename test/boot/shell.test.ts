import { describe, expect, test } from 'vitest';
import { type BootedMachine, type BootOptions, boot } from '../harness/machine.ts';

const prompt = '\n> ';

async function shell(options: BootOptions = {}): Promise<BootedMachine> {
	const machine = await boot('examples/shell', options);
	await machine.until(prompt);
	return machine;
}

/** Types a line and gives what the command prints, without its echo and the next prompt. */
async function run(machine: BootedMachine, line: string): Promise<string> {
	machine.send(`${line}\r`);
	const answer = (await machine.until(prompt)).replaceAll('\r', '');
	return answer.slice(answer.indexOf('\n') + 1, -prompt.length);
}

describe('shell', () => {
	test('help names every command', async () => {
		const machine = await shell();

		const help = await run(machine, 'help');

		const names = help.split('\n').map(line => line.split(' ')[0]);
		expect(names).toEqual('help irqs harts uptime echo ipi alarm panic poweroff reboot'.split(' '));
	});

	test('irqs counts the UART line, and names its handler and the file and line of it', async () => {
		const machine = await shell();

		const table = await run(machine, 'irqs');

		expect(table).toMatch(/plic 10 +0 +[1-9]\d* +0 +\w+ \(kernel\/event\/console-input\.ts:\d+\)/);
	});

	test('harts lists every hart', async () => {
		const machine = await shell({ harts: 8 });

		const harts = await run(machine, 'harts');

		for (let hart = 0; hart < 8; hart++) expect(harts).toMatch(new RegExp(`hart ${hart} +online`));
	});

	test('ipi interrupts another hart, which counts it', async () => {
		const machine = await shell({ harts: 2 });
		const count = (table: string) => Number(/software +1 +(\d+)/.exec(table)?.[1] ?? 0);
		const before = count(await run(machine, 'irqs'));

		expect(await run(machine, 'ipi 1')).toBe('hart 1 was interrupted');

		let after = before;
		while (after === before) after = count(await run(machine, 'irqs')); // it comes when it comes
		expect(after).toBe(before + 1);
	});

	test.for(['2', '8', '4294967296', '-1', 'x', ''])('ipi %s is refused', async hart => {
		const machine = await shell({ harts: 2 });

		expect(await run(machine, `ipi ${hart}`)).toMatch(/There is no hart|Which hart/);
	});

	test('alarm waits for the interrupt of the real-time clock', async () => {
		const machine = await shell();

		const answer = await run(machine, 'alarm 20');

		expect(answer).toMatch(/^the clock rang after \d+ ms$/);
		expect(await run(machine, 'irqs')).toMatch(/plic 11 +0 +1 /);
	});

	test('uptime goes on', async () => {
		const machine = await shell();
		const seconds = async () => Number(/^up ([\d.]+) s/.exec(await run(machine, 'uptime'))?.[1]);

		const first = await seconds();

		expect(await seconds()).toBeGreaterThan(first);
	});

	test('echo prints its text', async () => {
		expect(await run(await shell(), 'echo a  b')).toBe('a  b');
	});

	test('an unknown command says so and lists what exists', async () => {
		const answer = await run(await shell(), 'frobnicate');

		expect(answer).toMatch(/^There is no command 'frobnicate'; there are help, irqs, /);
	});

	test('backspace, Ctrl-U and Ctrl-C edit the line', async () => {
		const machine = await shell();

		expect(await run(machine, 'echo abd\x7fc')).toBe('abc');
		expect(await run(machine, 'nonsense\x15echo clean')).toBe('clean');
		machine.send('nonsense\x03');
		await machine.until(prompt);
		expect(await run(machine, 'echo again')).toBe('again');
	});

	test('Ctrl-D hands over an unfinished line, and on an empty line powers off', async () => {
		const machine = await shell();

		machine.send('echo a\x04');
		expect(await machine.until(prompt)).toContain('\na\n');
		machine.send('\x04');

		expect(await machine.exit()).toBe(0);
	});

	test('poweroff ends with status 0', async () => {
		const machine = await shell();

		machine.send('poweroff\r');

		expect(await machine.exit()).toBe(0);
	});

	test('reboot starts the machine again, with counts at zero', async () => {
		const machine = await shell({ harts: 4 });
		await run(machine, 'alarm 1');
		expect(await run(machine, 'irqs')).toMatch(/plic 11 +0 +1 /);

		machine.send('reboot\r');
		await machine.until("Trapline. 'help'");
		await machine.until(prompt);

		expect(await run(machine, 'irqs')).toMatch(/plic 11 +0 +0 |^(?!.*plic 11)/s);
		machine.send('\x04');
		expect(await machine.exit()).toBe(0);
	});

	test('input behind a reboot is there after it, all of it', async () => {
		const machine = await boot('examples/shell');
		const words = Array.from({ length: 400 }, (_, index) => `echo word ${index}`);

		machine.send(`reboot\n${words.join('\n')}\n\x04`);

		expect(await machine.exit()).toBe(0);
		const echoed = [...machine.output().matchAll(/^word (\d+)$/gm)].map(([, word]) => Number(word));
		expect(echoed).toEqual(words.map((_, index) => index));
	});

	test('panic ends with status 101 and a backtrace in TypeScript', async () => {
		const machine = await shell();

		machine.send('panic\r');

		expect(await machine.exit()).toBe(101);
		expect(machine.output()).toMatch(/ +at crash \(examples\/shell\/crash\.ts:\d+\)/);
		expect(machine.output()).toMatch(/ +at runLine/);
	});

	test('input that comes before the shell is ready is not lost', async () => {
		const machine = await boot('examples/shell');

		machine.send('echo first\recho second\r\x04');

		expect(await machine.exit()).toBe(0);
		expect(machine.output()).toMatch(/\nfirst\r?\n[\s\S]*\nsecond\r?\n/);
	});
});
