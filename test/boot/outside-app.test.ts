import { cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { repository } from '../../scripts/repository.ts';
import { appFolder, imageFolder } from '../harness/app-folder.ts';
import { make, start } from '../harness/front-door.ts';

describe('an app outside of the repository', () => {
	test('may be ordinary with a native handler of its own', async () => {
		const app = appFolder({});
		cpSync(join(repository, 'test/boot/images/bell'), app, { recursive: true });

		const run = await make(['run', `APP=${app}`]);

		expect(run.output).toBe('the handler ran 1 times\n');
		expect(run.status).toBe(0);
	});

	test('does not reuse the image of another app of the same name', async () => {
		const twins = ['one', 'two'].map(text => {
			const parent = appFolder({});
			const app = join(parent, 'twin');
			mkdirSync(app);
			writeFileSync(
				join(app, 'main.ts'),
				`'use native';\nimport { consoleWrite } from 'native:console';\nexport function main(): i32 {\n\tconsoleWrite('${text}\\n');\n\treturn 0;\n}\n`,
			);
			return app;
		});
		onTestFinished(() => rmSync(imageFolder('twin'), { recursive: true, force: true }));

		const outputs = [];
		for (const app of [...twins, ...twins]) outputs.push((await start(app)).output);

		expect(outputs).toEqual(['one\n', 'two\n', 'one\n', 'two\n']);
	});

	test('is found by a relative path from anywhere', async () => {
		const app = appFolder({
			'main.ts': "'use native';\nexport function main(): i32 {\n\treturn 7;\n}\n",
		});

		const run = await start(join('..', '..', '..', '..', '..', '..', app));

		expect(run.status).toBe(7);
	});
});
