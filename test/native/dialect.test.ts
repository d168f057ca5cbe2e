import { describe, expect, test } from 'vitest';
import { renderDiagnostic } from '../../scripts/native/render.ts';
import { pages, snippets } from '../harness/dialect.ts';
import { type Example, examplesOf, outcomeOf, outcomesOf, textsOf } from '../harness/examples.ts';
import { compileText, native } from '../harness/native.ts';
import { runNativeApp } from '../harness/native-app.ts';
import { read } from '../house/files.ts';

describe('the pages', () => {
	test.for(pages)('%s shows each form and what it does', path => {
		const sections = read(path).split(/^## /m).slice(1);

		for (const section of sections) {
			const title = section.split('\n', 1)[0];
			const code = snippets.filter(snippet => snippet.page === path && snippet.title === title);
			expect(code, title).toHaveLength(1);
			expect(examplesOf(code[0]?.code ?? ''), title).not.toEqual([]);
		}
	});

	test('every diagnostic that they name exists', () => {
		const known = read('docs/diagnostics.md');
		const named = pages.flatMap(path => read(path).match(/NT\d{4}/g) ?? []);

		expect(named.length).toBeGreaterThan(20);
		expect(named.filter(code => !known.includes(`\`${code}\``))).toEqual([]);
	});
});

describe('on the host, with sanitizers', () => {
	test.for(snippets.filter(({ isHardware }) => !isHardware))('$title', ({ code }) => {
		const examples = examplesOf(code);

		expect(outcomesOf(native(code), examples)).toEqual(textsOf(examples));
	});
});

describe('on RISC-V', () => {
	test.for(snippets)('$title compiles', ({ code }) => {
		const { diagnostics, c } = compileText(code, 'riscv64');

		expect(diagnostics.map(diagnostic => renderDiagnostic(diagnostic, '/app'))).toEqual([]);
		expect(c).toMatch(/^#line \d+ "main\.ts"$/m);
	});

	test('all examples hold that do not end the machine', { timeout: 120_000 }, async () => {
		const modules = snippets.map(({ code }) => `'use native';\n${code}`);
		const examples = snippets.map(({ code }) =>
			examplesOf(code).filter(({ ending }) => ending !== 'panics:'),
		);
		const calls = examples.map((list, i) => list.map(callIn(i, snippets[i]?.code ?? '')));

		const output = await runNativeApp(mainOf(calls), modules);

		const answers = output.split('\x1e');
		const all = examples.flat();
		expect(all.map((example, i) => outcomeOf(example, answerOf(answers[i])))).toEqual(textsOf(all));
	});
});

/** A number as a number. */
const answerOf = (text = 'nothing') => (/^-?\d+$/.test(text) ? BigInt(text) : text);

/** The call of an example from outside of its module, each operand in the parameter's type. */
function callIn(index: number, code: string): (example: Example) => string {
	const { exports } = compileText(code, 'riscv64');
	return ({ name, operands, ending }) => {
		const parameters = exports.find(candidate => candidate.name === name)?.parameters ?? [];
		const values = operands.map((operand, i) => {
			const type = parameters[i]?.type ?? '';
			return /^[iu]/.test(type) ? `${type}(${operand})` : operand;
		});
		const call = `m${index}.${name}(${values.join(', ')})`;
		const result = exports.find(candidate => candidate.name === name)?.result ?? '';
		const shown = /^[iu]/.test(result) ? `${result}(${call})` : call;
		return ending === '===' ? `print('{}\\x1e', ${shown});` : `${call}; print('\\x1e');`;
	};
}

/** A main.ts that makes the calls of each module, and ends each answer with a record separator. */
function mainOf(calls: readonly (readonly string[])[]): string {
	return [
		`'use native';`,
		`import { print } from 'native:format';`,
		...calls.map((_, i) => `import * as m${i} from './m${i}.ts';`),
		'export function main(): i32 {',
		...calls.flat(),
		'return 0;',
		'}',
		'',
	].join('\n');
}
