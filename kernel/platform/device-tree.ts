'use native';

/**
 * The flattened device tree that the machine passes in a1: how many harts, how much memory, and the
 * name of the node behind an interrupt. It is read in place, and nothing of it is kept.
 *
 * A structure block is a list of big-endian words: a token, and what belongs to it. The walk keeps the
 * innermost open node only, which is all that the questions here need.
 *
 * [DTSPEC] "Flattened Devicetree (DTB) Format".
 */

import { type Ptr, pointerAt, utf8, utf8Length } from 'native:memory';

const magic = 0xd00d_feed;

/** Tokens as a little-endian load sees them, so that most words need no reversal. */
enum Token {
	beginNode = 0x0100_0000,
	endNode = 0x0200_0000,
	property = 0x0300_0000,
	nop = 0x0400_0000,
	end = 0x0900_0000,
}

/** The big-endian word at an address. */
function word(address: usize): u32 {
	const bytes = pointerAt<u8>(address);
	return (u32(bytes[0]) << 24) | (u32(bytes[1]) << 16) | (u32(bytes[2]) << 8) | u32(bytes[3]);
}

function doubleWord(address: usize): u64 {
	return (u64(word(address)) << 32) | u64(word(address + 4));
}

/** The word as it lies in memory. Everything in a structure block is aligned to four bytes. */
function rawWord(address: usize): u32 {
	return pointerAt<u32>(address).target;
}

/** The first word behind a string that begins with a word; there is a zero byte in its last one. */
function behindString(address: usize): usize {
	let at = address;
	for (;;) {
		const bytes = rawWord(at);
		at += 4;
		if (((bytes - 0x0101_0101) & ~bytes & 0x8080_8080) !== 0) return at;
	}
}

/** Does the string at `address` begin with `text`, and end there if `isWhole`? */
function matches(address: usize, text: string, isWhole: boolean): boolean {
	const bytes: Ptr<u8> = pointerAt<u8>(address);
	const expected = utf8(text);
	for (let index: usize = 0; index < utf8Length(text); index += 1) {
		if (bytes[index] !== expected[index]) return false;
	}
	return !isWhole || bytes[utf8Length(text)] === 0;
}

/** A position in the structure block, and the node that was opened last. */
class Walk {
	private position: usize;
	private readonly strings: usize;
	depth: usize; // of open nodes; the root is the first
	nodeName: usize; // address of the name, `uart@10000000`, ended by a zero byte
	value: usize; // address of the property's value

	constructor(tree: usize) {
		this.position = tree + usize(word(tree + 8));
		this.strings = tree + usize(word(tree + 12));
		this.depth = 0;
		this.nodeName = 0;
		this.value = 0;
	}

	/** Goes on to the next token: a node begins, or ends, or has a property; `end` at the end of the tree. */
	next(): Token {
		for (;;) {
			const token = rawWord(this.position);
			this.position += 4;
			if (token === Token.property) {
				this.value = this.position + 8;
				this.position = this.value + ((this.valueSize() + 3) & ~3);
				return Token.property;
			}
			if (token === Token.beginNode) {
				this.depth += 1;
				this.nodeName = this.position;
				this.position = behindString(this.position);
				return Token.beginNode;
			}
			if (token === Token.endNode) {
				this.depth -= 1;
				return Token.endNode;
			}
			if (token !== Token.nop) return Token.end;
		}
	}

	private valueSize(): usize {
		return usize(word(this.value - 8));
	}

	isProperty(name: string): boolean {
		return matches(this.strings + usize(word(this.value - 4)), name, true);
	}
}

/** Is there a device tree at `tree`? */
export function isDeviceTree(tree: usize): boolean {
	return word(tree) === magic;
}

/** What the kernel asks a device tree before it starts. */
export interface MachineFacts {
	harts: usize;
	memoryBytes: u64; // the first range of the memory node, in two cells each
}

/**
 * Reads how many harts the machine has, and how much memory. Both are children of the root, and have names
 * of their own ([DTSPEC] "Device Node Requirements"): what comes behind them is not read.
 */
export function readFacts(tree: usize, facts: MachineFacts): void {
	const walk = new Walk(tree);
	let isMemory = false;
	for (;;) {
		const token = walk.next();
		if (token === Token.end) return;
		if (token === Token.beginNode) {
			if (matches(walk.nodeName, 'cpu@', false)) facts.harts += 1;
			isMemory = matches(walk.nodeName, 'memory@', false);
		} else if (token === Token.property) {
			if (isMemory && walk.isProperty('reg')) facts.memoryBytes = doubleWord(walk.value + 8);
		} else if (walk.depth === 1 && facts.harts !== 0 && facts.memoryBytes !== 0) {
			return;
		}
	}
}

/** The address of the name of the node whose first interrupt is PLIC source `irq`, or 0. */
export function nodeOfInterrupt(tree: usize, irq: u32): usize {
	const walk = new Walk(tree);
	for (;;) {
		const token = walk.next();
		if (token === Token.end) return 0;
		if (token !== Token.property || !walk.isProperty('interrupts')) continue;
		if (word(walk.value) === irq) return walk.nodeName;
	}
}
