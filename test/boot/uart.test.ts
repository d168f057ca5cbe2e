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

	test('input that nobody reads is kept up to the size of the ring, and counted beyond it', async () => {
		const machine = await boot('test/boot/images/flood');
		await machine.line(/^ready$/);

		machine.send(Buffer.from(Array.from({ length: 6000 }, (_, index) => index % 251)));

		expect(await machine.line(/^kept/)).toBe('kept 4096 in order, lost 1904');
		expect(await machine.exit()).toBe(0);
	});
});
