import { chmodSync, cpSync, existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, onTestFinished, test } from 'vitest';
import { repository } from '../../scripts/repository.ts';
import { appFolder, imageFolder } from '../harness/app-folder.ts';
import { make, start } from '../harness/front-door.ts';

/** Two apps of one name, which print `one` and `two`. */
function twins(): readonly string[] {
	onTestFinished(() => rmSync(imageFolder('twin'), { recursive: true, force: true }));
	return ['one', 'two'].map(text => {
		const app = join(appFolder({}), 'twin');
		mkdirSync(app);
		writeFileSync(
			join(app, 'main.ts'),
			`'use native';\nimport { consoleWrite } from 'native:console';\nexport function main(): i32 {\n\tconsoleWrite('${text}\\n');\n\treturn 0;\n}\n`,
		);
		return app;
	});
}

describe('an app outside of the repository', () => {
	test('may be ordinary with a native handler of its own', async () => {
		const app = appFolder({});
		cpSync(join(repository, 'test/boot/images/bell'), app, { recursive: true });

		const run = await make(['run', `APP=${app}`]);

		expect(run.output).toBe('the handler ran 1 times\n');
		expect(run.status).toBe(0);
	});

	test('does not reuse the image of another app of the same name', async () => {
		const apps = twins();

		const outputs = [];
		for (const app of [...apps, ...apps]) outputs.push((await start(app)).output);

		expect(outputs).toEqual(['one\n', 'two\n', 'one\n', 'two\n']);
	});

	test('boots its own image when another of its name is built in that moment', async () => {
		const bin = appFolder({
			setpriv:
				'#!/bin/sh\n: > "$0.here"\nuntil [ -e "$0.go" ]; do sleep 0.05; done\nexec /usr/bin/setpriv "$@"\n',
		});
		chmodSync(join(bin, 'setpriv'), 0o755);
		const [first = '', second = ''] = twins();

		const held = start(first, { PATH: `${bin}:${process.env['PATH']}` }); // just before it starts QEMU
		while (!existsSync(join(bin, 'setpriv.here'))) await sleep(20);
		const other = await start(second);
		writeFileSync(join(bin, 'setpriv.go'), '');

		expect(other.output).toBe('two\n');
		expect((await held).output).toBe('one\n');
	});

	test('is found by a relative path from anywhere', async () => {
		const app = appFolder({
			'main.ts': "'use native';\nexport function main(): i32 {\n\treturn 7;\n}\n",
		});

		const run = await start(join('..', '..', '..', '..', '..', '..', app));

		expect(run.status).toBe(7);
	});
});
