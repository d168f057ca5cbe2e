import { hartCount } from '../platform/machine.ts';
import { symbolFileByte, symbolLine, symbolNameByte } from '../trap/backtrace.ts';
import { handlerAddress, localHandlerAddress } from '../trap/status.ts';
import { interruptCount, localInterruptCount } from '../trap/tables.ts';

/** How often one line interrupted one hart, and who handles it now. */
export interface LineCount {
	/** `plic 10`, `timer`, `software`; `spurious` is claims that found nothing. */
	readonly line: string;
	readonly hart: number;
	readonly count: number;
	/** The native function that is registered, and its `file:line`; both empty if there is none. */
	readonly handler: string;
	readonly place: string;
}

const sourceCount = 128;
const softwareCause = 3;
const timerCause = 7;

/** Every line that has interrupted a hart. */
export function lineCounts(): LineCount[] {
	const lines: LineCount[] = [];
	const harts = hartCount();
	for (let irq = 0; irq < sourceCount; irq++) {
		const name = irq === 0 ? 'spurious' : `plic ${irq}`;
		for (let hart = 0; hart < harts; hart++) {
			const count = interruptCount(hart, irq);
			if (count > 0) lines.push(describeLine(name, hart, count, handlerAddress(irq, 0)));
		}
	}
	for (const cause of [softwareCause, timerCause]) {
		const name = cause === timerCause ? 'timer' : 'software';
		for (let hart = 0; hart < harts; hart++) {
			const count = localInterruptCount(hart, cause);
			if (count > 0) lines.push(describeLine(name, hart, count, localHandlerAddress(cause)));
		}
	}
	return lines;
}

function describeLine(line: string, hart: number, count: number, address: number): LineCount {
	if (address === 0) return { line, hart, count, handler: '', place: '' };
	const file = textOf(index => symbolFileByte(address, index));
	const handler = textOf(index => symbolNameByte(address, index));
	return { line, hart, count, handler, place: file === '' ? '' : `${file}:${symbolLine(address)}` };
}

/** The text whose byte `index` is `byteAt(index)`, up to -1. */
function textOf(byteAt: (index: number) => number): string {
	let text = '';
	let byte = byteAt(0);
	for (let index = 1; byte >= 0; index++) {
		text += String.fromCharCode(byte);
		byte = byteAt(index);
	}
	return text;
}
