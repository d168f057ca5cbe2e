import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { findApp } from '../../scripts/app.ts';
import { buildApp } from '../../scripts/build.ts';
import { repository } from '../../scripts/repository.ts';
import { usual } from '../../scripts/variant.ts';
import { visit } from '../harness/front-door.ts';
import { bootImage } from '../harness/machine.ts';

const app = 'test/boot/images/stepped';
const lines = readFileSync(join(repository, app, 'main.ts'), 'utf8').split('\n');

/** The number of the line that holds `text`. */
const lineOf = (text: string) => lines.findIndex(line => line.includes(text)) + 1;

/** What `make debug` prints when gdb is told these commands; one element for each command. */
async function debug(commands: readonly string[]): Promise<readonly string[]> {
	const script = commands.flatMap(each => ['-ex', `echo == ${each}\\n`, '-ex', each]);
	const { status, output, said } = await visit(
		'scripts/command.sh',
		['scripts/debug.ts', app, '-batch', ...script, '-ex', 'quit 0'],
		{ env: { SMP: '1' } },
	);
	expect(status, said).toBe(0);
	return output
		.split(/^== .*\n/m)
		.slice(1)
		.map(answer => answer.trimEnd());
}

test('gdb steps through TypeScript inside a handler that runs in an interrupt', async () => {
	const call = lineOf('const weight = weigh');
	const inside = lineOf('const weight: u64');
	const add = lineOf('this.total += value');

	const [, stop, trace, into, across, back, locals, method, self, , after] = await debug([
		`break stepped/main.ts:${call}`,
		'continue',
		'bt',
		'step',
		'step',
		'step',
		'info locals',
		'step',
		'print *self',
		'finish',
		'info locals',
		'delete',
		'continue',
	]);

	// At the breakpoint: in the handler, which the timer interrupt called through the table.
	expect(stop).toMatch(
		`tick (cause=7) at ${app}/main.ts:${call}\n${call}\t\t\tconst weight = weigh`,
	);
	const [first, ...callers] = (trace ?? '').split('\n');
	expect(first).toMatch(/^#0 +tick \(cause=7\) at /);
	expect(callers.join('\n')).toMatch(
		/ HandlerTable_16\.handle \(.* at kernel\/sync\/handler-table\.ts:\d+/,
	);
	expect(callers.join('\n')).toMatch(/ dispatchTimer \(\) at kernel\/trap\/dispatch\.ts:\d+/);
	// Below that lies what was interrupted, on its own stack.
	expect(callers.join('\n')).toMatch(
		/<signal handler called>\n[\s\S]*^#\d+ .*\bmain \(\) at .*stepped\/main\.ts:\d+$/m,
	);

	// Line by line: into the function, through it, and back.
	expect(into).toMatch(/^weigh \(cause=.*7, factor=.*2\) at /);
	expect(into).toMatch(`\n${inside}\t\tconst weight: u64 = `);
	expect(across).toBe(`${inside + 1}\t\treturn weight + 1;`);
	expect(back).toMatch(`\n${call + 1}\t\t\taccumulator.add(weight);`);
	expect(locals?.split('\n')).toEqual(
		expect.arrayContaining(['weight = 15', 'factor = 2', 'accumulator = {total = 0, count = 0}']),
	);

	// Into a method, whose object is seen, and out of it.
	expect(method).toMatch(/^Accumulator\.add \(self=.*, value=15\) at /);
	expect(method).toMatch(`\n${add}\t\t\tthis.total += value;`);
	expect(self).toBe('$1 = {total = 0, count = 0}');
	expect(after?.split('\n')).toEqual(
		expect.arrayContaining(['factor = 2', 'accumulator = {total = 15, count = 1}']),
	);
});

test('gdb knows functions by their names in TypeScript', async () => {
	const [tick, method, stop] = await debug(['break tick', 'break Accumulator.add', 'continue']);

	expect(tick).toContain(`file ${app}/main.ts, line `);
	expect(method).toContain(`file ${app}/main.ts, line ${lineOf('this.total += value')}`);
	expect(stop).toMatch(/^Breakpoint 1, tick \(cause=7\) at /m);
});

test('an image for a debugger does what the other one does', async () => {
	const found = findApp(app);
	const image = await buildApp(found, { ...usual, purpose: 'debug' });
	const machine = bootImage(image);

	expect(await machine.exit()).toBe(0);
	expect(machine.output()).toBe('stepped\n');
});
