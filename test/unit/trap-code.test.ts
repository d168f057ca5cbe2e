import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { readLinkMap } from '../../scripts/image/link-map.ts';
import { Listing } from '../../scripts/image/listing.ts';
import { checkTrapCode, takenFunctions } from '../../scripts/image/trap-check.ts';
import { TrapCode, trapEntries } from '../../scripts/image/trap-code.ts';
import { nativeFlags, tools } from '../../scripts/toolchain.ts';

/**
 * A disassembly as objdump writes it, from one line an instruction. Symbols begin at multiples of
 * 0x100, and each instruction has four bytes; `<name>` stands for an address.
 */
function listing(symbols: Readonly<Record<string, string>>): Listing {
	const names = Object.keys(symbols);
	const addressOf = (name: string) => {
		const [symbol = '', offset = '0'] = name.split('+');
		return ((names.indexOf(symbol) + 1) * 0x100 + Number(offset)).toString(16);
	};
	const blocks = Object.entries(symbols).map(([name, code], index) => {
		const lines = code.split(';').map((line, at) => {
			const [mnemonic = '', ...operands] = line.trim().split(' ');
			const text = operands.join(' ').replace(/<([^>]+)>/g, (_, to) => `${addressOf(to)} <${to}>`);
			return `     ${((index + 1) * 0x100 + at * 4).toString(16)}:\t${mnemonic}\t${text}`;
		});
		return `${addressOf(name).padStart(16, '0')} <${name}>:\n\tsome source;\n${lines.join('\n')}\n`;
	});
	return new Listing(`\nimage: file format\n\n${blocks.join('\n')}`);
}

const codeOf = (
	symbols: Readonly<Record<string, string>>,
	pointers: readonly number[] = [],
	words: Readonly<Record<number, number>> = {},
) =>
	new TrapCode(
		listing(symbols),
		address => words[address],
		() => pointers,
	);

describe('the stack of trap code', () => {
	test.for([
		['a leaf', 'ret', 0],
		['a frame', 'add sp,sp,-32; sd ra,24(sp); add sp,sp,32; ret', 32],
		[
			'the deeper of two ways',
			'beqz a0,<f+16>; add sp,sp,-16; add sp,sp,16; ret; add sp,sp,-48; add sp,sp,48; ret',
			48,
		],
		['two ways that meet', 'beqz a0,<f+8>; add sp,sp,-32; add sp,sp,-16; ret', 48],
		[
			'a large frame',
			'lui t0,0xffffe; add t0,t0,-16; add sp,sp,t0; lui t0,0x2; add t0,t0,16; add sp,sp,t0; ret',
			8208,
		],
	] as const)('%s', ([, code, bytes]) => {
		expect(codeOf({ f: code }).stackOf(0x100)).toMatchObject({ bytes });
	});

	test('a call costs what is in use there, and a jump to another function what is left', () => {
		const code = codeOf({
			f: 'add sp,sp,-64; jal <g>; add sp,sp,64; j <h>',
			g: 'add sp,sp,-16; add sp,sp,16; ret',
			h: 'add sp,sp,-96; add sp,sp,96; ret',
		});

		expect(code.stackOf(0x100)).toEqual({
			bytes: 96,
			frames: [
				{ address: 0x100, bytes: 0 },
				{ address: 0x300, bytes: 96 },
			],
		});
	});

	test('what gcc moves away as cold shares the frame of its function', () => {
		const code = codeOf({
			f: 'add sp,sp,-64; bnez a0,<f.cold>; add sp,sp,64; ret',
			'f.cold': 'jal <g>; j <f+8>',
			g: 'add sp,sp,-32; add sp,sp,32; ret',
		});

		expect(code.stackOf(0x100).bytes).toBe(96);
	});

	test('what follows a call that does not return is another way', () => {
		const code = codeOf({
			f: 'bnez a0,<f+12>; add sp,sp,-16; jal <end>; ret',
			end: 'wfi; j <end>',
		});

		expect(code.stackOf(0x100)).toMatchObject({ bytes: 16 });
		expect(code.lengthOf(0x100)).toBe(2);
	});

	test('is as large as gcc itself says', () => {
		const folder = mkdtempSync(join(tmpdir(), 'trapline-stack-'));
		onTestFinished(() => rmSync(folder, { recursive: true }));
		writeFileSync(
			join(folder, 'a.c'),
			`void use(void *);
			void small(void) { char a[20]; use(a); }
			void large(void) { char a[5000]; use(a); }
			long many(long a, long b) { char c[3000]; use(c); use((void *)a); return a + b; }`,
		);
		execFileSync(tools.gcc, [...nativeFlags, '-fstack-usage', '-c', 'a.c'], { cwd: folder });
		const text = execFileSync(tools.objdump, ['-d', '--no-show-raw-insn', 'a.o'], {
			cwd: folder,
			encoding: 'utf8',
		});
		const sizes = readFileSync(join(folder, 'a.su'), 'utf8').matchAll(/:(\w+)\t(\d+)\tstatic/g);

		const found = [...sizes].map(([, name = '', bytes]) => {
			const one = text.slice(text.indexOf(`0000000000000000 <${name}>:`));
			const code = new TrapCode(
				new Listing(one.split('\nDisassembly')[0] ?? ''),
				() => undefined,
				() => [],
			);
			return [name, Number(bytes), code.stackOf(0).bytes];
		});

		expect(found.map(([name]) => name)).toEqual(['small', 'large', 'many']);
		for (const [name, said, read] of found) expect(read, String(name)).toBe(said);
	});
});

