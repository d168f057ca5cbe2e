/**
 * The proofs about a linked image: what the trap vector leads to has no floating point, nothing
 * ordinary, and stacks that are large enough (docs/decisions/0012-proofs.md).
 */

import { type Elf, readElf, wordReader } from './elf.ts';
import { displayName } from './functions.ts';
import { deepestUse, findHandlers, printColumns } from './handlers.ts';
import { readLinkMap } from './link-map.ts';
import { Listing } from './listing.ts';
import { pointerTargets } from './pointer-targets.ts';
import { checkTrapCode, takenFunctions } from './trap-check.ts';
import { TrapCode, type TrapEntry, trapEntries } from './trap-code.ts';

/** What the compiler knows about native functions, by their C symbols. */
export interface NativeFacts {
	readonly functions: ReadonlyMap<string, NativeFunction>;
	/** What the pointers that a function calls may hold. */
	readonly pointers: ReadonlyMap<string, readonly string[]>;
}

export interface NativeFunction {
	readonly name: string;
	readonly file: string;
	readonly line: number;
}

export interface TrapProofInput {
	readonly image: Buffer;
	readonly disassembly: string;
	readonly linkMap: string;
	readonly facts: NativeFacts;
	/** The native object, and those of the hand-written assembly, by their file names. */
	readonly nativeObject: string;
	readonly bootObjects: readonly string[];
}

export interface TrapProof {
	/** Whole messages, one for each thing that is wrong. */
	readonly refusals: readonly string[];
	/** The text of handlers.txt. */
	readonly handlers: string;
}

export function proveTrap(input: TrapProofInput): TrapProof {
	const elf = readElf(input.image);
	const listing = new Listing(input.disassembly);
	const pieces = readLinkMap(input.linkMap);
	const objectAt = (address: number) =>
		pieces.find(({ start, end }) => address >= start && address < end)?.object ?? 'no object';
	const own = pieces.filter(({ object }) => object === input.nativeObject);
	const blocks = own.flatMap(({ start, end }) => listing.blocksIn(start, end));
	const bootBlocks = pieces
		.filter(({ object }) => input.bootObjects.includes(object))
		.flatMap(({ start, end }) => listing.blocksIn(start, end));
	const data = ['.rodata', '.data', '.tdata'].map(name => elf.section(name));
	const taken = takenFunctions([...blocks, ...bootBlocks], data).filter(
		address => objectAt(address) === input.nativeObject,
	);

	const symbolAt = new Map(blocks.map(({ address, name }) => [address, name]));
	const describe = (address: number) => describeSymbol(listing.blockAt(address)?.name ?? '', input);
	const trusted = new Set([input.nativeObject, ...input.bootObjects]);
	const refusals = [...checkTrapCode({ listing, objectAt, trusted, taken, describe })];

	const addresses = new Map(
		elf.symbols.filter(({ address }) => symbolAt.has(address)).map(s => [s.name, s.address]),
	);
	const targets = pointerTargets(elf, input.facts.pointers, name => addresses.get(name), taken);
	const code = new TrapCode(listing, wordReader(input.image), targets);
	const entries = trapEntries(listing);
	const stacks = stacksOf(elf, entries);
	for (const stack of stacks) refusals.push(...refuseStack(stack, code, describe));
	return { refusals, handlers: refusals.length > 0 ? '' : handlersText(code, stacks, input) };
}

interface Stack {
	readonly name: string;
	readonly size: number;
	readonly symbol: string;
	readonly entries: readonly TrapEntry[];
}

/** The lower half of the exception stack is for an exception inside of one. */
function stacksOf(elf: Elf, entries: readonly TrapEntry[]): readonly Stack[] {
	const size = (symbol: string) => elf.symbols.find(({ name }) => name === symbol)?.address ?? 0;
	return [
		{
			name: 'interrupt stack',
			size: size('interruptStackSize'),
			symbol: 'interruptStackSize',
			entries: entries.filter(({ isException }) => !isException),
		},
		{
			name: 'half of the exception stack',
			size: size('exceptionStackSize') / 2,
			symbol: 'exceptionStackSize',
			entries: entries.filter(({ isException }) => isException),
		},
	];
}

function refuseStack(
	{ entries, name, size, symbol }: Stack,
	code: TrapCode,
	describe: (address: number) => string,
): readonly string[] {
	const use = deepestUse(code, entries);
	const calls = use.frames.map(({ address, bytes }) =>
		`${bytes} bytes`.padStart(14).concat(`  ${describe(address)}`),
	);
	const last = describe(use.frames.at(-1)?.address ?? 0);
	if (use.unbounded === 'recursion') {
		return [`'${last}' calls itself in a trap, so the ${name} has no bound:\n${calls.join('\n')}`];
	}
	if (use.unbounded === 'dynamic') {
		return [`The stack that '${last}' takes is not known before it runs:\n${calls.join('\n')}`];
	}
	if (use.bytes <= size) return [];
	return [
		`The ${name} has ${size} bytes and may need ${use.bytes}; make local arrays smaller or ` +
			`${symbol} in linker.ld larger:\n${calls.join('\n')}`,
	];
}

function handlersText(code: TrapCode, stacks: readonly Stack[], input: TrapProofInput): string {
	const parts = stacks.map(({ entries, name, size }) => {
		const use = deepestUse(code, entries).bytes;
		const rows = findHandlers(code, entries).map(({ address, length, stackBytes }) => {
			const { place, text } = namesOf(code.listing.blockAt(address)?.name ?? '', input);
			return [text, place, String(stackBytes), length === undefined ? 'loops' : String(length)];
		});
		const head = `${name}: at most ${use} of ${size} bytes\n`;
		if (rows.length === 0) return head;
		return `${head}\n${printColumns([['handler', 'place', 'stack bytes', 'instructions'], ...rows])}`;
	});
	return parts.join('\n');
}

const describeSymbol = (symbol: string, input: TrapProofInput) => {
	const { place, text } = namesOf(symbol, input);
	return place === '' ? text : `${text} (${place})`;
};

/** A symbol as its author knows it. A copy that gcc made has the name of the original. */
function namesOf(symbol: string, { facts }: TrapProofInput) {
	const known = facts.functions.get(symbol) ?? facts.functions.get(symbol.replace(/\..*$/, ''));
	return known
		? { text: known.name, place: `${known.file}:${known.line}` }
		: { text: displayName(symbol), place: '' };
}
