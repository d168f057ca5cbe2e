import { describe, expect, test } from 'vitest';
import { renderDiagnostic } from '../../scripts/native/render.ts';
import { compileText, textsOf } from '../harness/native.ts';

/** The same for programs that exist on RISC-V only. */
const assemblyOf = (...programs: readonly string[]): string =>
	programs
		.flatMap(program => compileText(program, 'riscv64').diagnostics)
		.map(diagnostic => `${renderDiagnostic(diagnostic, '/app')}\n`)
		.join('');

describe('diagnostics', () => {
	test('of intrinsics', () => {
		const imports = `import { asm } from 'native:asm'; import { type Atomic, atomic, load, type LoadOrdering } from 'native:atomic'; import { readCsr } from 'native:csr'; import { hartLocal } from 'native:hart'; import { exportSymbol, symbolAddress } from 'native:link'; import { type Ptr, sizeOf } from 'native:memory'; import { mmio, type ReadOnly, type ReadWrite } from 'native:mmio'; `;
		expect(
			textsOf(
				`${imports}const a = atomic<u8>(0);`,
				`${imports}const a = atomic<u32>(0); export function f(o: LoadOrdering): u32 { return load(a, o); }`,
				`${imports}export function f(): usize { return readCsr('mhartid'); }`,
				`${imports}export function f(): void { asm('nop'); }`,
				`${imports}export function f(): usize { return sizeOf(); }`,
				`${imports}function f(): void {} function g(): void {} exportSymbol('same', f); exportSymbol('same', g);`,
				`${imports}function f(): void {} exportSymbol('same', f); export function g(): usize { return symbolAddress('same'); }`,
				`${imports}export function f(): void { const a = hartLocal<u32>(0); }`,
				`${imports}const a = hartLocal<u32>(0); export function f(): u32 { const b = a; return b.value; }`,
			),
		).toMatchInlineSnapshot(`
			"
			main.ts:2:378 error NT5001: There is no atomic access to 'u8'.
			  import { asm } from 'native:asm'; import { type Atomic, atomic, load, type LoadOrdering } from 'native:atomic'; import { readCsr } from 'native:csr'; import { hartLocal } from 'native:hart'; import { exportSymbol, symbolAddress } from 'native:link'; import { type Ptr, sizeOf } from 'native:memory'; import { mmio, type ReadOnly, type ReadWrite } from 'native:mmio'; const a = atomic<u8>(0);
			                                                                                                                                                                                                                                                                                                                                                                                           ^^^^^^^^^^^^^
			  help: Use u32, i32, u64, i64, usize, isize, a pointer or a function.
			main.ts:2:415 error NT3306: 'LoadOrdering' names values, and is not a machine type.
			  import { asm } from 'native:asm'; import { type Atomic, atomic, load, type LoadOrdering } from 'native:atomic'; import { readCsr } from 'native:csr'; import { hartLocal } from 'native:hart'; import { exportSymbol, symbolAddress } from 'native:link'; import { type Ptr, sizeOf } from 'native:memory'; import { mmio, type ReadOnly, type ReadWrite } from 'native:mmio'; const a = atomic<u32>(0); export function f(o: LoadOrdering): u32 { return load(a, o); }
			                                                                                                                                                                                                                                                                                                                                                                                                                                ^^^^^^^^^^^^
			  help: Write an 'enum', or the type of the values.
			main.ts:2:451 error NT5002: An ordering is written as a literal.
			  import { asm } from 'native:asm'; import { type Atomic, atomic, load, type LoadOrdering } from 'native:atomic'; import { readCsr } from 'native:csr'; import { hartLocal } from 'native:hart'; import { exportSymbol, symbolAddress } from 'native:link'; import { type Ptr, sizeOf } from 'native:memory'; import { mmio, type ReadOnly, type ReadWrite } from 'native:mmio'; const a = atomic<u32>(0); export function f(o: LoadOrdering): u32 { return load(a, o); }
			                                                                                                                                                                                                                                                                                                                                                                                                                                                                    ^
			  help: Write the text itself here, not a variable.
			main.ts:2:404 error NT5005: A CSR exists on RISC-V only.
			  import { asm } from 'native:asm'; import { type Atomic, atomic, load, type LoadOrdering } from 'native:atomic'; import { readCsr } from 'native:csr'; import { hartLocal } from 'native:hart'; import { exportSymbol, symbolAddress } from 'native:link'; import { type Ptr, sizeOf } from 'native:memory'; import { mmio, type ReadOnly, type ReadWrite } from 'native:mmio'; export function f(): usize { return readCsr('mhartid'); }
			                                                                                                                                                                                                                                                                                                                                                                                                                     ^^^^^^^^^^^^^^^^^^
			  help: Keep it out of modules that are also built for other machines.
			main.ts:2:396 error NT5005: Assembly exists on RISC-V only.
			  import { asm } from 'native:asm'; import { type Atomic, atomic, load, type LoadOrdering } from 'native:atomic'; import { readCsr } from 'native:csr'; import { hartLocal } from 'native:hart'; import { exportSymbol, symbolAddress } from 'native:link'; import { type Ptr, sizeOf } from 'native:memory'; import { mmio, type ReadOnly, type ReadWrite } from 'native:mmio'; export function f(): void { asm('nop'); }
			                                                                                                                                                                                                                                                                                                                                                                                                             ^^^^^^^^^^
			  help: Keep it out of modules that are also built for other machines.
			main.ts:2:404 error NT5006: 'sizeOf' needs its type written out.
			  import { asm } from 'native:asm'; import { type Atomic, atomic, load, type LoadOrdering } from 'native:atomic'; import { readCsr } from 'native:csr'; import { hartLocal } from 'native:hart'; import { exportSymbol, symbolAddress } from 'native:link'; import { type Ptr, sizeOf } from 'native:memory'; import { mmio, type ReadOnly, type ReadWrite } from 'native:mmio'; export function f(): usize { return sizeOf(); }
			                                                                                                                                                                                                                                                                                                                                                                                                                     ^^^^^^^^
			  help: Write 'sizeOf<Type>(…)'.
			main.ts:2:437 error NT5007: The C symbol 'same' is given away already.
			  import { asm } from 'native:asm'; import { type Atomic, atomic, load, type LoadOrdering } from 'native:atomic'; import { readCsr } from 'native:csr'; import { hartLocal } from 'native:hart'; import { exportSymbol, symbolAddress } from 'native:link'; import { type Ptr, sizeOf } from 'native:memory'; import { mmio, type ReadOnly, type ReadWrite } from 'native:mmio'; function f(): void {} function g(): void {} exportSymbol('same', f); exportSymbol('same', g);
			                                                                                                                                                                                                                                                                                                                                                                                                                                                      ^^^^^^^^^^^^^^^^^^^^^^^
			  help: Choose another symbol.
			main.ts:2:451 error NT5010: Native code defines 'same' itself.
			  import { asm } from 'native:asm'; import { type Atomic, atomic, load, type LoadOrdering } from 'native:atomic'; import { readCsr } from 'native:csr'; import { hartLocal } from 'native:hart'; import { exportSymbol, symbolAddress } from 'native:link'; import { type Ptr, sizeOf } from 'native:memory'; import { mmio, type ReadOnly, type ReadWrite } from 'native:mmio'; function f(): void {} exportSymbol('same', f); export function g(): usize { return symbolAddress('same'); }
			                                                                                                                                                                                                                                                                                                                                                                                                                                                                    ^^^^^^^^^^^^^^^^^^^^^
			  help: Import it from its module; 'addressFrom(…)' gives its address.
			main.ts:2:406 error NT5008: 'hartLocal' belongs to a module-level 'const'.
			  import { asm } from 'native:asm'; import { type Atomic, atomic, load, type LoadOrdering } from 'native:atomic'; import { readCsr } from 'native:csr'; import { hartLocal } from 'native:hart'; import { exportSymbol, symbolAddress } from 'native:link'; import { type Ptr, sizeOf } from 'native:memory'; import { mmio, type ReadOnly, type ReadWrite } from 'native:mmio'; export function f(): void { const a = hartLocal<u32>(0); }
			                                                                                                                                                                                                                                                                                                                                                                                                                       ^^^^^^^^^^^^^^^^^
			  help: Write 'const x = hartLocal(…)' at the top level of the module.
			main.ts:2:434 error NT5009: 'a' is one variable for each hart.
			  import { asm } from 'native:asm'; import { type Atomic, atomic, load, type LoadOrdering } from 'native:atomic'; import { readCsr } from 'native:csr'; import { hartLocal } from 'native:hart'; import { exportSymbol, symbolAddress } from 'native:link'; import { type Ptr, sizeOf } from 'native:memory'; import { mmio, type ReadOnly, type ReadWrite } from 'native:mmio'; const a = hartLocal<u32>(0); export function f(): u32 { const b = a; return b.value; }
			                                                                                                                                                                                                                                                                                                                                                                                                                                                   ^
			  help: Use the running hart's own, 'a.value'.
			"
		`);
	});

	test('of assembly templates, on RISC-V', () => {
		const { diagnostics } = compileText(
			`import { asm } from 'native:asm'; export function f(a: usize): void { asm('mv t0, {b}', { a }); }`,
			'riscv64',
		);

		expect(
			diagnostics.map(({ code, message, help }) => [code, message, help]),
		).toMatchInlineSnapshot(`
			[
			  [
			    "NT5003",
			    "The template uses '{b}', which is not among the inputs.",
			    "Add it, as in "asm(…, { b })", or use "{result}" for the result.",
			  ],
			]
		`);
	});

	test('of assembly', () => {
		const imports = `import { asm } from 'native:asm'; `;
		const many = Array.from({ length: 28 }, (_, i) => `a${i}: a`).join(', ');
		expect(
			assemblyOf(
				`${imports}export function f(a: usize): void { asm('mv {b}, {a}', { a }); }`,
				`${imports}export function f(a: usize): usize { return asm<usize>('mv {result}, {result}', { result: a }); }`,
				`${imports}export function f(): void { asm('nop', {}, 'foo', 'sp', 't0', 'memory'); }`,
				`${imports}export function f(a: usize): void { asm('nop', { ${many} }); }`,
				`${imports}export function f(a: string): void { asm('nop', { a, b: 1 }); }`,
				`${imports}export function f(text: string): void { asm(text); }`,
			),
		).toMatchInlineSnapshot(`
			"main.ts:2:71 error NT5003: The template uses '{b}', which is not among the inputs.
			  import { asm } from 'native:asm'; export function f(a: usize): void { asm('mv {b}, {a}', { a }); }
			                                                                        ^^^^^^^^^^^^^^^^^^^^^^^^^
			  help: Add it, as in "asm(…, { b })", or use "{result}" for the result.
			main.ts:2:79 error NT5016: '{result}' is a result of this assembly, and cannot be an input as well.
			  import { asm } from 'native:asm'; export function f(a: usize): usize { return asm<usize>('mv {result}, {result}', { result: a }); }
			                                                                                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
			  help: Give the input another name.
			main.ts:2:78 error NT5017: 'foo' is no register that assembly may change.
			  import { asm } from 'native:asm'; export function f(): void { asm('nop', {}, 'foo', 'sp', 't0', 'memory'); }
			                                                                               ^^^^^
			  help: Write a register such as 't0', 'a0' or 'ft0', or 'memory'; not sp, gp, tp or zero.
			main.ts:2:85 error NT5017: 'sp' is no register that assembly may change.
			  import { asm } from 'native:asm'; export function f(): void { asm('nop', {}, 'foo', 'sp', 't0', 'memory'); }
			                                                                                      ^^^^
			  help: Write a register such as 't0', 'a0' or 'ft0', or 'memory'; not sp, gp, tp or zero.
			main.ts:2:71 error NT5018: This assembly needs 28 registers at once, and there are 27.
			  import { asm } from 'native:asm'; export function f(a: usize): void { asm('nop', { a0: a, a1: a, a2: a, a3: a, a4: a, a5: a, a6: a, a7: a, a8: a, a9: a, a10: a, a11: a, a12: a, a13: a, a14: a, a15: a, a16: a, a17: a, a18: a, a19: a, a20: a, a21: a, a22: a, a23: a, a24: a, a25: a, a26: a, a27: a }); }
			                                                                        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
			  help: Hand in a pointer to the values, or split the template.
			main.ts:2:85 error NT5015: A 'string' does not fit into a register.
			  import { asm } from 'native:asm'; export function f(a: string): void { asm('nop', { a, b: 1 }); }
			                                                                                      ^
			  help: Use integers, booleans, pointers and functions in assembly.
			main.ts:2:91 error NT2002: The constant 1 has no machine type here.
			  import { asm } from 'native:asm'; export function f(a: string): void { asm('nop', { a, b: 1 }); }
			                                                                                            ^
			  help: Say which with an annotation, 'let x: u32 = …', or a conversion, 'u32(…)'.
			main.ts:2:79 error NT5002: An assembly template is written as a literal.
			  import { asm } from 'native:asm'; export function f(text: string): void { asm(text); }
			                                                                                ^^^^
			  help: Write the text itself here, not a variable.
			"
		`);
	});

	test('of symbols without an address', () => {
		const imports = `import { exportSymbol, exportVariable, importFunction } from 'native:link'; `;
		expect(
			textsOf(
				`${imports}function id<T>(a: T): T { return a; } exportSymbol('id', id);`,
				`${imports}const five: u32 = 5; exportVariable('five', five);`,
				`${imports}interface P { x: u32 } exportSymbol('p', () => {});`,
				`${imports}const f = importFunction<() => void>('a b'); const g = importFunction<u32>('c');`,
			),
		).toMatchInlineSnapshot(`
			"
			main.ts:2:115 error NT5020: What is to be 'id' has no address.
			  import { exportSymbol, exportVariable, importFunction } from 'native:link'; function id<T>(a: T): T { return a; } exportSymbol('id', id);
			                                                                                                                    ^^^^^^^^^^^^^^^^^^^^^^
			  help: Export a function that is not generic, or a 'const' that holds an atomic, a structure or an array.
			main.ts:2:98 error NT5020: What is to be 'five' has no address.
			  import { exportSymbol, exportVariable, importFunction } from 'native:link'; const five: u32 = 5; exportVariable('five', five);
			                                                                                                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^
			  help: Export a function that is not generic, or a 'const' that holds an atomic, a structure or an array.
			main.ts:2:100 error NT5020: What is to be 'p' has no address.
			  import { exportSymbol, exportVariable, importFunction } from 'native:link'; interface P { x: u32 } exportSymbol('p', () => {});
			                                                                                                     ^^^^^^^^^^^^^^^^^^^^^^^^^^^
			  help: Export a function that is not generic, or a 'const' that holds an atomic, a structure or an array.
			main.ts:2:87 error NT5014: 'a b' cannot be a symbol of the linker here.
			  import { exportSymbol, exportVariable, importFunction } from 'native:link'; const f = importFunction<() => void>('a b'); const g = importFunction<u32>('c');
			                                                                                        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
			  help: Use letters, digits and single underscores, and no word of C.
			main.ts:2:132 error NT5006: 'importFunction' needs its type written out.
			  import { exportSymbol, exportVariable, importFunction } from 'native:link'; const f = importFunction<() => void>('a b'); const g = importFunction<u32>('c');
			                                                                                                                                     ^^^^^^^^^^^^^^^^^^^^^^^^
			  help: Write 'importFunction<Type>(…)'.
			"
		`);
	});
});
