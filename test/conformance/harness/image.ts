/** Images of many programs each: the native half is compiled once, the rest for each image. */

import { execFile } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { type App, isNativeModule } from '../../../scripts/app.ts';
import { compileNativeHalf } from '../../../scripts/compile.ts';
import { assembleBoot, compileC } from '../../../scripts/link.ts';
import { modulePaths } from '../../../scripts/modules.ts';
import type { NativeExport } from '../../../scripts/native/compile.ts';
import { declarations, shim } from '../../../scripts/ordinary/bridge.ts';
import { bundle } from '../../../scripts/ordinary/bundle.ts';
import { checkOrdinary } from '../../../scripts/ordinary/check.ts';
import { lower } from '../../../scripts/ordinary/lower/lower.ts';
import { runtime } from '../../../scripts/ordinary/modules.ts';
import { replaceAnchor } from '../../../scripts/ordinary/patch/anchor.ts';
import { patchC } from '../../../scripts/ordinary/patch/patch.ts';
import { compileWithPorffor } from '../../../scripts/ordinary/porffor.ts';
import { qemu, qemuArguments } from '../../../scripts/qemu.ts';
import { runTool } from '../../../scripts/tool.ts';
import { linkArguments, ordinaryFlags, tools } from '../../../scripts/toolchain.ts';
import { consoleModule } from './sources.ts';

const paths = {
	...modulePaths,
	[consoleModule]: join(import.meta.dirname, '../machine/console.ts'),
};

/** What every image of the suite contains besides its programs. */
export interface Base {
	readonly objects: readonly string[];
	readonly exports: readonly NativeExport[];
}

/** A program that Porffor does not take, or of whose C a patch does not know what to make. */
export class CompileFailure extends Error {}

/** Compiles what does not change from image to image into `folder`. */
export async function buildBase(folder: string, main: string): Promise<Base> {
	const app: App = { name: 'conformance', folder, main, world: 'ordinary' };
	mkdirSync(folder, { recursive: true });
	const boot = assembleBoot(folder);
	const native = await compileNativeHalf(app, folder);
	const object = await compileC('native', native.source);
	return { objects: [...(await boot), object], exports: native.exports };
}

const exportsOf = ({ exports }: Base, path: string) =>
	exports.filter(({ module }) => module === path);

/** Which of the modules behind `main` the build refuses, and why. */
export function refusals(base: Base, main: string): ReadonlyMap<string, string> {
	const { diagnostics: found } = checkOrdinary(main, paths, path =>
		isNativeModule(path) ? declarations(exportsOf(base, path)) : undefined,
	);
	return new Map(found.map(({ file, code, message }) => [file, `${code}: ${message}`]));
}

/** Compiles the programs behind `main` to C; the answer is the file. */
export async function compileBatch(base: Base, main: string, stem: string): Promise<string> {
	const { js, diagnostics } = await bundle({
		entry: main,
		paths,
		isNative: isNativeModule,
		shim: path => shim(`${runtime}bridge.ts`, exportsOf(base, path)),
	});
	if (diagnostics[0] !== undefined) throw new CompileFailure(diagnostics[0].message);
	try {
		writeFileSync(`${stem}.js`, guard(lower(js)));
	} catch (error) {
		throw new CompileFailure(`lowering: ${error}`);
	}
	const compiled = await compileWithPorffor(`${stem}.js`);
	if ('message' in compiled) throw new CompileFailure(compiled.message);
	writeFileSync(`${stem}.c`, patchC(compiled.c));
	return `${stem}.c`;
}

/**
 * Puts the statements of each program into a `try`, so that an error in one does not end the others.
 * They stay at the top level, where variables are unlike those of functions.
 */
function guard(text: string): string {
	const file = ts.createSourceFile('bundle.js', text, ts.ScriptTarget.ES2023, true);
	const declared: string[] = [];
	const statements: string[] = [];
	let isOpen = false;
	for (const statement of file.statements) {
		const source = statement.getText(file);
		if (ts.isFunctionDeclaration(statement) && statement.name?.text === 'endWithUncaught') continue;
		if (ts.isFunctionDeclaration(statement) || ts.isVariableStatement(statement)) {
			declared.push(source);
			continue;
		}
		const start = /^\$console\d* = consoleOf\((\d+)\);/.exec(source);
		if (isOpen && (start !== null || source.startsWith('runEventLoop('))) {
			statements.push('} catch ($caught) { $uncaught($caught); }');
			isOpen = false;
		}
		if (start !== null) {
			statements.push(`$current = ${start[1]}; writeLine($current + '>'); try {`);
			isOpen = true;
		}
		statements.push(source);
	}
	return [
		"'use strict'; var $current = 0;",
		// One program's rejection must not end the others.
		"function endWithUncaught(e) { writeLine('Uncaught ' + describe(e)); }",
		"function $uncaught(e) { writeLine($current + '|Uncaught ' + describe(e)); }",
		...declared,
		...statements,
	].join('\n');
}

/** What programs take on the stack is much more when gcc does not optimise. */
const roomyCoroutine = (c: string) =>
	replaceAnchor(c, '#define PORF_CORO_STACK_SIZE (64u', '#define PORF_CORO_STACK_SIZE (512u');
const roomyStack = '-Wl,--defsym=ordinaryStackSize=0x800000';

/** Compiles and links the C of a batch; the answer is the image. */
export async function linkBatch(base: Base, c: string): Promise<string> {
	const text = readFileSync(c, 'utf8');
	if (text.includes('PORF_CORO_STACK_SIZE')) writeFileSync(c, roomyCoroutine(text));
	const object = c.replace(/\.c$/, '.o');
	// The programs run for an instant, and gcc optimises for a minute.
	const flags = ordinaryFlags.map(flag => (flag === '-O2' ? '-O0' : flag));
	await runTool(tools.gcc, [...flags, '-g0', '-c', c, '-o', object]);
	const image = c.replace(/\.c$/, '.elf');
	const link = linkArguments('ordinary', [...base.objects, object], image);
	await runTool(tools.gcc, [roomyStack, ...link]);
	return image;
}

const hangMs = 300_000;

/**
 * Runs an image to its end: what it printed, and whether it ended as a machine should. QEMU's standard input stays
 * open: once that has ended, QEMU 7.2 waits for no reader, and loses what it cannot write at once.
 */
export function runImage(
	image: string,
): Promise<{ readonly output: string; readonly isClean: boolean }> {
	const args = qemuArguments({ image, harts: 1, memory: '256M' });
	return new Promise(resolve => {
		execFile(
			qemu,
			[...args],
			{ maxBuffer: 1 << 28, timeout: hangMs, killSignal: 'SIGKILL', encoding: 'utf8' },
			(error, output) => resolve({ output, isClean: error === null }),
		);
	});
}
