import { describe, expect, test } from 'vitest';
import { boot } from '../harness/machine.ts';

describe('harness', () => {
	test('the guest-error log shows an access that no device answers, and fails a test for it', async () => {
		const machine = await boot('test/boot/images/guest-error');

		await expect(machine.exit()).rejects.toThrow(/guest errors/);
		expect(machine.guestErrors().join('\n')).toMatch(/plic.*invalid/i);
	});

	test('a line that never comes fails with what came instead', async () => {
		const machine = await boot('examples/handler-table');

		await expect(machine.line(/no such line/)).rejects.toThrow('the machine ended with status 0');
	});

	test('silence is a hang, and the machine ends with the test', async () => {
		const machine = await boot('test/boot/images/faults', { timeoutMs: 300 });
		await machine.line(/^ready$/);

		await expect(machine.exit()).rejects.toThrow('The machine does not end.');
	});

	test('QMP reaches the machine', async () => {
		const machine = await boot('test/boot/images/faults');

		expect(await machine.qmp('query-status')).toMatchObject({ status: 'running' });
	});
});
