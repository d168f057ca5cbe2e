import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { repository } from '../../scripts/repository.ts';
import { appFolder, imageFolder } from '../harness/app-folder.ts';
import { make, start, visit } from '../harness/front-door.ts';
import { boot } from '../harness/machine.ts';

describe('bad input', () => {
	test.for([
		['SMP=9', 'SMP=9: the kernel runs on 1 to 8 harts.'],
		['SMP=0', 'SMP=0: the kernel runs on 1 to 8 harts.'],
		['MEM=much', 'MEM=much: write a size such as 128M or 1G.'],
		['APP=examples/nothing', "There is no folder 'examples/nothing'"],
		['APP=boot', "The folder 'boot' has no main.ts"],
		['APP=Makefile', "'Makefile' is not a folder"],
	])('%s is one sentence', async ([setting = '', sentence]) => {
		const run = await make(['run', setting]);

		expect(run.status).toBe(2);
		expect(run.output).toBe('');
		expect(run.said).toMatch(/^qemu: .*\nmake: /);
		expect(run.said).toContain(sentence);
	});

	test.for(['1M', '2M', '512K'])('MEM=%s is too little, and that is one sentence', async size => {
		const run = await start('examples/shell', { MEM: size });

		expect(run.status).toBe(1);
		expect(run.said).toMatch(
			/(^|\n)qemu: MEM=\w+: the image of 'shell' with its heap and the device tree needs at least 7M\.\n$/,
		);
	});

	test.for([
		['examples/timer', '10 ticks'],
		['examples/rtc', 'the alarm of 200 ms rang'],
	])('what make calls enough for %s is enough', async ([app = '', last = '']) => {
		const { said } = await start(app, { MEM: '1M' });
		const least = /at least (\d+M)/.exec(said)?.[1] ?? '';

		const run = await start(app, { MEM: least });

		expect(run.status).toBe(0);
		expect(run.output).toContain(last);
	});

	test('too little memory for a heap is told by the kernel', async () => {
		const machine = await boot('examples/shell', { memory: '3M' });

		expect(await machine.exit()).toBe(101);
		expect(machine.output()).toMatch(
			/^trapline: too little memory: \d+ KiB are left for the heap, and ordinary code needs 4096 KiB\.\n$/,
		);
	});

	test.for(['build', 'qemu', 'new', 'debug'])(
		'%s tells its usage, and refuses other options',
		async name => {
			const script = ['--import', 'tsx', `scripts/${name}.ts`];

			const help = await visit('node', [...script, '--help']);
			expect(help.status).toBe(0);
			expect(help.said).toMatch(/^Usage: /);
			if (name === 'debug') return; // further arguments are gdb's

			const wrong = await visit('node', [...script, '--frobnicate']);
			expect(wrong.status).toBe(1);
			expect(wrong.said).toBe(`${name}: There is no option '--frobnicate'; try --help.\n`);
			const many = await visit('node', [...script, 'a', 'b']);
			expect(many.said).toBe(`${name}: One app folder at a time, and not 2: a, b.\n`);
		},
	);

	test('the Makefile named from elsewhere says how to use it', async () => {
		const run = await visit('make', ['-f', join(repository, 'Makefile'), 'run'], { cwd: '/' });

		expect(run.status).toBe(2);
		expect(run.output).toBe('');
		expect(run.said).toContain(`make --no-print-directory -C '${repository}' run`);
	});

	test('a type error in a native module is told in full, and leaves no image', async () => {
		const app = appFolder({
			'main.ts': "'use native';\nexport function main(): i32 {\n\treturn 0;\n}\n",
		});
		expect((await start(app)).status).toBe(0);
		expect(existsSync(join(imageFolder(app), 'kernel.elf'))).toBe(true);

		writeFileSync(
			join(app, 'main.ts'),
			"'use native';\nexport function main(): i32 {\n\tconst wide: u64 = 1;\n\treturn wide;\n}\n",
		);
		const run = await start(app);

		expect(run.status).toBe(1);
		expect(run.output).toBe('');
		expect(run.said).toMatch(/main\.ts:4:2 error NT2005: 'i32' .*'u64'.*\n\s*return wide;\n\s*\^+/);
		for (const name of ['kernel.elf', 'kernel.asm', 'kernel.sym']) {
			expect(existsSync(join(imageFolder(app), name))).toBe(false);
		}
	});

	test('an unsupported form in a native module gets a code, a place and help', async () => {
		const app = appFolder({
			'main.ts':
				"'use native';\nexport function main(): i32 {\n\ttry {\n\t\treturn 1;\n\t} catch {\n\t\treturn 0;\n\t}\n}\n",
		});

		const run = await start(app);

		expect(run.status).toBe(1);
		expect(run.said).toMatch(/main\.ts:3:2 error NT\d{4}: /);
		expect(run.said).toContain('help: ');
	});

	test('a type error in an ordinary module is told in full', async () => {
		const app = appFolder({
			'main.ts': "import { answer } from './answer.ts';\nconsole.log(answer.length);\n",
			'answer.ts': 'export const answer: string = 42;\n',
		});

		const run = await start(app);

		expect(run.status).toBe(1);
		expect(run.said).toMatch(/answer\.ts:1:14 error TS2322: /);
		expect(existsSync(join(imageFolder(app), 'kernel.elf'))).toBe(false);
	});

	test('what the assembler or the linker refuses is told of its line', async () => {
		const main = (...lines: readonly string[]) => ({
			'main.ts': ["'use native';", ...lines, '}'].join('\n'),
		});
		const assembly = appFolder(
			main(
				"import { asm } from 'native:asm';",
				'export function main(): i32 {',
				"\tasm('bogus a0, a1');",
				'\treturn 0;',
			),
		);
		const symbols = appFolder(
			main(
				"import { symbolAddress } from 'native:link';",
				'export function main(): i32 {',
				"\treturn i32(symbolAddress('nowhere'));",
			),
		);

		expect((await start(assembly)).said).toMatch(
			/One mistake in TypeScript.*\n\n.*main\.ts:4:2 error NT5019: .*`bogus a0,a1'/,
		);
		expect((await start(symbols)).said).toMatch(/main\.ts:4:2 error NT5021: .*'nowhere'/);
	});

	test('mistakes in both worlds are told in one run, each once', async () => {
		const app = appFolder({
			'main.ts': [
				"import { count, read } from './device.ts';",
				"const text: string = count() + read(1, 'two');",
				'console.log(text);',
			].join('\n'),
			'device.ts': [
				"'use native';",
				'export function count(): u32 {',
				'\tthrow 1;',
				'}',
				'export function read(index: u32, what: any): u32 {',
				'\treturn u64(index);',
				'}',
			].join('\n'),
		});

		const run = await start(app);

		expect(run.status).toBe(1);
		expect(run.said).toContain('4 mistakes in TypeScript, so there is no image.');
		const codes = [...run.said.matchAll(/(\w+\.ts):(\d+):\d+ error (\w+):/g)];
		expect(codes.map(([, file, line, code]) => `${file}:${line} ${code}`)).toEqual([
			'device.ts:3 NT3101',
			'device.ts:5 NT3301',
			'device.ts:6 NT2005',
			'main.ts:2 TS2322',
		]);
	});

	test('ordinary code that calls itself for ever panics at the guard of its stack', async () => {
		const run = await start('test/boot/images/dive');

		expect(run.status).toBe(101);
		expect(run.output).toMatch(/panic: stack overflow/);
		expect(run.output).toMatch(/at dive/);
	});
});
