import { type LineCount, type LineTimes, lineCounts } from 'kernel:irq';
import { alignColumns, type Side } from './columns.ts';

const counted = ['line', 'hart', 'count', 'unhandled'];
const measured = ['cycles', 'at most', 'ticks late', 'at most'];

/**
 * The rows that `irqs` prints: one for each line and hart, and one more for each further handler of a shared line.
 * An image that was built with `MEASURE=1` has the durations of the handlers, and how late the timer is.
 */
export function interruptTable(): string[] {
	const lines = lineCounts();
	const isMeasured = lines.some(({ times }) => times !== undefined);
	const heading = [...counted, ...(isMeasured ? measured : []), 'handler'];
	const sides = heading.map((_, column): Side => {
		return column === 0 || column === heading.length - 1 ? 'left' : 'right';
	});
	return alignColumns(sides, [heading, ...lines.flatMap(rowsOf)]);
}

function rowsOf(line: LineCount): string[][] {
	const names = line.handlers.map(({ name, place }) =>
		place === '' ? name : `${name} (${place})`,
	);
	const counts = [line.line, `${line.hart}`, `${line.count}`, `${line.unhandled}`];
	const figures = [...counts, ...timesOf(line.times)];
	const blanks = figures.map(() => '');
	const first = names.length === 0 ? '(nobody)' : names[0];
	return [[...figures, first], ...names.slice(1).map(name => [...blanks, name])];
}

function timesOf(times: LineTimes | undefined): string[] {
	if (times === undefined) return [];
	const { lastCycles, greatestCycles, lastLateTicks, greatestLateTicks } = times;
	const late =
		lastLateTicks === undefined ? ['', ''] : [`${lastLateTicks}`, `${greatestLateTicks}`];
	return [`${lastCycles}`, `${greatestCycles}`, ...late];
}