describe('the longest path of trap code', () => {
	test('counts what is called, by name or through a pointer', () => {
		const code = codeOf(
			{ f: 'beqz a0,<f+12>; jal <g>; jalr a3; ret', g: 'nop; nop; ret' },
			[0x200],
		);

		expect(code.lengthOf(0x100)).toBe(4 + 3 + 3);
	});

	test('a jump through a table goes to the places of the table', () => {
		const code = codeOf(
			{ f: 'add a4,a4,0 # <f>; lw a5,0(a0); add a5,a5,a4; jr a5; nop; nop; ret; nop; ret' },
			[],
			{ 256: 24, 260: 28 },
		);

		expect(code.functionAt(0x100)?.successors.get(0x10c)).toEqual([0x118, 0x11c]);
		expect(code.lengthOf(0x100)).toBe(4 + 2);
	});

	test('a table that is not found leads to all that no other way leads to', () => {
		const code = codeOf({ f: 'lw a5,0(a0); add a5,a5,a4; jr a5; nop; ret; nop; nop; ret' });

		expect(code.functionAt(0x100)?.successors.get(0x108)).toEqual([0x10c, 0x114]);
		expect(code.lengthOf(0x100)).toBe(3 + 3);
	});

	test('a jump to a loaded address is a call, and may go to any of the pointer', () => {
		const code = codeOf({ f: 'ld a5,0(a0); jr a5', g: 'nop; ret' }, [0x200]);

		expect(code.lengthOf(0x100)).toBe(2 + 2);
	});

	test('there is none through a loop', () => {
		const code = codeOf({ f: 'jal <g>; ret', g: 'add a0,a0,-1; bnez a0,<g>; ret' });

		expect(code.lengthOf(0x100)).toBeUndefined();
	});
});

describe('the check of an image', () => {
	const symbols = {
		trapVector: 'j <fault>; j <entry>',
		fault: 'mret',
		entry: 'jal <dispatch>; mret',
		dispatch: 'ld a3,0(a0); jr a3',
		handler: 'fence r,rw; ret',
		divide: 'fdiv.d fa0,fa0,fa1; ret',
		unreachable: 'fadd.d fa0,fa0,fa1; ret',
	};
	const check = (taken: readonly number[], of: Readonly<Record<string, string>> = symbols) => {
		const text = listing(of);
		return checkTrapCode({
			listing: text,
			objectAt: () => 'native.o',
			trusted: new Set(['native.o']),
			taken,
			describe: address => text.blockAt(address)?.name ?? '',
		});
	};

	test('a fence is no floating point, and what is not reachable does not count', () => {
		expect(check([0x500])).toEqual([]);
	});

	test('an indirect call reaches every function whose address is taken', () => {
		expect(check([0x500, 0x600])).toEqual([
			"'divide' uses floating point, 'fdiv.d fa0,fa0,fa1' at 0x600, and an interrupt may reach it:\n" +
				['trapVector', 'entry', 'dispatch', 'divide'].map(name => `    ${name}`).join('\n'),
		]);
	});

	test('the state of floating point counts as well', () => {
		expect(check([], { ...symbols, entry: 'csrr a0,fcsr; mret' })).toHaveLength(1);
	});

	test('an address is taken by code that makes it, and by a word of data', () => {
		const text = listing({ f: 'add a0,a0,4 # <g>; jal <h>; ret', g: 'ret', h: 'ret', i: 'ret' });
		const data = new Uint8Array(16);
		new DataView(data.buffer).setBigUint64(8, 0x400n, true);

		expect(takenFunctions(text.blocksIn(0, 0x1000), [data])).toEqual([0x200, 0x400]);
	});

	test('an entry of the vector has the frame that it saves', () => {
		const entries = trapEntries(
			listing({
				...symbols,
				fault: 'sd t4,272(sp); mret',
				entry: 'sd a3,48(sp); jal <dispatch>; mret',
			}),
		);

		expect(entries.map(({ frameBytes, isException }) => [frameBytes, isException])).toEqual([
			[288, true],
			[64, false],
		]);
		expect(entries[1]?.calls).toEqual([0x400]);
	});
});

describe('a link map', () => {
	test('says which object each piece came from, members of libraries included', () => {
		const map = `Discarded input sections
 .text.gone     0x0000000000000000      0x10 build/a/native.o

Linker script and memory map
 .text.a        0x0000000080000100       0x20 build/a/native.o
 *fill*         0x0000000080000120        0xe 
 .text.a_long_name
                0x0000000080000130       0x40 /usr/lib/libc.a(memcpy.o)
                0x0000000080000130                memcpy
 .debug_line    0x0000000000000000      0x100 build/a/native.o
`;

		expect(readLinkMap(map)).toEqual([
			{ start: 0x8000_0100, end: 0x8000_0120, object: 'native.o' },
			{ start: 0x8000_0130, end: 0x8000_0170, object: 'libc.a(memcpy.o)' },
		]);
	});
});
