import { hartCount } from '../platform/machine.ts';
import { symbolFileByte, symbolLine, symbolNameByte } from '../trap/backtrace.ts';
import {
	greatestDuration,
	greatestLateness,
	greatestLocalDuration,
	lastDuration,
	lastLateness,
	lastLocalDuration,
	measuresHandlers,
} from '../trap/measure.ts';
import { handlerAddress, localHandlerAddress } from '../trap/status.ts';
import { interruptCount, localInterruptCount } from '../trap/tables.ts';
import { localUnhandledOnHart, unhandledOnHart } from '../trap/unhandled.ts';

/** How often one line interrupted one hart, and who handles it now. */
export interface LineCount {
	/** `plic 10`, `timer`, `software`; `spurious` is claims that found nothing. */
	readonly line: string;
	readonly hart: number;
	readonly count: number;
	/** How many of those nobody handled. */
	readonly unhandled: number;
	/** In the order in which they are called; more than one if the line is shared. */
	readonly handlers: readonly LineHandler[];
	/** In an image that was built with `MEASURE=1`. */
	readonly times?: LineTimes;
}

/** The native function that is registered, and its `file:line`. */
export interface LineHandler {
	readonly name: string;
	readonly place: string;
}

/** How long the handlers of a line took on one hart, all of them together: 0 if they have not run. */
export interface LineTimes {
	readonly lastCycles: number;
	readonly greatestCycles: number;
	/** From the timer's deadline to its dispatch, in ticks of the clock; only of the timer. */
	readonly lastLateTicks?: number;
	readonly greatestLateTicks?: number;
}

const sourceCount = 128;
const softwareCause = 3;
const timerCause = 7;

/** Every line that has interrupted a hart, by line and hart. */
export function lineCounts(): LineCount[] {
	const lines: LineCount[] = [];
	for (let irq = 0; irq < sourceCount; irq++) addSource(lines, irq);
	for (const cause of [softwareCause, timerCause]) addLocal(lines, cause);
	return lines;
}

function addSource(lines: LineCount[], irq: number): void {
	const line = irq === 0 ? 'spurious' : `plic ${irq}`;
	let handlers: LineHandler[] | undefined;
	for (let hart = 0; hart < hartCount(); hart++) {
		const count = interruptCount(hart, irq);
		if (count === 0) continue;
		if (handlers === undefined) handlers = handlersOf(index => handlerAddress(irq, index));
		const unhandled = unhandledOnHart(hart, irq);
		const found = { line, hart, count, unhandled, handlers };
		lines.push(measuresHandlers() ? { ...found, times: timesOf(hart, irq) } : found);
	}
}

function addLocal(lines: LineCount[], cause: number): void {
	const line = cause === timerCause ? 'timer' : 'software';
	const handlers = handlersOf(index => (index === 0 ? localHandlerAddress(cause) : 0));
	for (let hart = 0; hart < hartCount(); hart++) {
		const count = localInterruptCount(hart, cause);
		if (count === 0) continue;
		const unhandled = localUnhandledOnHart(hart, cause);
		const found = { line, hart, count, unhandled, handlers };
		lines.push(measuresHandlers() ? { ...found, times: localTimesOf(hart, cause) } : found);
	}
}

function timesOf(hart: number, irq: number): LineTimes {
	return { lastCycles: lastDuration(hart, irq), greatestCycles: greatestDuration(hart, irq) };
}

function localTimesOf(hart: number, cause: number): LineTimes {
	const lastCycles = lastLocalDuration(hart, cause);
	const greatestCycles = greatestLocalDuration(hart, cause);
	if (cause !== timerCause) return { lastCycles, greatestCycles };
	const lastLateTicks = lastLateness(hart);
	return { lastCycles, greatestCycles, lastLateTicks, greatestLateTicks: greatestLateness(hart) };
}

/** The handlers whose addresses are `addressOf(0)`, `addressOf(1)`, … up to 0. */
function handlersOf(addressOf: (index: number) => number): LineHandler[] {
	const handlers: LineHandler[] = [];
	for (let address = addressOf(0); address !== 0; address = addressOf(handlers.length)) {
		const file = textOf(index => symbolFileByte(address, index));
		const name = textOf(index => symbolNameByte(address, index));
		handlers.push({ name, place: file === '' ? '' : `${file}:${symbolLine(address)}` });
	}
	return handlers;
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
