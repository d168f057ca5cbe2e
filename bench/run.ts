/**
 * Command: measures the kernel beside the same programs in C, prints a table and writes
 * build/bench.json. Instructions are retired ones and exact; only the rows of `compile-time.ts` are
 * times. `--record` makes this run the one that later runs are compared with.
 */

import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { findApp } from '../scripts/app.ts';
import { buildApp } from '../scripts/build.ts';
import { repository } from '../scripts/repository.ts';
import { command, exitOnSignals, say, step } from '../scripts/terminal.ts';
import { usual } from '../scripts/variant.ts';
import { buildTwin } from './baseline.ts';
import { keepsBounds } from './bounds.ts';
import { compileRows } from './compile-time.ts';
import { handlerRows } from './handlers.ts';
import { run, runLogged } from './machine.ts';
import { Program } from './program.ts';
import { compareWithRecorded, record } from './recorded.ts';
import { instructionRows, type Row, type Subject, subjects } from './rows.ts';
import { sizeRows } from './sizes.ts';
import { printRows } from './table.ts';
import { toolVersions } from './versions.ts';

const outDir = join(repository, 'build/bench');

/** Bench apps keep out of the way of a user's; the examples are shared with `make run`. */
function build(app: string): Promise<string> {
	const found = findApp(app);
	return app.startsWith('bench/')
		? buildApp(found, usual, join(outDir, found.name))
		: buildApp(found);
}

async function measure(image: string, subject: Subject): Promise<Row[]> {
	const logged = await runLogged(image);
	return instructionRows(new Program(image), subject, logged, await run(image));
}

async function instructions(): Promise<Row[]> {
	const counting = step('count instructions');
	const twin = { source: 'kernel.c', library: false } as const;
	const app = 'bench/apps/instructions';
	const variant = { ...usual, isMeasured: true };
	const measured = await buildApp(findApp(app), variant, join(outDir, 'instructions-measured'));
	const measuredRows = await measure(measured, subjects.measured);
	const standard = await buildTwin({ ...twin, convention: 'standard' }, outDir);
	const reduced = await buildTwin({ ...twin, convention: 'reduced' }, outDir);
	const rows = [
		...(await measure(await build(app), subjects.kernel)),
		...measuredRows.filter(({ id }) => id.startsWith('trap.')),
		...(await measure(standard, subjects.standard)),
		...(await measure(reduced, subjects.reduced)),
		...(await handlerRows(outDir)),
	];
	counting.done();
	return rows;
}

async function sizes(): Promise<Row[]> {
	const standard = { convention: 'standard' } as const;
	const table = await buildTwin({ ...standard, source: 'handler-table.c', library: false }, outDir);
	const hello = await buildTwin({ ...standard, source: 'hello.c', library: true }, outDir);
	const native = new Program(await build('examples/handler-table'));
	const ordinary = new Program(await build('bench/apps/hello'));
	const shell = new Program(await build('examples/shell'));
	return [
		...sizeRows('image.native', '', 'examples/handler-table', native),
		...sizeRows('image.native', '.c', 'the same in C by hand', new Program(table)),
		...sizeRows('image.hello', '', 'an ordinary console.log', ordinary),
		...sizeRows('image.hello', '.c', 'printf of picolibc, in C', new Program(hello)),
		...sizeRows('image.shell', '', 'examples/shell', shell),
	];
}

async function compileTimes(): Promise<Row[]> {
	const timing = step('compile times');
	const rows = await compileRows(outDir);
	timing.done();
	return rows;
}

async function main(args: readonly string[]): Promise<number> {
	exitOnSignals();
	mkdirSync(outDir, { recursive: true });
	const rows = [...(await instructions()), ...(await sizes()), ...(await compileTimes())];
	const versions = await toolVersions();
	const target = join(repository, 'build/bench.json');
	writeFileSync(target, `${JSON.stringify(rows, null, '\t')}\n`);
	writeFileSync(join(outDir, 'versions.json'), `${JSON.stringify(versions, null, '\t')}\n`);
	process.stdout.write(printRows(rows));
	say(`${rows.length} rows in build/bench.json; the tools' versions in build/bench/versions.json`);
	if (args.includes('--record')) record(rows, versions);
	const isKept = keepsBounds(rows);
	return compareWithRecorded(rows, versions) && isKept ? 0 : 1;
}

await command('bench', main);
