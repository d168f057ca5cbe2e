import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { repository } from '../../scripts/repository.ts';
import { boot } from '../harness/machine.ts';

const folder = 'test/boot/images/interrupted';
const lines = readFileSync(join(repository, folder, 'main.ts'), 'utf8').split('\n');
const lost = 'interrupted in this or in what it called; the exception has overwritten mepc:';

const lineOf = (text: string) => `${folder}/main.ts:${lines.findIndex(l => l.includes(text)) + 1}`;

/** `name (file:line)` of a function of the image. */
const placeOf = (name: string) => `${name} (${lineOf(`function ${name}(`)})`;

/** Panics on hart 0 or 1; the answer is the line about the hart, and the backtrace behind the lost place. */
async function reportOf(letter: string): Promise<readonly string[]> {
	const machine = await boot(folder, { harts: 2 });
	await machine.line(/^ready$/);
	machine.send(letter);
	expect(await machine.exit()).toBe(101);
	const report = machine.output().trimEnd().split('\n');
	const start = report.findIndex(line => line.includes(lost));
	expect(start).toBeGreaterThan(0);
	const frames = report.slice(start + 1).map(line => line.replace(/^ {2}at /, ''));
	return [report.find(line => line.startsWith('hart ')) ?? '', ...frames];
}

/** What every call to a hart goes through. */
const call =
	/^hart \d, inside serveCalls \(kernel\/trap\/calls\.ts:\d+\), the handler of the software interrupt$/;

describe('an exception inside a handler names the handler, and the interrupted code:', () => {
	test('a main program that sleeps', async () => {
		const [hart, ...frames] = await reportOf('s');

		expect(hart).toMatch(call);
		expect(frames.at(-2)).toMatch(/^main \(test\/boot\/images\/interrupted\/main\.ts:\d+\)$/);
		expect(frames.at(-1)).toMatch(/^\w+ \(boot\/start\.S:\d+\)$/);
	});

	test('the same, by the timer', async () => {
		const [hart, ...frames] = await reportOf('t');

		expect(hart).toBe(
			`hart 0, inside ${placeOf('failInside')}, the handler of the timer interrupt`,
		);
		expect(frames.join('\n')).toMatch(/^main \(test\/boot\/images\/interrupted\/main\.ts:\d+\)$/m);
	});

	test('a hart that has nothing to do', async () => {
		const [hart, ...frames] = await reportOf('i');

		expect(hart).toMatch(call);
		expect(frames).toHaveLength(2);
		expect(frames[0]).toMatch(/^hartMain \(kernel\/main\.ts:\d+\)$/);
	});

	test('a function that calls nobody, and has a frame of its own', async () => {
		const [hart, ...frames] = await reportOf('l');

		expect(hart).toMatch(call);
		expect(frames.slice(0, 2)).toEqual([
			placeOf('leafWithFrame'),
			`runLeaf (${lineOf('here: leaf')})`,
		]);
		expect(frames.at(-1)).toMatch(/^\w+ \(boot\/start\.S:\d+\)$/);
	});

	test('a function that has called others', async () => {
		const [hart, ...frames] = await reportOf('f');

		expect(hart).toMatch(call);
		expect(frames.slice(0, 2)).toEqual([
			placeOf('callsOthers'),
			`runCalls (${lineOf('here: calls')})`,
		]);
		expect(frames.at(-1)).toMatch(/^\w+ \(boot\/start\.S:\d+\)$/);
	});

	test('by one of two handlers of a shared line, and it is that one', async () => {
		const [hart] = await reportOf('e');

		expect(hart).toBe(
			`hart 1, inside ${placeOf('failAsOneOfTwo')}, the handler of plic source 11 (rtc@101000)`,
		);
	});

	test('by a handler with data', async () => {
		const [hart] = await reportOf('d');

		expect(hart).toBe(
			`hart 1, inside ${placeOf('failWithData')}, the handler of plic source 11 (rtc@101000)`,
		);
	});
});
