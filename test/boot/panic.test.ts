import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { repository } from '../../scripts/repository.ts';
import { boot } from '../harness/machine.ts';

const folder = 'test/boot/images/faults';
const source = readFileSync(join(repository, folder, 'main.ts'), 'utf8').split('\n');

/** `main.ts:<line>` of the line that the source marks with `// here: <mark>`. */
function position(mark: string): string {
	return `${folder}/main.ts:${source.findIndex(line => line.includes(`// here: ${mark}`)) + 1}`;
}

/** Which letter does what, what the panic says of it, and where. */
const faults = [
	{ what: 'a call of null', letter: 'c', says: 'instruction access fault', at: 'call' },
	{ what: 'a load from nowhere', letter: 'l', says: 'load access fault', at: 'load' },
	{ what: 'a store to nowhere', letter: 's', says: 'store/AMO access fault', at: 'store' },
	{ what: 'an illegal instruction', letter: 'i', says: 'illegal instruction', at: 'illegal' },
	{ what: 'an index out of range', letter: 'x', says: '120', at: 'index' },
	{ what: 'a division by zero', letter: 'd', says: 'zero', at: 'division' },
	{ what: 'a stack overflow', letter: 'o', says: 'stack overflow', at: 'overflow' },
	{ what: 'a panic', letter: 'p', says: 'asked for it', at: 'panic' },
];

describe('panic', () => {
	test.for(faults)('$what ends with status 101, its cause and its place', async fault => {
		const machine = await boot(folder);
		await machine.line(/^ready$/);

		machine.send(fault.letter);

		expect(await machine.exit()).toBe(101);
		const report = machine.output();
		expect(report).toMatch(new RegExp(`panic: .*${fault.says}`));
		expect(report).toMatch(/ ra 0x[0-9a-f]{16} {2}sp 0x/);
		expect(report).toContain(position(fault.at));
		expect(report).toMatch(new RegExp(`at main \\(${folder}/main.ts:\\d+\\)`));
	});

	test('a panic inside a handler names the line, and shows both stacks', async () => {
		const machine = await boot(folder);
		await machine.line(/^ready$/);
		machine.send('h');
		await machine.line(/^armed$/);

		await machine.setLine(50, 1);

		expect(await machine.exit()).toBe(101);
		const report = machine.output();
		expect(report).toMatch(/inside .*handler.*plic source 50/);
		expect(report).toContain(position('index'));
		expect(report).toMatch(/at rangBell \(/);
		expect(report).toMatch(/at main \(/);
	});

	test('the same panic twenty times in a row', async () => {
		for (let round = 0; round < 20; round++) {
			const machine = await boot(folder, { harts: 4 });
			machine.send('x');
			expect(await machine.exit()).toBe(101);
			expect(machine.output()).toContain(position('index'));
		}
	});
});
