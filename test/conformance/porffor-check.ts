/** Command: runs the known defects through the installed Porffor alone, and says which still exist. */

import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { compileWithPorffor } from '../../scripts/ordinary/porffor.ts';
import { command, say } from '../../scripts/terminal.ts';
import { tools } from '../../scripts/toolchain.ts';
import { type Defect, defects } from './defects.ts';

const hangMs = 10_000;

/** What a program prints in node. */
function inNode(file: string): string {
	return execFileSync(process.execPath, [file], { encoding: 'utf8' });
}

/** What it prints through Porffor and the C compiler of this machine, or how it fails. */
async function inPorffor(folder: string, file: string): Promise<string> {
	const compiled = await compileWithPorffor(file);
	if ('message' in compiled) return compiled.message;
	const c = join(folder, 'program.c');
	const program = join(folder, 'program');
	writeFileSync(c, compiled.c);
	execFileSync(tools.hostGcc, ['-w', '-fno-strict-aliasing', '-fwrapv', c, '-lm', '-o', program]);
	try {
		return execFileSync(program, { encoding: 'utf8', timeout: hangMs, stdio: 'pipe' });
	} catch (error) {
		return error instanceof Error ? error.message : String(error);
	}
}

/** Whether Porffor still prints something else than node. */
async function isWrong({ program }: Defect): Promise<boolean> {
	const folder = mkdtempSync(join(tmpdir(), 'porffor-'));
	try {
		const file = join(folder, 'program.js');
		writeFileSync(file, `'use strict'; ${program}\n`);
		return (await inPorffor(folder, file)) !== inNode(file);
	} finally {
		rmSync(folder, { recursive: true });
	}
}

async function main(): Promise<number> {
	for (const defect of defects) {
		say(`${(await isWrong(defect)) ? 'wrong' : 'right'}  ${defect.file.padEnd(28)} ${defect.what}`);
	}
	return 0;
}

await command('porffor-check', main);
