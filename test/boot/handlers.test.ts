import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { repository } from '../../scripts/repository.ts';
import { appFolder, imageFolder } from '../harness/app-folder.ts';
import { make } from '../harness/front-door.ts';

/** The rows of `build/<name>/handlers.txt`: what is handled where, with how much stack. */
function rowsOf(name: string): readonly string[] {
	const text = readFileSync(join(repository, 'build', name, 'handlers.txt'), 'utf8');
	return [...text.matchAll(/^(\w+) +([\w./-]+):\d+ +(\d+) +(\d+|loops)$/gm)].map(
		([, handler, file, stack]) => `${handler} ${file} ${Number(stack) < 1024 ? 'small' : 'large'}`,
	);
}

describe('handlers.txt', () => {
	test('lists the handlers of a native app', async () => {
		expect((await make(['build', 'APP=examples/timer'])).status).toBe(0);

		const rows = rowsOf('timer');

		expect(rows).toContain('tick examples/timer/main.ts small');
		expect(rows).toContain('serveCalls kernel/trap/calls.ts small');
	});

	test('lists those of an ordinary app', async () => {
		expect((await make(['build', 'APP=examples/shell'])).status).toBe(0);

		const rows = rowsOf('shell');

		expect(rows).toContain('onAlarm examples/shell/alarm.ts small');
		expect(rows).toContain('receiveBytes kernel/event/console-input.ts small');
	});

	test('a handler that needs too much stack is told with the calls that take it, and leaves no image', async () => {
		const app = appFolder({
			'main.ts': `'use native';
import { type Atomic, store } from 'native:atomic';
import { register } from 'native:irq';
import { type FixedArray, zeroed } from 'native:memory';
const last = zeroed<Atomic<usize>>();
function checksum(irq: usize): usize {
	const packet: FixedArray<usize, 1200> = zeroed();
	for (let i: usize = 0; i < packet.length; i += 1) packet[i] = i * irq;
	return packet[irq % packet.length];
}
function onPacket(irq: usize): void {
	store(last, checksum(irq), 'relaxed');
}
export function main(): i32 {
	register(11, onPacket);
	return 0;
}
`,
		});

		const run = await make(['build', `APP=${app}`]);

		expect(run.status).toBe(2);
		expect(run.said).toMatch(
			/The interrupt stack has 8192 bytes and may need 9\d\d\d; .*\n +64 bytes {2}externalEntry\n.* dispatchExternal \(.*\)\n.* onPacket \(.*main\.ts:11\)/,
		);
		for (const name of ['kernel.elf', 'kernel.asm', 'handlers.txt']) {
			expect(existsSync(join(imageFolder(app), name))).toBe(false);
		}
	});

	test('a handler that calls itself is told with the calls that lead there', async () => {
		const app = appFolder({
			'main.ts': `'use native';
import { register } from 'native:irq';
function count(n: usize): usize {
	return n === 0 ? 0 : 1 + count(n - 1);
}
export function main(): i32 {
	register(11, irq => {
		count(irq);
	});
	return 0;
}
`,
		});

		const run = await make(['build', `APP=${app}`]);

		expect(run.status).toBe(2);
		expect(run.said).toMatch(
			/main\.ts:4:2 error NT7001: 'count' runs in an interrupt and calls itself/,
		);
		expect(run.said).toMatch(
			/dispatchExternal calls .*\n.* calls, through a pointer, .*\n.* calls count/,
		);
	});
});
