import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { buildAddressMap } from '../../scripts/image/address-map.ts';
import { backtraceTable, emptyBacktraceTable } from '../../scripts/image/backtrace-table.ts';
import { readFrames } from '../../scripts/image/debug-frame.ts';
import { readLineUnits } from '../../scripts/image/debug-line.ts';
import { readElf } from '../../scripts/image/elf.ts';
import { displayName, readFunctions } from '../../scripts/image/functions.ts';
import { Locations } from '../../scripts/image/locations.ts';
import { readScopes } from '../../scripts/image/scopes.ts';
import { StringTable } from '../../scripts/image/string-table.ts';
import { nativeFlags, tools } from '../../scripts/toolchain.ts';

/** `Table.handle` is inlined into `external`, and that into `main`; `consume` has no TypeScript. */
const source = `
unsigned sink;
void consume(unsigned long value);
# 10 "kernel/sync/table.ts"
static inline unsigned table__Table_0handle(unsigned index) {
# 11 "kernel/sync/table.ts"
	sink = index;
# 12 "kernel/sync/table.ts"
	consume(index);
	return sink;
}
# 20 "kernel/trap/dispatch.ts"
static unsigned dispatch__external(unsigned index) {
# 21 "kernel/trap/dispatch.ts"
	return table__Table_0handle(index + 1) + 1;
}
# 30 "app/main.ts"
__attribute__((noinline)) unsigned main__inner(unsigned index) {
# 31 "app/main.ts"
	unsigned result = dispatch__external(index + 1);
# 32 "app/main.ts"
	return result + 1;
}
# 40 "app/main.ts"
void _start(void) {
# 41 "app/main.ts"
	sink = main__inner(3);
}
unsigned main__discarded(unsigned index) {
	return dispatch__external(index);
}
`;
const other = 'void consume(unsigned long value) { asm volatile("" ::"r"(value)); }';

const folder = mkdtempSync(join(tmpdir(), 'trapline-'));
afterAll(() => rmSync(folder, { recursive: true }));

function link(name: string, without: readonly string[]): string {
	const image = join(folder, name);
	writeFileSync(join(folder, 'native.c'), source);
	writeFileSync(join(folder, 'other.c'), other);
	const flags = nativeFlags.filter(flag => flag !== '-Werror' && !without.includes(flag));
	const files = ['native.c', 'other.c'].map(file => join(folder, file));
	const layout = ['-nostdlib', '-Wl,--gc-sections', '-Wl,-Ttext=0x80000000', '-Wl,-e,_start'];
	execFileSync(tools.gcc, [...flags, ...layout, ...files, '-o', image], { cwd: folder });
	return image;
}

/** In one section, since addr2line 2.40 loses the file at the start of every further one. */
const image = link('one-section.elf', ['-ffunction-sections']);
const elf = readElf(readFileSync(image));

/** Every instruction's address, as objdump finds them. */
function instructions(): number[] {
	const listing = execFileSync(tools.objdump, ['-d', image], { encoding: 'utf8' });
	return [...listing.matchAll(/^ *([0-9a-f]+):\t/gm)].map(match =>
		Number.parseInt(match[1] ?? '', 16),
	);
}

/** The frames that the table holds for an address, innermost first. */
function framesAt(address: number): string[] {
	const strings = new StringTable();
	const locations = new Locations(strings);
	const units = readLineUnits(elf);
	const scopes = readScopes(elf, new Set(units.map(unit => unit.offset)));
	const functions = readFunctions(elf, units, scopes);
	const rows = units.flatMap(unit =>
		locations.addUnit(unit, scopes.get(unit.offset) ?? [], functions),
	);
	const map = buildAddressMap(rows, elf.code.start, elf.code.end);
	const row = map.keys.filter(key => elf.code.start + key <= address).length - 1;
	const frames: string[] = [];
	for (let at = map.values[row] ?? 0; at !== 0; ) {
		const location = locations.records[at] ?? 0;
		const [name = 0, call = 0] = locations.scopes.slice((location >>> 16) * 2);
		const file = textAtOffset(strings, locations.files[call & 0xffff] ?? 0);
		frames.push(`${textAtOffset(strings, name)} ${file}:${location & 0xffff}`);
		at = call >>> 16;
	}
	return frames;
}

function textAtOffset(strings: StringTable, offset: number): string {
	let at = 0;
	for (const text of strings.texts) {
		if (at === offset) return text;
		at += Buffer.byteLength(text) + 1;
	}
	throw new Error(`No text begins at ${offset}.`);
}

describe('backtrace-table', () => {
	test('every address has the frames that addr2line finds', () => {
		const addresses = instructions().map(address => `0x${address.toString(16)}`);
		const addr2line = tools.objdump.replace('objdump', 'addr2line');
		const answer = execFileSync(addr2line, ['-afi', '-e', image, ...addresses], {
			encoding: 'utf8',
		});
		const expected = answer
			.split(/^0x[0-9a-f]+\n/m)
			.slice(1)
			.map(block => {
				const lines = block.trim().split('\n');
				const frames: string[] = [];
				for (let at = 0; at < lines.length; at += 2) {
					const place = (lines[at + 1] ?? '').replace(/ \(discriminator \d+\)$/, '');
					if (!/\.ts:\d+$/.test(place)) continue;
					frames.push(`${displayName(lines[at] ?? '')} ${place.replace(`${folder}/`, '')}`);
				}
				return frames;
			});

		const found = instructions().map(framesAt);

		expect(expected.some(frames => frames.length === 3)).toBe(true);
		expect(found).toEqual(expected);
	});

	test('a function that the linker discarded leaves nothing behind', () => {
		const table = backtraceTable(link('sections.elf', []));

		expect(table).toContain('.string "inner"');
		expect(table).not.toContain('discarded');
	});

	test('the frame of a function that calls is 16 bytes large with ra in its first word', () => {
		const inner = elf.symbols.find(symbol => symbol.name === 'main__inner')?.address ?? 0;

		const states = readFrames(elf).filter(row => row.address > inner && row.state?.ra === -8);

		expect(states[0]?.state).toMatchObject({ base: 'sp', offset: 16, ra: -8, trap: false });
	});

	test('an empty table has no code', () => {
		expect(emptyBacktraceTable()).toContain('\t.dword 0x0\n\t.word 0\n');
	});
});

describe('address-map', () => {
	test('a range that ends where the next begins leaves no gap', () => {
		const rows = [
			{ address: 0x1_0004, value: 7 },
			{ address: 0x1_0008, value: 8 },
			{ address: 0x1_0008, value: 0 },
			{ address: 0x2_0010, value: 0 },
		];

		const map = buildAddressMap(rows, 0x1_0000, 0x3_0000);

		expect(map).toEqual({
			firstRows: [0, 3, 4],
			keys: [0, 4, 8, 0x10],
			values: [0, 7, 8, 0],
		});
	});
});

describe('display-name', () => {
	test.for<[string, string]>([
		['plic__Plic_0claim', 'Plic.claim'],
		['main__main', 'main'],
		['dispatch__external.constprop.0', 'external'],
		['exceptionEntry', 'exceptionEntry'],
		['p12_runLine', 'runLine'],
		['p0__23main', '#main'],
		['_start', '_start'],
	])('%s is shown as %s', ([symbol, name]) => {
		expect(displayName(symbol)).toBe(name);
	});
});
