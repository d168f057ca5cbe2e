import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { beforeAll, describe, expect, test } from 'vitest';
import { nativeModules, ordinaryModules } from '../../scripts/modules.ts';
import { makeApp } from '../../scripts/new.ts';
import { repository } from '../../scripts/repository.ts';
import { emptyFolder } from '../harness/app-folder.ts';
import { snippets } from '../harness/dialect.ts';
import { Editor } from '../harness/editor.ts';

const examples = readdirSync(join(repository, 'examples'), { withFileTypes: true })
	.filter(entry => entry.isDirectory())
	.map(({ name }) => name);

describe.for([false, true])('a new app outside of the repository, native %s', isNative => {
	let editor: Editor;

	beforeAll(() => {
		const folder = join(emptyFolder(), 'blink');
		makeApp(folder, '/', isNative);
		editor = new Editor(folder);
	});

	test('shows no mistake', () => {
		expect([...editor.modules()].sort()).toEqual(['clock.ts', 'main.ts']);
		for (const name of editor.modules()) expect(editor.mistakes(name), name).toEqual([]);
	});

	test('shows none in what the pages of the dialect show', () => {
		expect(snippets.length).toBeGreaterThan(10);
		for (const [index, { code }] of snippets.entries()) {
			const name = `snippet-${index}.ts`;
			editor.type(name, `'use native';\n${code}`);

			expect(editor.mistakes(name), code).toEqual([]);
		}
	});

	test('finds every module of the kernel', () => {
		const names = Object.keys({ ...nativeModules, ...ordinaryModules });
		editor.type('all.ts', names.map((name, i) => `import * as m${i} from '${name}';`).join('\n'));

		expect(editor.mistakes('all.ts')).toEqual([]);
	});

	test.for([
		['assignment', 'narrow = wide;', "'u64' is not assignable to type 'u32'"],
		['declaration', 'const a: i32 = narrow;', "'u32' is not assignable to type 'i32'"],
		['argument', 'take(wide);', "'u64' is not assignable to parameter of type 'u32'"],
		['element of an array', 'table[0] = wide;', "'u64' is not assignable to type 'u16'"],
		['initial element', 'const b = arrayOf<u16, 2>(1, narrow);', "parameter of type 'u16'"],
		['result', 'function give(): u8 { return narrow; }', "'u32' is not assignable to type 'u8'"],
		['field', 'point.x = wide;', "'u64' is not assignable to type 'u32'"],
		['initial field', 'const c: Point = { x: wide };', "'u64' is not assignable to type 'u32'"],
		['field of a class', 'class Pair { x: u8 = narrow; }', "'u32' is not assignable to type 'u8'"],
		['pointer', 'const d: Ptr<u32> = addressOf(wide);', "'u64' is not assignable to type 'u32'"],
		['atomic', "store(shared, wide, 'relaxed');", "'u64' is not assignable"],
	])('shows a wrong machine type in an %s', ([, statement = '', message = '']) => {
		const declarations = [
			"'use native';",
			"import { type Atomic, atomic, store } from 'native:atomic';",
			"import { addressOf, arrayOf, type FixedArray, type Ptr, zeroed } from 'native:memory';",
			'interface Point { x: u32; }',
			'const shared: Atomic<u32> = atomic<u32>(0);',
			'function take(value: u32): u32 { return value; }',
			'export function use(wide: u64, narrow: u32, table: FixedArray<u16, 2>, point: Point): void {',
		].join('\n');
		editor.type('wrong.ts', `${declarations}\n\ttake(narrow);\n\t${statement}\n}\n`);

		const mistakes = editor.mistakes('wrong.ts');

		expect(mistakes).toHaveLength(1);
		expect(mistakes[0]).toMatch(/^9: /);
		expect(mistakes[0]).toContain(message);
	});

	test('shows a wrong type in ordinary code, and what a native function wants', () => {
		editor.type(
			'ordinary.ts',
			"import { ringCount } from './clock.ts';\nconst text: string = ringCount();\nconsole.log(text);\n",
		);

		expect(editor.mistakes('ordinary.ts')).toEqual([
			"2: Type 'u32' is not assignable to type 'string'.",
		]);
	});

	test('explains an intrinsic and a function of the kernel', () => {
		expect(editor.hover('clock.ts', 'fetchAdd(rings')).toContain('the old value');
		expect(editor.hover('clock.ts', 'postEvent(irq')).toContain('Counts one event');
	});
});

describe('the repository', () => {
	test.for(['kernel', 'kernel/runtime', 'examples', 'test/boot/images', 'bench/apps'])(
		'%s shows no mistake',
		folder => {
			const editor = new Editor(join(repository, folder));

			expect(editor.modules().length).toBeGreaterThan(2);
			for (const name of editor.modules()) expect(editor.mistakes(name), name).toEqual([]);
		},
	);

	test.for(examples)('examples/%s is an app that its configuration covers', name => {
		const modules = new Editor(join(repository, 'examples')).modules();

		expect(modules).toContain(`${name}/main.ts`);
	});

	test('every function of the native modules has a sentence to show', () => {
		const folder = join(repository, 'kernel/native');
		for (const name of readdirSync(folder).filter(name => name !== 'globals.d.ts')) {
			const text = readFileSync(join(folder, name), 'utf8');
			const file = ts.createSourceFile(name, text, ts.ScriptTarget.ES2023, true);
			const undocumented: string[] = [];
			const visit = (node: ts.Node): void => {
				if (ts.isFunctionDeclaration(node) && ts.getJSDocCommentsAndTags(node).length === 0) {
					undocumented.push(node.name?.text ?? '');
				}
				ts.forEachChild(node, visit);
			};
			visit(file);
			expect(undocumented, name).toEqual([]);
		}
	});
});
