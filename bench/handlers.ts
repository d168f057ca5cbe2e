/**
 * Ten handlers in native TypeScript beside the same in C by hand: one image holds both, so that they
 * have the same compiler, flags, register convention, memory and run.
 */

import { mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { findApp } from '../scripts/app.ts';
import { compileNativeHalf } from '../scripts/compile.ts';
import { assembleBoot, compileC, link } from '../scripts/link.ts';
import { repository } from '../scripts/repository.ts';
import { runTool } from '../scripts/tool.ts';
import { nativeFlags, tools } from '../scripts/toolchain.ts';
import { countOperations } from './count.ts';
import { run, runLogged } from './machine.ts';
import { Program } from './program.ts';
import type { Row } from './rows.ts';

interface ReferenceHandler {
	readonly id: string;
	readonly function: string; // in C with a C at the end
	readonly state?: string; // what it keeps, likewise; without, it is hart-local
	readonly what: string;
}

const handlers: readonly ReferenceHandler[] = [
	{
		id: 'uart',
		function: 'uartReceive',
		state: 'uartState',
		what: 'sixteen bytes from a UART into a ring',
	},
	{
		id: 'plic',
		function: 'claimLoop',
		state: 'claimState',
		what: 'claim, dispatch and complete until nothing is pending',
	},
	{
		id: 'used-ring',
		function: 'usedRingWalk',
		state: 'queue',
		what: 'eight used virtio descriptors given back',
	},
	{
		id: 'timer',
		function: 'timerRearm',
		state: 'timerState',
		what: 'a periodic timer, three periods late',
	},
	{
		id: 'checksum',
		function: 'packetChecksum',
		state: 'checksumState',
		what: 'FNV-1a of a packet of 60 bytes',
	},
	{
		id: 'bit-fields',
		function: 'bitFieldDecode',
		state: 'frameCounts',
		what: 'eight status words taken apart',
	},
	{
		id: 'enqueue',
		function: 'ringEnqueue',
		state: 'eventQueue',
		what: 'one event into a ring by compare-exchange',
	},
	{ id: 'counters', function: 'hartCounters', what: 'counts of this hart' },
	{
		id: 'descriptors',
		function: 'descriptorChain',
		state: 'chainState',
		what: 'a chain of six virtio descriptors',
	},
	{
		id: 'state-machine',
		function: 'stateMachine',
		state: 'decoder',
		what: '60 bytes through a SLIP decoder',
	},
];

/** Measured in the same way; it is none of the ten. */
const section: ReferenceHandler = {
	id: 'lock',
	function: 'lockedTotals',
	state: 'totals',
	what: 'interrupts masked, a free lock taken and freed, two counts in it',
};

const twins = join(repository, 'bench/baseline/handlers');

/** Builds the image with both; the answer is its path. */
async function buildHandlers(outDir: string): Promise<string> {
	const folder = join(outDir, 'handlers');
	mkdirSync(folder, { recursive: true });
	const sources = readdirSync(twins).filter(name => name.endsWith('.c'));
	const compileTwin = async (name: string) => {
		const object = join(folder, name.replace(/\.c$/, '-c.o'));
		await runTool(tools.gcc, [...nativeFlags, '-c', join(twins, name), '-o', object]);
		return object;
	};
	const native = await compileNativeHalf(findApp('bench/apps/handlers'), folder);
	const objects = [
		...(await assembleBoot(folder)),
		// First, so that their variables lie in reach of gp, as do those of the TypeScript.
		...(await Promise.all(sources.sort().map(compileTwin))),
		await compileC('native', native.source),
	];
	return (await link('native', objects, folder)).image;
}

/** Measures all of them. Both ways of counting agree, or it fails. */
export async function handlerRows(outDir: string): Promise<Row[]> {
	const image = await buildHandlers(outDir);
	const program = new Program(image);
	expectNearState(program);
	const { pcs } = await runLogged(image);
	const { windows } = await run(image);
	const count = (id: string, name: string): number => {
		const nothing = { start: 0, end: 0 };
		const [logged = 0] = countOperations(pcs, program.function(name), nothing);
		// The window holds, besides the handler, its call and the read of `minstret`.
		const overhead = (windows.get(id) ?? 0) - logged;
		if (logged === 0 || overhead < 2 || overhead > 4) {
			throw new Error(`${id}: minstret says ${windows.get(id)}, and the log ${logged}.`);
		}
		return logged;
	};
	const rowsOf = (id: string, handler: ReferenceHandler): Row[] => {
		const row = (id: string, name: string, what: string): Row => ({
			id,
			value: count(id, name),
			unit: 'instructions',
			what,
		});
		return [
			row(id, handler.function, handler.what),
			row(`${id}.c`, `${handler.function}C`, `${handler.what}: C by hand, the same registers`),
		];
	};
	const rows = handlers.flatMap(handler => rowsOf(`handler.${handler.id}`, handler));
	return [...rows, geometricMean(rows), ...rowsOf('section.lock', section)];
}

/** Reaching a variable takes one instruction near `gp`, and two elsewhere: both sides are near. */
function expectNearState(program: Program): void {
	const pointer = program.label('__global_pointer$');
	for (const { state } of [...handlers, section]) {
		if (state === undefined) continue;
		for (const name of [state, `${state}C`]) {
			const { start, end } = program.object(name);
			if (start >= pointer - 2048 && end <= pointer + 2048) continue;
			throw new Error(
				`The variable '${name}' is out of gp's reach, so the rows are not comparable.`,
			);
		}
	}
}

function geometricMean(rows: readonly Row[]): Row {
	const values = new Map(rows.map(({ id, value }) => [id, value]));
	const logarithms = handlers.map(({ id }) =>
		Math.log((values.get(`handler.${id}`) ?? 0) / (values.get(`handler.${id}.c`) ?? 0)),
	);
	const mean = logarithms.reduce((sum, value) => sum + value, 0) / handlers.length;
	return {
		id: 'handler.geomean',
		value: Math.round(Math.exp(mean) * 1000) / 1000,
		unit: 'ratio',
		what: 'instructions of TypeScript to those of C, the geometric mean of the ten',
	};
}
