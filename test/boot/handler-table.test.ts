import { expect, test } from 'vitest';
import { boot } from '../harness/machine.ts';

test("the crate's README example prints what the crate prints", async () => {
	const machine = await boot('examples/handler-table');

	expect(await machine.exit()).toBe(0);
	expect(machine.output().split('\n')).toEqual(['Hello, event 0!', 'Hello, event 1!', '']);
});
