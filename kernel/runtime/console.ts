/** `kernel:console`: bytes and lines from the console, and text that is not a whole line. */

import {
	consoleLine,
	consoleOverruns,
	openConsoleInput,
	readConsoleByte,
} from '../event/console-input.ts';
import { consoleWriteByte } from '../platform/console.ts';
import { addListener } from './listeners.ts';
import { hold, release } from './loop.ts';
import { writeLine } from './output.ts';
import { decodeUtf8 } from './utf8.ts';

export { write } from './output.ts';
export { decodeUtf8 } from './utf8.ts';

const lineFeed = 10;
const carriageReturn = 13;
const endOfTransmission = 4;

type ByteReader = (byte: number) => void;

/** Who waits for a byte, the longest first. */
let readers: ByteReader[] = [];
let isOpen = false;
let overrunCount = 0;

/** Writes one byte as it is. */
export function writeByte(byte: number): void {
	consoleWriteByte(byte);
}

/** Waits for one byte of input. */
export function readByte(): Promise<number> {
	return new Promise(resolve => {
		open();
		const byte = readers.length === 0 ? readConsoleByte() : -1;
		if (byte >= 0) {
			resolve(byte);
			return;
		}
		readers.push(resolve);
		hold();
	});
}

/**
 * Waits for a line of input, without its end; null when the input has ended, which an EOT (Ctrl-D) at
 * the start of a line says. Nothing is echoed.
 */
export async function readLine(): Promise<string | null> {
	const bytes: number[] = [];
	let byte = await readByte();
	if (byte === endOfTransmission) return null;
	while (byte !== lineFeed && byte !== carriageReturn && byte !== endOfTransmission) {
		bytes.push(byte);
		byte = await readByte();
	}
	return decodeUtf8(bytes);
}

function open(): void {
	if (isOpen) return;
	if (!openConsoleInput()) throw new Error('Another handler has the interrupt of the console');
	isOpen = true;
	// The line stays open between two reads, so that the driver takes what comes meanwhile.
	addListener(consoleLine(), deliverBytes, false);
}

function deliverBytes(): void {
	reportOverruns();
	while (readers.length > 0) {
		const byte = readConsoleByte();
		if (byte < 0) return;
		const reader = readers[0];
		readers = readers.slice(1);
		release();
		reader(byte);
	}
}

/** Input that came faster than the handler took it is gone, but not in silence. */
function reportOverruns(): void {
	const total = consoleOverruns();
	if (total === overrunCount) return;
	writeLine(`console: input came too fast, and ${total - overrunCount} bytes or more are lost`);
	overrunCount = total;
}
