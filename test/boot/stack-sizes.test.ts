import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { bootImage } from '../harness/machine.ts';
import { copyOfRepository } from '../harness/repository-copy.ts';

/** A handler on every hart that needs more than 8 KiB of stack, and tells what it computed there. */
const deep = `'use native';
import { nextReadyLine, postEvent, waitForEvent } from 'native:event';
import { print } from 'native:format';
import { hartLocal } from 'native:hart';
import { callHart } from 'native:harts';
import { IrqResult, registerLocal } from 'native:irq';
import { hartCount } from 'native:machine';
import { type FixedArray, zeroed } from 'native:memory';
import { monotonicTicks, setTimer, stopTimer } from 'native:time';
const own = hartLocal<usize>(0);
function sum(last: usize): usize {
	const room: FixedArray<usize, 1200> = zeroed();
	for (let i: usize = 0; i < room.length; i += 1) room[i] = i * last;
	return room[last] + room[1199];
}
function onTimer(): void {
	stopTimer();
	print('hart {}: {}\\n', own.value, sum(own.value));
	postEvent(100);
}
function start(hart: usize): void {
	own.value = hart;
	setTimer(monotonicTicks());
}
export function main(): i32 {
	if (registerLocal(7, onTimer) !== IrqResult.ok) return 1;
	for (let hart: usize = 0; hart < usize(hartCount()); hart += 1) {
		if (callHart(hart, start, hart) !== IrqResult.ok) return 1;
		while (nextReadyLine() !== 100) waitForEvent(monotonicTicks() + 10_000_000);
	}
	return 0;
}
`;

test('a larger interrupt stack is one number in linker.ld', async () => {
	const copy = copyOfRepository();
	const script = join(copy, 'linker.ld');
	const text = readFileSync(script, 'utf8');
	writeFileSync(script, text.replace('interruptStackSize = 8K;', 'interruptStackSize = 12K;'));
	mkdirSync(join(copy, 'examples/deep'));
	writeFileSync(join(copy, 'examples/deep/main.ts'), deep);

	const built = spawnSync('node', ['--import', 'tsx', 'scripts/build.ts', 'examples/deep'], {
		cwd: copy,
		encoding: 'utf8',
	});

	expect(built.stderr).not.toMatch(/error|bytes and may need/);
	expect(readFileSync(join(copy, 'build/deep/handlers.txt'), 'utf8')).toMatch(
		/^interrupt stack: at most 9\d{3} of 12288 bytes\n/,
	);
	const machine = bootImage(join(copy, 'build/deep/kernel.elf'), { harts: 4 });
	expect(await machine.exit()).toBe(0);
	expect(machine.output()).toBe('hart 0: 0\nhart 1: 1200\nhart 2: 2402\nhart 3: 3606\n');
});
