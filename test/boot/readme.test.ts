import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { repository } from '../../scripts/repository.ts';
import { appFolder } from '../harness/app-folder.ts';
import { start } from '../harness/front-door.ts';

test("the README's example is an app that runs", async () => {
	const readme = readFileSync(join(repository, 'README.md'), 'utf8');
	const [handler = '', main = ''] = [...readme.matchAll(/^```ts\n(.*?)^```$/gms)].map(
		([, code = '']) => code,
	);
	const name = /from '\.\/([\w-]+\.ts)'/.exec(main)?.[1] ?? '';

	const run = await start(appFolder({ [name]: handler, 'main.ts': main }));

	expect(run.said).not.toContain('error');
	expect(run.output).toBe('1 alarms\n');
	expect(run.status).toBe(0);
});
