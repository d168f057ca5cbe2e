import { expect, test } from 'vitest';
import { boot } from '../harness/machine.ts';

test('a loop that polls an element or a field of hart-local storage sees what a handler changed', async () => {
	const machine = await boot('test/boot/images/polling');

	expect(await machine.exit()).toBe(0);
	expect(machine.output()).toBe('the element has changed\nthe field has changed\n');
});
