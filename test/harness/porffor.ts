/** JavaScript the way that ordinary code goes, and then on this machine instead of RISC-V. */

import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { bridgePrelude } from '../../scripts/ordinary/bridge.ts';
import { lower } from '../../scripts/ordinary/lower/lower.ts';
import { insertBefore } from '../../scripts/ordinary/patch/anchor.ts';
import { patchGenerators } from '../../scripts/ordinary/patch/generators.ts';
import { patchIndices } from '../../scripts/ordinary/patch/indices.ts';
import { patchNumbers } from '../../scripts/ordinary/patch/numbers.ts';
import { patchOperators } from '../../scripts/ordinary/patch/operators.ts';
import { compileWithPorffor } from '../../scripts/ordinary/porffor.ts';
import { tools } from '../../scripts/toolchain.ts';

/** Lowers a program, compiles it with Porffor and the host's C compiler, and runs it: what it printed. */
export async function throughPorffor(text: string): Promise<string> {
	const folder = mkdtempSync(join(tmpdir(), 'porffor-'));
	onTestFinished(() => rmSync(folder, { recursive: true }));
	const js = join(folder, 'program.js');
	writeFileSync(js, lower(text));
	const compiled = await compileWithPorffor(js);
	if ('message' in compiled) throw new Error(compiled.message);
	const c = join(folder, 'program.c');
	const passes = [patchNumbers, patchOperators, patchIndices, patchGenerators] as const;
	const patched = passes.reduce((each, patch) => patch(each), compiled.c);
	writeFileSync(c, insertBefore(patched, 'static const u8 porf_data[] =', `${bridgePrelude}\n`));
	const program = join(folder, 'program');
	execFileSync(tools.hostGcc, ['-w', '-fno-strict-aliasing', '-fwrapv', c, '-lm', '-o', program]);
	return execFileSync(program, { encoding: 'utf8' });
}
