/** The rows of `make bench`: what is counted, on which image, and what it says to a reader. */

import { countOperations, countTraps, countWindows } from './count.ts';
import type { Run } from './machine.ts';
import type { Program } from './program.ts';

export interface Row {
	readonly id: string;
	readonly value: number;
	readonly unit: 'instructions' | 'bytes' | 'ratio' | 's';
	readonly what: string;
}

/** Where a row was measured: the end of its id, and its column in the table. */
export interface Subject {
	readonly suffix: '' | '.measured' | '.c' | '.c7';
	readonly what: string;
}

export const subjects = {
	kernel: { suffix: '', what: 'Trapline' },
	measured: { suffix: '.measured', what: 'built with MEASURE=1' },
	standard: { suffix: '.c', what: 'C by hand, standard ABI (16 registers), assembly dispatch' },
	reduced: { suffix: '.c7', what: "C by hand, Trapline's register convention (7 registers)" },
} as const satisfies Record<string, Subject>;

const operations = [
	{ function: 'registerOperation', rows: ['table.register.ok', 'table.register.taken'] },
	{
		function: 'handleOperation',
		rows: ['table.handle.hit', 'table.handle.miss', 'table.handle.bounds'],
	},
	{ function: 'unregisterOperation', rows: ['table.unregister.hit', 'table.unregister.empty'] },
] as const;

/** The handlers of each trap in the order in which they are called; none is in two traps. */
const traps = [
	{ id: 'trap.software', cause: 3, handlers: ['softwareHandler'] },
	{ id: 'trap.timer', cause: 7, handlers: ['timerHandler'] },
	{ id: 'trap.external', cause: 11, handlers: ['externalHandler'] },
	{ id: 'trap.lines1023', cause: 11, handlers: ['lonelyHandler'] },
	{ id: 'trap.data', cause: 11, handlers: ['dataHandler'] },
	{ id: 'trap.shared2', cause: 11, handlers: ['secondOfTwo', 'firstOfTwo'] },
	{
		id: 'trap.shared4',
		cause: 11,
		handlers: ['fourthOfFour', 'thirdOfFour', 'secondOfFour', 'firstOfFour'],
	},
] as const;

const operationNames: Readonly<Record<string, string>> = {
	'table.register.ok': 'registerHandler into an empty slot, call to ret',
	'table.register.taken': 'registerHandler into a taken slot',
	'table.handle.hit': 'handle of a registered index, the handler excluded',
	'table.handle.miss': 'handle of an empty slot',
	'table.handle.bounds': 'handle of an index out of range',
	'table.unregister.hit': 'unregisterHandler of a taken slot',
	'table.unregister.empty': 'unregisterHandler of an empty slot',
};

const trapNames: Readonly<Record<string, string>> = {
	'trap.software': 'software interrupt',
	'trap.timer': 'timer interrupt',
	'trap.external': 'UART interrupt through the PLIC, claim and complete',
	'trap.lines1023': 'the same with all 1,023 lines registered',
	'trap.data': 'the same, a handler with data',
	'trap.shared2': 'the same, two handlers that share the line',
	'trap.shared4': 'the same, four handlers that share the line',
};

/** The instruction rows of one image. `plain` is the run without a log. */
export function instructionRows(
	program: Program,
	subject: Subject,
	logged: Run,
	plain: Run,
): Row[] {
	checkWindows(program, subject, logged, plain);
	const { pcs } = logged;
	const row = (id: string, value: number, what: string): Row => ({
		id: `${id}${subject.suffix}`,
		value,
		unit: 'instructions',
		what: subject.suffix === '' ? what : `${what}: ${subject.what}`,
	});
	const handler = program.function('emptyHandler');
	const tableRows = operations.flatMap(operation => {
		const counts = countOperations(pcs, program.function(operation.function), handler);
		expectCount(operation.function, counts, operation.rows.length);
		return operation.rows.map((id, at) => row(id, counts[at] ?? 0, operationNames[id] ?? ''));
	});
	const trapRows = traps.flatMap(trap => {
		const handlers = trap.handlers.map(name => program.function(name));
		const counts = countTraps(pcs, program, trap.cause, handlers);
		expectCount(trap.id, counts, 1);
		const [count = { entry: 0, net: 0 }] = counts;
		const name = trapNames[trap.id];
		return [
			row(
				`${trap.id}.entry`,
				count.entry,
				`${name}: vector to the first handler's first instruction`,
			),
			row(`${trap.id}.net`, count.net, `${name}: vector to mret, handlers excluded`),
		];
	});
	const firstByte = plain.windows.get('boot.first-byte') ?? 0;
	return [...tableRows, ...trapRows, row('boot.first-byte', firstByte, 'reset to the first byte')];
}

function expectCount(what: string, counts: readonly unknown[], expected: number): void {
	if (counts.length === expected) return;
	throw new Error(`The log has '${what}' ${counts.length} times, and not ${expected} times.`);
}

/**
 * The two ways of counting agree: what the guest read from `minstret`, with and without the log, and
 * the lines of the log between the reads.
 */
function checkWindows(program: Program, subject: Subject, logged: Run, plain: Run): void {
	const counted = countWindows(logged.pcs, program);
	// Of each two windows the first is printing; before the first there is one read for the boot row.
	const inside = counted.filter((_, at) => at % 2 === 1);
	const reported = [...plain.windows].filter(([id]) => id !== 'boot.first-byte');
	expectCount('a window', inside, reported.length);
	for (const [at, [id, count]] of reported.entries()) {
		if (count === inside[at] && count === logged.windows.get(id)) continue;
		throw new Error(
			`${id} (${subject.what}): minstret says ${count}, and ${logged.windows.get(id)} with the log; the log has ${inside[at]}.`,
		);
	}
}
