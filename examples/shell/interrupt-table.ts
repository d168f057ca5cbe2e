import { lineCounts } from 'kernel:irq';

/** The rows that `irqs` prints: line, hart, count, handler, its place in the source. */
export function interruptTable(): string[] {
	const rows = [row('line', 'hart', 'count', 'handler')];
	for (const { line, hart, count, handler, place } of lineCounts()) {
		const name = handler === '' ? '(nobody)' : handler;
		rows.push(row(line, `${hart}`, `${count}`, place === '' ? name : `${name} (${place})`));
	}
	return rows;
}

function row(line: string, hart: string, count: string, handler: string): string {
	return `${line.padEnd(9)} ${hart.padStart(4)} ${count.padStart(8)}  ${handler}`;
}
