import { describe, expect, test } from 'vitest';
import { boot } from '../harness/machine.ts';

const folder = 'test/boot/images/exceptions';

describe('exceptions', () => {
	test('six kinds are repaired by a handler, and the program goes on', async () => {
		const machine = await boot(folder, { allowGuestErrors: true });
		await machine.line(/^ready$/);

		machine.send('r');

		expect(await machine.line(/repaired/)).toBe('repaired: true, loaded 42, refused 6 times');
		expect(await machine.line(/taken/)).toBe('taken back: true');
		machine.send('q');
		expect(await machine.exit()).toBe(0);
	});

	test('one that nobody handles any more is a panic', async () => {
		const machine = await boot(folder, { allowGuestErrors: true });
		await machine.line(/^ready$/);

		machine.send('ru');

		expect(await machine.exit()).toBe(101);
		expect(machine.output()).toMatch(/panic: load access fault at 0x0+10,/);
	});

	test('a panic is one, whoever repairs breakpoints', async () => {
		const machine = await boot(folder, { allowGuestErrors: true });
		await machine.line(/^ready$/);

		machine.send('b');

		expect(await machine.exit()).toBe(101);
		expect(machine.output()).toMatch(/panic: This is wrong\./);
	});

	test('inside a handler it is a panic that names the handler, whoever repairs it elsewhere', async () => {
		const machine = await boot(folder, { allowGuestErrors: true });
		await machine.line(/^ready$/);

		machine.send('i');

		expect(await machine.exit()).toBe(101);
		const report = machine.output();
		expect(report).toMatch(/panic: load access fault at 0x0+18,/);
		expect(report).toMatch(/inside serveCalls \(.*\), the handler of the software interrupt/);
		expect(report).toMatch(/at failInside \(test\/boot\/images\/exceptions\/main\.ts:\d+\)/);
	});
});
