import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { repository } from '../../scripts/repository.ts';
import { visit } from '../harness/front-door.ts';

/** Runs the test runner with the reporter on one file of tests. */
async function run(tests: string) {
	const folder = mkdtempSync(join(tmpdir(), 'trapline-'));
	onTestFinished(() => rmSync(folder, { recursive: true }));
	writeFileSync(join(folder, 'some.test.ts'), `const { test } = globalThis;\n${tests}\n`);
	const result = await visit(join(repository, 'node_modules/.bin/vitest'), [
		...['run', '--globals', '--root', folder],
		...['--reporter', 'default', '--reporter', join(repository, 'test/harness/closing-line.ts')],
	]);
	return { status: result.status, last: result.output.trimEnd().split('\n').at(-1) };
}

describe('closing line', () => {
	test('counts what passed, failed and was skipped', async () => {
		const { status, last } = await run(
			"test('a', () => {});\ntest('b', () => {});\ntest('c', () => { throw new Error(); });\ntest.skip('d', () => {});",
		);

		expect(last).toBe('2 passed, 1 failed, 1 skipped');
		expect(status).toBe(1);
	});

	test('a run without a failure ends with status 0', async () => {
		expect(await run("test('a', () => {});")).toEqual({
			status: 0,
			last: '1 passed, 0 failed, 0 skipped',
		});
	});

	test.for([
		['a file that cannot be loaded', "throw new Error('no');"],
		['no test at all', ''],
		['only skipped tests', "test.skip('a', () => {});"],
	] as const)('%s fails', async ([, tests]) => {
		const { status, last } = await run(tests);

		expect(status).toBe(1);
		expect(last).toMatch(/^0 passed, \d failed, \d skipped$/);
	});
});
