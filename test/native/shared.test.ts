import { describe, expect, test } from 'vitest';
import { compileText, diagnosticsOf, textsOf } from '../harness/native.ts';

const head = `import { type Atomic, type Guarded, store } from 'native:atomic';
import { hartLocal } from 'native:hart';
import { addressOf, arrayOf, type FixedArray, type Ptr, slice, type Slice, zeroed } from 'native:memory';
interface Sample { at: u64; value: i32 }
class Counter {
	count: u32;
	add(): void { this.count += 1; }
}
function clear(samples: FixedArray<Sample, 4>): void { for (const sample of samples) sample.value = 0; }
function fill(bytes: Slice<u8>): void { for (let i: usize = 0; i < bytes.length; i++) bytes[i] = 0; }
function set(word: Ptr<u32>): void { word.target = 1; }
`;

describe('plain memory at module level', () => {
	test('a private field is named as it was written', () => {
		const program =
			'class A { #n: u32; add(): void { this.#n += 1; } }\nconst a = new A();\nexport function f(): void { a.add(); }';

		expect(diagnosticsOf(program)).toContain("A.add writes '#n' (main.ts:2)");
	});

	test('is refused once anything writes it, by name, through methods, references and pointers', () => {
		const programs = [
			'const bytes: FixedArray<u8, 64> = zeroed();\nexport function f(i: usize): void { bytes[i] = 1; }',
			'const counter = new Counter();\nexport function f(): void { counter.add(); }',
			'const samples: FixedArray<Sample, 4> = zeroed();\nexport function f(): void { clear(samples); samples[1].at = 5; }',
			'const bytes: FixedArray<u8, 64> = zeroed();\nexport function f(): void { fill(slice(bytes, 8)); }',
			'const words: FixedArray<u32, 2> = zeroed();\nfunction second(): Ptr<u32> { return addressOf(words[1]); }\nexport function f(): void { set(second()); }',
			'const sample: Sample = { at: 0, value: 1 };\nfunction same(it: Sample): Sample { return it; }\nexport function f(): void { const it = same(sample); it.value = 2; }',
		];

		expect(
			`\n${programs.map(program => diagnosticsOf(head + program)).join('\n')}\n`,
		).toMatchInlineSnapshot(`
			"
			main.ts:13:1 error NT1201: 'bytes' is plain memory that all harts and their handlers share, and it is written.
			  const bytes: FixedArray<u8, 64> = zeroed();
			  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
			    f writes to it (main.ts:14)
			  help: Make what is written 'Atomic<…>', or the variable 'hartLocal<…>()'; what a lock or a protocol protects is 'Guarded<…, "by what">'.
			main.ts:13:1 error NT1201: 'counter' is plain memory that all harts and their handlers share, and it is written.
			  const counter = new Counter();
			  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
			    Counter.add writes 'count' (main.ts:8)
			  help: Make what is written 'Atomic<…>', or the variable 'hartLocal<…>()'; what a lock or a protocol protects is 'Guarded<…, "by what">'.
			main.ts:13:1 error NT1201: 'samples' is plain memory that all harts and their handlers share, and it is written.
			  const samples: FixedArray<Sample, 4> = zeroed();
			  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
			    clear writes 'value' (main.ts:10)
			    f writes 'at' (main.ts:14)
			  help: Make what is written 'Atomic<…>', or the variable 'hartLocal<…>()'; what a lock or a protocol protects is 'Guarded<…, "by what">'.
			main.ts:13:1 error NT1201: 'bytes' is plain memory that all harts and their handlers share, and it is written.
			  const bytes: FixedArray<u8, 64> = zeroed();
			  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
			    fill writes to it (main.ts:11)
			  help: Make what is written 'Atomic<…>', or the variable 'hartLocal<…>()'; what a lock or a protocol protects is 'Guarded<…, "by what">'.
			main.ts:13:1 error NT1201: 'words' is plain memory that all harts and their handlers share, and it is written.
			  const words: FixedArray<u32, 2> = zeroed();
			  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
			    set writes to it (main.ts:12)
			  help: Make what is written 'Atomic<…>', or the variable 'hartLocal<…>()'; what a lock or a protocol protects is 'Guarded<…, "by what">'.
			main.ts:13:1 error NT1201: 'sample' is plain memory that all harts and their handlers share, and it is written.
			  const sample: Sample = { at: 0, value: 1 };
			  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
			    f writes 'value' (main.ts:15)
			  help: Make what is written 'Atomic<…>', or the variable 'hartLocal<…>()'; what a lock or a protocol protects is 'Guarded<…, "by what">'.
			"
		`);
	});

	test('is left alone if nothing writes it, and if each hart has its own', () => {
		const programs = [
			'const table: FixedArray<u32, 3> = arrayOf(1, 2, 3);\nexport function f(i: usize): u32 { return table[i]; }',
			'const counters = hartLocal<Counter>();\nexport function f(): void { counters.value.add(); counters.value.count = 0; }',
			'class Flag { readonly word: Atomic<u32>; raise(): void { store(this.word, 1, "release"); } }\nconst flag = new Flag();\nexport function f(): void { flag.raise(); }',
			'const sample: Sample = { at: 0, value: 1 };\nexport function f(): i32 { const own: Sample = { at: 0, value: sample.value }; own.value += 1; return own.value; }',
		];

		for (const program of programs) expect(diagnosticsOf(head + program)).toBe('');
	});

	test('is found behind the inner one of two variables of the same name', () => {
		const programs = [
			'function g(out: Slice<u8>): void { out[0] = 1; { const out = slice(bytes, 1); out[0] = 2; } }',
			'function g(out: Slice<u8>): void { { const out = slice(bytes, 1); if (out[0] === 0) return; } { const out = slice(bytes); out[0] = 2; } }',
			'function g(out: Slice<u8>): void { { const out = slice(bytes, 1); fill(out); } }',
			'function g(out: Slice<u8>): void { { let out = slice(bytes, 1); { out[1] = 1; } } }',
			'function g(out: Slice<u8>): void { let to = out; { to = slice(bytes); } to[0] = 1; }',
			'function g(out: Slice<u8>): void { for (let out = slice(bytes); ; ) { out[0] = 1; break; } }',
		];
		for (const program of programs) {
			const text = `${head}const bytes: FixedArray<u8, 4> = zeroed();\n${program}\nexport function f(): void { const own: FixedArray<u8, 4> = zeroed(); g(slice(own)); }`;
			expect(diagnosticsOf(text)).toMatch(/^main\.ts:13:1 error NT1201: 'bytes' is plain memory/);
		}
	});

	test('may be marked as guarded, a field or the whole variable, and costs nothing then', () => {
		const marked = [
			`class Total { sum: Guarded<u64, 'hart 0 adds'>; add(n: u64): void { this.sum += n; } }\nconst total = new Total();\nexport function f(): void { total.add(5); }`,
			`const samples: Guarded<FixedArray<Sample, 4>, 'hart 0 alone'> = zeroed();\nexport function f(): void { clear(samples); }`,
			`const counter: Guarded<Counter, 'hart 0 alone'> = new Counter();\nexport function f(): void { counter.add(); }`,
		];
		for (const program of marked) expect(diagnosticsOf(head + program)).toBe('');

		const [plain = '', guarded = ''] = ['u64', `Guarded<u64, 'hart 0 adds'>`].map(
			type =>
				compileText(
					`${head}class Total { sum: ${type}; }\nexport function f(t: Total): void { t.sum += 1; }`,
				).c,
		);
		expect(plain).toContain('->sum');
		expect(guarded).toBe(plain);
	});

	test('the mark stands on a declaration, around its whole type, and says what protects it', () => {
		expect(
			textsOf(
				`import type { Guarded } from 'native:atomic';\nexport function f(a: Guarded<u32, 'hart 0'>): u32 { return a; }`,
				`import type { Guarded } from 'native:atomic';\nimport type { FixedArray } from 'native:memory';\ninterface A { of: FixedArray<Guarded<u32, 'hart 0'>, 4> }`,
				`import type { Guarded } from 'native:atomic';\nexport function f(): u32 { let a: Guarded<u32, 'hart 0'> = 1; a += 1; return a; }`,
				`import type { Guarded } from 'native:atomic';\ninterface A { of: Guarded<u32, ' '> }`,
				`import type { Guarded } from 'native:atomic';\ninterface A { of: Guarded<u32, string> }`,
			),
		).toMatchInlineSnapshot(`
			"
			main.ts:3:22 error NT1202: 'Guarded' marks a field, or a constant at module level.
			  export function f(a: Guarded<u32, 'hart 0'>): u32 { return a; }
			                       ^^^^^^^^^^^^^^^^^^^^^^
			  help: Write it around the whole type there, as in 'bytes: Guarded<FixedArray<u8, 64>, "…">'.
			main.ts:4:30 error NT1202: 'Guarded' marks a field, or a constant at module level.
			  interface A { of: FixedArray<Guarded<u32, 'hart 0'>, 4> }
			                               ^^^^^^^^^^^^^^^^^^^^^^
			  help: Write it around the whole type there, as in 'bytes: Guarded<FixedArray<u8, 64>, "…">'.
			main.ts:3:35 error NT1202: 'Guarded' marks a field, or a constant at module level.
			  export function f(): u32 { let a: Guarded<u32, 'hart 0'> = 1; a += 1; return a; }
			                                    ^^^^^^^^^^^^^^^^^^^^^^
			  help: Write it around the whole type there, as in 'bytes: Guarded<FixedArray<u8, 64>, "…">'.
			main.ts:3:19 error NT1203: Nothing says what protects this memory.
			  interface A { of: Guarded<u32, ' '> }
			                    ^^^^^^^^^^^^^^^^^
			  help: Say it in a few words, as in 'Guarded<u32, "the lock of the queue">'.
			main.ts:3:19 error NT1203: Nothing says what protects this memory.
			  interface A { of: Guarded<u32, string> }
			                    ^^^^^^^^^^^^^^^^^^^^
			  help: Say it in a few words, as in 'Guarded<u32, "the lock of the queue">'.
			"
		`);
	});
});
