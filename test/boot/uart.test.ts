import { describe, expect, test } from 'vitest';
import { boot } from '../harness/machine.ts';

describe('uart', () => {
	test('64 KiB of all byte values come back unchanged', async () => {
		const machine = await boot('examples/uart-echo');
		await machine.line(/ready/);
		// A step that is odd meets all 256 values, and the turn by one makes each round another order.
		const payload = Buffer.from(
			Array.from({ length: 65_536 }, (_, index) => (index * 101 + (index >> 8)) & 0xff),
		);

		machine.send(payload);
		const echo = await machine.bytes(payload.length);

		expect(echo.equals(payload)).toBe(true);
		machine.send('\x04');
		expect(await machine.exit()).toBe(0);
	});

	test('input that nobody reads waits in the UART when the ring is full; a real overrun is counted', async () => {
		const machine = await boot('test/boot/images/flood');
		await machine.line(/^ready$/);

		machine.send(Buffer.from(Array.from({ length: 20_000 }, (_, index) => index % 251)));

		await machine.line(/^full$/);
		expect(await machine.line(/^in /)).toBe('in order 20000');
		expect(await machine.line(/^overruns/)).toBe('overruns 0');
		expect(await machine.line(/^overruns/)).toBe('overruns 1'); // by three bytes: QEMU says it once
		expect(await machine.exit()).toBe(0);
	});
});
