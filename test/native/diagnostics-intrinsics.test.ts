import { describe, expect, test } from 'vitest';
import { compileText, textsOf } from '../harness/native.ts';

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
});
