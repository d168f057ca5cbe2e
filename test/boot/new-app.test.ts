import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { repository } from '../../scripts/repository.ts';
import { appFolder, imageFolder } from '../harness/app-folder.ts';
import { make, visit } from '../harness/front-door.ts';

/** A place for a new app, outside of the repository and named from it. */
function place(name: string): { readonly path: string; readonly named: string } {
	const path = join(appFolder({}), name);
	onTestFinished(() => rmSync(imageFolder(path), { recursive: true, force: true }));
	return { path, named: relative(repository, path) };
}

const fiveRings = [1, 2, 3, 4, 5].map(n => `the clock rang, ${n} times so far\n`).join('');

describe('make new', () => {
	test.for([
		['NATIVE=', "import { on } from 'kernel:irq'"],
		['NATIVE=1', "'use native'"],
	])(
		'%s writes an app that boots as it is and that tsc accepts',
		async ([setting = '', text = '']) => {
			const { path, named } = place('my "blink" é');

			const made = await make(['new', `APP=${named}`, setting]);

			expect(made.status).toBe(0);
			expect(made.output).toBe('');
			expect(made.said).toContain('new: wrote main.ts, clock.ts, tsconfig.json into');
			expect(made.said).toContain(`make run APP='${named}'`);
			expect(readdirSync(path).sort()).toEqual(['clock.ts', 'main.ts', 'tsconfig.json']);
			expect(readFileSync(join(path, 'main.ts'), 'utf8')).toContain(text);
			const run = await make(['run', `APP=${named}`]);
			expect(run.output).toBe(fiveRings);
			expect(run.status).toBe(0);
			const tsc = join(repository, 'node_modules/.bin/tsc');
			expect((await visit(tsc, ['--noEmit', '-p', '.'], { cwd: path })).output).toBe('');
		},
	);

	test('takes an empty folder that is there already', async () => {
		const { path, named } = place('blink');
		mkdirSync(path);

		expect((await make(['new', `APP=${named}`])).status).toBe(0);
		expect(existsSync(join(path, 'main.ts'))).toBe(true);
	});

	test('leaves a folder with anything in it alone', async () => {
		const { path, named } = place('blink');
		mkdirSync(path);
		writeFileSync(join(path, 'main.ts'), 'mine\n');

		const { status, said } = await make(['new', `APP=${named}`]);

		expect(status).toBe(2);
		expect(said).toMatch(
			/^new: The folder '.*blink' is not empty, so nothing was written\.\nmake: /,
		);
		expect(readdirSync(path)).toEqual(['main.ts']);
		expect(readFileSync(join(path, 'main.ts'), 'utf8')).toBe('mine\n');
	});

	test.for([
		[['new'], 'new: Where to? For example: make new APP=../blink'],
		[['new', 'APP=Makefile'], "new: 'Makefile' is a file, not a folder."],
		[
			['new', 'APP=nowhere/blink'],
			/new: There is no folder .*\/nowhere to make 'nowhere\/blink' in\./,
		],
		[['new', 'APP=Makefile/blink'], /new: There is no folder .*\/Makefile to make /],
		[['new', 'APP=/proc/blink'], /new: The app cannot be written into '\/proc\/blink' \(E\w+\)\./],
	] as const)('%s is refused in one sentence', async ([words, sentence]) => {
		const { status, said, output } = await make(words);

		expect(status).toBe(2);
		expect(output).toBe('');
		expect(said.replace(/\nmake: .*\n$/, '')).toMatch(
			typeof sentence === 'string'
				? new RegExp(`^${sentence.replace(/[.?]/g, '\\$&')}$`)
				: sentence,
		);
		expect(said.trimEnd().split('\n')).toHaveLength(2);
	});
});
