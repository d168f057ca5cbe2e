import ts from 'typescript';
import { describe, expect, test } from 'vitest';
import { files, read } from './files.ts';

const budget = 250;

/** Lines that hold an instruction, a directive, a label or a macro: neither blank nor comment only. */
function assemblyLines(source: string): number {
	const code = source
		.replace(/\/\*[\s\S]*?\*\//g, '')
		.replace(/(\/\/|#(?!\s*(include|define|if|endif|else))).*/g, '');
	return code.split('\n').filter(line => line.trim() !== '').length;
}

/** The lines of every `asm` template of a module. */
function templateLines(path: string): number {
	let lines = 0;
	const visit = (node: ts.Node): void => {
		if (ts.isCallExpression(node) && node.expression.getText() === 'asm') {
			const template = node.arguments[0];
			if (template !== undefined && ts.isStringLiteralLike(template)) {
				lines += template.text.split(/[\n;]/).filter(line => line.trim() !== '').length;
			}
		}
		ts.forEachChild(node, visit);
	};
	visit(ts.createSourceFile(path, read(path), ts.ScriptTarget.Latest, true));
	return lines;
}

describe('assembly', () => {
	test(`all of it, asm templates included, has at most ${budget} lines`, () => {
		const files_ = files(/\.[sS]$/).filter(path => !path.startsWith('bench/baseline/'));
		const inFiles = files_.map(path => assemblyLines(read(path)));
		const inTemplates = files(/(?<!\.d)\.ts$/, ['kernel/', 'examples/']).map(templateLines);

		const total = [...inFiles, ...inTemplates].reduce((sum, lines) => sum + lines, 0);

		expect(total).toBeGreaterThan(50);
		expect(total).toBeLessThanOrEqual(budget);
	});

	test('assembly files lie in boot, and beside the baselines that they are measured with', () => {
		const elsewhere = files(/\.[sS]$/).filter(path => !/^(boot|bench\/baseline)\//.test(path));

		expect(elsewhere).toEqual([]);
	});

	test('asm templates lie in kernel/arch', () => {
		const elsewhere = files(/(?<!\.d)\.ts$/, ['kernel/', 'examples/'])
			.filter(path => !path.startsWith('kernel/arch/'))
			.filter(path => templateLines(path) > 0);

		expect(elsewhere).toEqual([]);
	});

	test('trap.S reads no slot of a handler table', () => {
		expect(read('boot/trap.S')).not.toMatch(/handlerTable|slots|jalr|jr\s+t/);
	});
});

describe('hand-written C', () => {
	test('is only declarations that the C of ordinary code includes', () => {
		const sources = files(/\.(c|h)$/).filter(path => !path.startsWith('bench/baseline/'));
		const include = /^scripts\/ordinary\/include\/.*\.h$/;

		for (const path of sources) {
			expect(path).toMatch(include);
			expect(read(path), `${path} defines a function`).not.toMatch(/\)\s*\{/);
		}
	});
});
