/**
 * How long the native half of an image takes, from the start of the command to its end: node, the
 * compiler's own loading, tsc, lowering, proofs, gcc. Sources and build folder are a copy.
 *
 * A time depends on the machine and on what else it does; so tsc alone is timed in turn, on the same
 * sources, and the ratios are of processor time, which depends on that much less.
 */

import {
	cpSync,
	existsSync,
	mkdirSync,
	readFileSync,
	rmSync,
	symlinkSync,
	writeFileSync,
} from 'node:fs';
import { basename, join } from 'node:path';
import { repository } from '../scripts/repository.ts';
import { runTool } from '../scripts/tool.ts';
import type { Row } from './rows.ts';

const rounds = 5;

/** All of a native image. */
const app = 'examples/handler-table';

/** An ordinary app: its native half has the event loop's side and the C library's hooks as well. */
const ordinaryApp = 'examples/shell';

const copied = ['bench', 'boot', 'examples', 'kernel', 'scripts', 'linker.ld'];
const packages = ['package.json', 'package-lock.json'];

/** The one line that a round changes, inside a function. */
const edited = { file: 'kernel/trap/unhandled.ts', text: "consoleWrite('plic source" } as const;

function copyRepository(copy: string): void {
	rmSync(copy, { recursive: true, force: true });
	mkdirSync(copy, { recursive: true });
	for (const name of [...copied, ...packages]) {
		cpSync(join(repository, name), join(copy, name), { recursive: true });
	}
	symlinkSync(join(repository, 'node_modules'), join(copy, 'node_modules'));
}

/** Changes the line, each time to something else. */
function edit(copy: string, round: number): void {
	const source = readFileSync(join(repository, edited.file), 'utf8');
	if (!source.includes(edited.text)) throw new Error(`${edited.file} has no '${edited.text}'.`);
	writeFileSync(join(copy, edited.file), source.replace(edited.text, `${edited.text} ${round}`));
}

interface Time {
	readonly seconds: number;
	readonly processor: number; // seconds of all cores, of the program and whatever it started
}

async function timeOf(program: string, args: readonly string[], cwd: string): Promise<Time> {
	const start = performance.now();
	const said = await runTool('sh', ['-c', '"$@" && times', 'sh', program, ...args], { cwd });
	const seconds = (performance.now() - start) / 1000;
	const [, user, system] = /(\S+) (\S+)\s*$/.exec(said) ?? [];
	return { seconds, processor: processorSeconds(user) + processorSeconds(system) };
}

/** `1m2.345s`, as the shell's `times` prints it. */
function processorSeconds(text = ''): number {
	const [, minutes, seconds] = /^(\d+)m([\d.]+)s$/.exec(text) ?? [];
	if (seconds === undefined) throw new Error(`'${text}' is no time.`);
	return 60 * Number(minutes) + Number(seconds);
}

/** Cold: nothing that an earlier build has made, but sources and tools in memory. */
export async function compileRows(outDir: string): Promise<Row[]> {
	const copy = join(outDir, 'compile-time');
	copyRepository(copy);
	const build = join(copy, 'build');
	const tsc = () => timeOf('node', ['node_modules/typescript/bin/tsc', '-p', 'kernel'], copy);
	const compile = async (folder: string) => {
		const object = join(build, basename(folder), 'native.o');
		rmSync(object, { force: true });
		const time = await timeOf('scripts/command.sh', ['bench/compile-native.ts', folder], copy);
		if (!existsSync(object)) throw new Error(`There is no ${object}.`);
		return time;
	};

	const times = {
		tsc: [] as Time[],
		cold: [] as Time[],
		changed: [] as Time[],
		shell: [] as Time[],
	};
	for (let round = 1; round <= rounds; round += 1) {
		times.tsc.push(await tsc());
		rmSync(build, { recursive: true, force: true });
		times.cold.push(await compile(app));
		edit(copy, round);
		times.changed.push(await compile(app));
		times.shell.push(await compile(ordinaryApp));
	}
	return rowsOf(
		medianTime(times.tsc),
		medianTime(times.cold),
		medianTime(times.changed),
		medianTime(times.shell),
	);
}

function rowsOf(tsc: Time, cold: Time, changed: Time, shell: Time): Row[] {
	const row = (id: string, value: number, unit: Row['unit'], what: string): Row => ({
		id: `compile.${id}`,
		value: Math.round(value * 100) / 100,
		unit,
		what,
	});
	const half = `the native half of ${app}, from sources to object`;
	const ratio = 'processor time of the same, to that of tsc alone';
	return [
		row('tsc', tsc.seconds, 's', "tsc alone on the kernel's native sources"),
		row('native.cold', cold.seconds, 's', `${half}, with nothing of an earlier build`),
		row('native.cold.ratio', cold.processor / tsc.processor, 'ratio', ratio),
		row(
			'native.changed',
			changed.seconds,
			's',
			`${half}, one function edited since the last build`,
		),
		row('native.changed.ratio', changed.processor / tsc.processor, 'ratio', ratio),
		row('native.shell', shell.seconds, 's', `the same edit, of ${ordinaryApp}: more of the kernel`),
	];
}

function medianTime(times: readonly Time[]): Time {
	return {
		seconds: median(times.map(({ seconds }) => seconds)),
		processor: median(times.map(({ processor }) => processor)),
	};
}

function median(values: readonly number[]): number {
	const sorted = [...values].sort((a, b) => a - b);
	return sorted[Math.floor(sorted.length / 2)] ?? 0;
}
