'use native';

/**
 * What a `print(…)` of native code becomes: a part of its text for each call, in one piece between
 * `printBegin` and `printEnd`. Nothing here needs memory beyond the stack.
 *
 * Runs: on any hart, in handlers too.
 */

import { exportSymbol } from 'native:link';
import { type FixedArray, utf8, utf8Length, zeroed } from 'native:memory';
import { lockConsole, unlockConsole, writeUnlocked } from './console.ts';

function printBegin(): void {
	lockConsole();
}
exportSymbol('printBegin', printBegin);

function printEnd(): void {
	unlockConsole();
}
exportSymbol('printEnd', printEnd);

function pad(count: u32, width: u32, byte: u8): void {
	for (let written = count; written < width; written += 1) writeUnlocked(byte);
}

/** Writes a text, with spaces on the left up to `width` bytes. */
function printText(text: string, width: u32): void {
	const bytes = utf8(text);
	const length = utf8Length(text);
	pad(u32(length), width, 0x20);
	for (let at: usize = 0; at < length; at += 1) writeUnlocked(bytes[at]);
}
exportSymbol('printText', printText);

/** Writes an integer in `base` 2 … 16, with spaces or zeros on the left up to `width` characters. */
function printInteger(
	magnitude: u64,
	isNegative: boolean,
	base: u32,
	width: u32,
	hasZeros: boolean,
): void {
	const digits: FixedArray<u8, 64> = zeroed();
	let start: usize = digits.length;
	let rest = magnitude;
	do {
		start -= 1;
		const digit = u8(rest % u64(base));
		digits[start] = digit < 10 ? 0x30 + digit : 0x57 + digit;
		rest /= u64(base);
	} while (rest !== 0);
	const count = u32(digits.length - start) + u32(isNegative);
	if (!hasZeros) pad(count, width, 0x20);
	if (isNegative) writeUnlocked(0x2d);
	if (hasZeros) pad(count, width, 0x30);
	for (; start < digits.length; start += 1) writeUnlocked(digits[start]);
}
exportSymbol('printInteger', printInteger);
