/** Command: runs the known defects through the installed Porffor alone, and says which still exist. */

import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { command, isCommand, say } from '../terminal.ts';
import { tools } from '../toolchain.ts';
import { type Defect, defects } from './defects.ts';
import { compileWithPorffor } from './porffor.ts';

const hangMs = 10_000;

/** What a program prints in node. */
function inNode(file: string): string {
	return execFileSync(process.execPath, [file], { encoding: 'utf8' });
}

/** What it prints through Porffor and the C compiler of this machine, or how it fails. */
function inPorffor(folder: string, file: string): string {
	const compiled = compileWithPorffor(file);
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
export function isWrong({ program }: Defect): boolean {
	const folder = mkdtempSync(join(tmpdir(), 'porffor-'));
	try {
		const file = join(folder, 'program.js');
		writeFileSync(file, `'use strict'; ${program}\n`);
		return inPorffor(folder, file) !== inNode(file);
	} finally {
		rmSync(folder, { recursive: true });
	}
}

async function main(): Promise<number> {
	for (const defect of defects) {
		say(`${isWrong(defect) ? 'wrong' : 'right'}  ${defect.file.padEnd(28)} ${defect.what}`);
	}
	return 0;
}

if (isCommand(import.meta.filename)) await command('porffor-check', main);
