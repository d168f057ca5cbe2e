import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { renderDiagnostic } from '../../scripts/native/render.ts';
import { toolMistakes } from '../../scripts/native/tool-mistakes.ts';
import { nativeFlags, tools } from '../../scripts/toolchain.ts';
import { compileText } from '../harness/native.ts';

/** What the user is told of a program that the compiler takes and gcc, or the linker, does not. */
function toldOf(source: string, ...args: readonly string[]): string {
	const { c, diagnostics, symbols } = compileText(source, 'riscv64');
	expect(diagnostics).toEqual([]);
	const folder = mkdtempSync(join(tmpdir(), 'trapline-tools-'));
	try {
		writeFileSync(join(folder, 'program.c'), c);
		writeFileSync(join(folder, 'other.c'), 'void memcpy(void) {}');
		const run = spawnSync(tools.gcc, [...nativeFlags, ...args], { cwd: folder, encoding: 'utf8' });
		expect(run.status).toBe(1);
		const text = `'use native';\n${source}`;
		const files = new Map([['main.ts', { fileName: '/app/main.ts', text }]]);
		return toolMistakes(run.stderr, files, symbols)
			.map(diagnostic => renderDiagnostic(diagnostic, '/app'))
			.join('\n');
	} finally {
		rmSync(folder, { recursive: true });
	}
}

describe('what the tools say', () => {
	test('of assembly is told of its line', () => {
		const source = [
			"import { asm } from 'native:asm';",
			'export function f(a: usize): void {',
			"\tasm('bogus {a}, a1', { a });",
			'\tfor (let i: u32 = 0; i < 2; i++)',
			"\t\tasm('li t0, 99999999999999999999', {}, 't0');",
			'}',
		].join('\n');

		expect(toldOf(source, '-c', 'program.c')).toMatchInlineSnapshot(`
			"main.ts:4:2 error NT5019: The assembler does not take what stands here: unrecognized opcode \`bogus a0,a1'.
			  asm('bogus {a}, a1', { a });
			  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^
			  help: Correct the template; it is assembled for rv64gc, with the extensions Zicsr and Zifencei.
			main.ts:6:3 error NT5019: The assembler does not take what stands here: unsupported large constant.
			  asm('li t0, 99999999999999999999', {}, 't0');
			  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
			  help: Correct the template; it is assembled for rv64gc, with the extensions Zicsr and Zifencei."
		`);
	});

	test('of symbols is told where the program names them', () => {
		const source = [
			"import { exportSymbol, importFunction, symbolAddress } from 'native:link';",
			"const start = importFunction<() => void>('nowhere');",
			"exportSymbol('memcpy', copy);",
			'function copy(): void {',
			'\tstart();',
			'}',
			'export function f(): usize {',
			"\treturn symbolAddress('missing');",
			'}',
		].join('\n');

		expect(toldOf(source, '-nostdlib', 'other.c', 'program.c')).toMatchInlineSnapshot(`
			"main.ts:4:1 error NT5022: The symbol 'memcpy' is defined elsewhere in the image, too.
			  exportSymbol('memcpy', copy);
			  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
			  help: Choose another symbol.
			main.ts:3:1 error NT5021: Nothing defines the symbol 'nowhere'.
			  const start = importFunction<() => void>('nowhere');
			  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
			  help: Define it in assembly or the linker script; native functions are imported with 'import'.
			main.ts:9:2 error NT5021: Nothing defines the symbol 'missing'.
			  return symbolAddress('missing');
			  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
			  help: Define it in assembly or the linker script; native functions are imported with 'import'."
		`);
	});

	test('of C is a bug in the compiler', () => {
		const files = new Map([['main.ts', { fileName: '/app/main.ts', text: 'let x;\nlet y;' }]]);

		const [mistake] = toolMistakes("main.ts:2:5: error: expected ';'", files, new Map());

		expect(mistake).toMatchObject({ code: 'NT9001', line: 2, file: '/app/main.ts' });
	});
});
