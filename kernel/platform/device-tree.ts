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
const enum Token {
	beginNode = 1,
	endNode = 2,
	property = 3,
	nop = 4,
	end = 9,
}

/** The big-endian word at an address. */
function word(address: usize): u32 {
	const bytes = pointerAt<u8>(address);
	return (
		(u32(bytes[0]) << 24) | (u32(bytes[1]) << 16) | (u32(bytes[2]) << 8) | u32(bytes[3])
	);
}

function doubleWord(address: usize): u64 {
	return (u64(word(address)) << 32) | u64(word(address + 4));
}

/** How many bytes a string has before its zero byte. */
function lengthOf(address: usize): usize {
	const bytes = pointerAt<u8>(address);
	let length: usize = 0;
	while (bytes[length] !== 0) length += 1;
	return length;
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
	nodeName: usize; // address of the name, `uart@10000000`, ended by a zero byte
	propertyName: usize;
	value: usize; // address of the property's value
	valueSize: usize;

	constructor(tree: usize) {
		this.position = tree + usize(word(tree + 8));
		this.strings = tree + usize(word(tree + 12));
		this.nodeName = 0;
		this.propertyName = 0;
		this.value = 0;
		this.valueSize = 0;
	}

	/** Goes on to the next property of any node; `false` at the end of the tree. */
	nextProperty(): boolean {
		for (;;) {
			const token = word(this.position);
			this.position += 4;
			if (token === Token.beginNode) {
				this.nodeName = this.position;
				this.position += (lengthOf(this.position) + 4) & ~3;
			} else if (token === Token.property) {
				this.valueSize = usize(word(this.position));
				this.propertyName = this.strings + usize(word(this.position + 4));
				this.value = this.position + 8;
				this.position = this.value + ((this.valueSize + 3) & ~3);
				return true;
			} else if (token !== Token.endNode && token !== Token.nop) {
				return false;
			}
		}
	}

	isProperty(name: string): boolean {
		return matches(this.propertyName, name, true);
	}
}

/** Is there a device tree at `tree`? */
export function isDeviceTree(tree: usize): boolean {
	return word(tree) === magic;
}

/** The size of the whole tree in bytes. */
export function treeSize(tree: usize): usize {
	return usize(word(tree + 4));
}

/** How many harts the machine has. */
export function countHarts(tree: usize): usize {
	const walk = new Walk(tree);
	let count: usize = 0;
	while (walk.nextProperty()) {
		if (walk.isProperty('device_type') && matches(walk.value, 'cpu', true)) count += 1;
	}
	return count;
}

/** The size of memory in bytes: the first range of the memory node, in two cells each. */
export function memorySize(tree: usize): u64 {
	const walk = new Walk(tree);
	while (walk.nextProperty()) {
		if (walk.isProperty('reg') && matches(walk.nodeName, 'memory@', false)) {
			return doubleWord(walk.value + 8);
		}
	}
	return 0;
}

/** The address of the name of the node whose first interrupt is PLIC source `irq`, or 0. */
export function nodeOfInterrupt(tree: usize, irq: u32): usize {
	const walk = new Walk(tree);
	while (walk.nextProperty()) {
		if (walk.isProperty('interrupts') && word(walk.value) === irq) return walk.nodeName;
	}
	return 0;
}
