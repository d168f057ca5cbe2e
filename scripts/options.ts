/** What a user may set for a run: SMP, MEM, QEMU_ARGS and EOF, checked before QEMU sees them. */

import type { App } from './app.ts';
import { imageEnd } from './elf.ts';
import { Mistake } from './terminal.ts';

export const maximumHarts = 8;
const ramStart = 0x8000_0000n;
const mebibyte = 1n << 20n;

export interface MachineOptions {
	readonly harts: number;
	readonly memory: string; // as QEMU's -m reads it
	readonly extra: readonly string[]; // further QEMU arguments
	readonly keepInputOpen: boolean; // no EOT when standard input ends
}

/** Reads the options from the environment, where make and npm leave them. */
export function readOptions(
	environment: Readonly<Record<string, string | undefined>>,
): MachineOptions {
	return {
		harts: readHarts(environment['SMP'] || '4'),
		memory: readMemory(environment['MEM'] || '128M'),
		extra: splitArguments(environment['QEMU_ARGS'] ?? ''),
		keepInputOpen: readEndOfInput(environment['EOF'] || 'eot'),
	};
}

function readHarts(text: string): number {
	const harts = /^\d+$/.test(text) ? Number(text) : 0;
	if (harts < 1 || harts > maximumHarts) {
		throw new Mistake(`SMP=${text}: the kernel runs on 1 to ${maximumHarts} harts.`);
	}
	return harts;
}

/** QEMU reads a number without a unit as mebibytes. */
function readMemory(text: string): string {
	if (!/^\d+[KMGT]?$/i.test(text)) {
		throw new Mistake(`MEM=${text}: write a size such as 128M or 1G.`);
	}
	return text;
}

/** The size that QEMU understands by `-m text`, in bytes. */
export function memoryBytes(text: string): bigint {
	const unit = 'KMGT'.indexOf((/[KMGT]$/i.exec(text)?.[0] ?? 'M').toUpperCase());
	return BigInt(text.replace(/\D/g, '')) << BigInt(10 * (unit + 1));
}

/** What ordinary code wants behind the image: kernel/libc/heap.ts, and a little for before it asks. */
const leastHeap = 4n * mebibyte + (64n << 10n);

/**
 * Refuses a machine whose memory does not hold the image, the heap if there is one and, above them, the
 * device tree: QEMU puts that at a multiple of 2 MiB, at most 2 MiB below the end.
 */
export function checkMemory(memory: string, image: string, app: App): void {
	const heap = app.world === 'ordinary' ? leastHeap : 0n;
	const end = imageEnd(image) - ramStart + heap;
	const unit = 2n * mebibyte;
	const needed = ((end + unit - 1n) / unit) * unit + mebibyte;
	if (memoryBytes(memory) < needed) {
		const what = heap === 0n ? 'the device tree' : 'its heap and the device tree';
		throw new Mistake(
			`MEM=${memory}: the image of '${app.name}' with ${what} needs at least ${needed / mebibyte}M.`,
		);
	}
}

function readEndOfInput(text: string): boolean {
	if (text !== 'keep' && text !== 'eot') {
		throw new Mistake(`EOF=${text}: write EOF=keep, or nothing for an EOT when the input ends.`);
	}
	return text === 'keep';
}

/** Splits at blanks, except between quotes. */
export function splitArguments(text: string): readonly string[] {
	const words = text.match(/(?:[^\s'"]|'[^']*'|"[^"]*")+/g) ?? [];
	return words.map(word => word.replace(/'([^']*)'|"([^"]*)"/g, '$1$2'));
}
