import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { throughPorffor } from '../harness/porffor.ts';

const programs = join(import.meta.dirname, 'fixtures/programs');

describe('porffor', () => {
	test.for(readdirSync(programs))('%s prints what it prints in node', async name => {
		const path = join(programs, name);

		const printed = await throughPorffor(readFileSync(path, 'utf8'));

		expect(printed).toBe(execFileSync(process.execPath, [path], { encoding: 'utf8' }));
	});
});
