/** The way from an app's TypeScript to its image, as a list of steps; independent ones overlap. */

import { renameSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { App } from './app.ts';
import {
	type CompiledNative,
	compileNativeHalf,
	compileOrdinaryHalf,
	inTypeScript,
} from './compile.ts';
import { assembleBoot, compileC, link, linkForDebugger } from './link.ts';
import { proveImage } from './prove.ts';
import { step } from './terminal.ts';
import type { Variant } from './variant.ts';

interface NativeHalf {
	readonly native: CompiledNative;
	readonly object: Promise<string>; // the path of native.o, once gcc is done
}

/** Compiles the native half of `app`: gcc starts as soon as there is C, while checks and proofs go on. */
export async function compileNativeObject(
	app: App,
	outDir: string,
	{ purpose, isMeasured }: Variant,
): Promise<NativeHalf> {
	let object: Promise<string> | undefined;
	const start = (source: string): Promise<string> => {
		const compiled = compileC('native', source, purpose);
		compiled.catch(() => {}); // It is awaited later; a mistake in TypeScript is told first.
		return compiled;
	};
	try {
		const native = await compileNativeHalf(app, outDir, isMeasured, source => {
			object = start(source);
		});
		const told = (object ?? start(native.source)).catch(inTypeScript(native));
		told.catch(() => {});
		return { native, object: told };
	} catch (mistake) {
		await object?.catch(() => {}); // Nothing writes into the folder after a build.
		throw mistake;
	}
}

/** Leaves kernel.elf, kernel.asm, kernel.sym and handlers.txt in `outDir`; the answer is every file it read. */
export async function makeImage(
	app: App,
	outDir: string,
	variant: Variant,
): Promise<readonly string[]> {
	const boot = assembleBoot(outDir);
	boot.catch(() => {}); // It is awaited below; a mistake in TypeScript is told first.

	const lowering = step('native TypeScript to C');
	const { native, object: nativeObject } = await compileNativeObject(app, outDir, variant);
	lowering.done();

	const compiling = step('C to RISC-V');
	const objects: Promise<string>[] = [nativeObject];
	const files = [...native.files];
	if (app.world === 'ordinary') {
		const porffor = step('ordinary TypeScript to C');
		const ordinary = await compileOrdinaryHalf(app, native.exports, outDir);
		porffor.done();
		objects.push(compileC('ordinary', ordinary.source));
		files.push(...ordinary.files);
	}
	const linked = [...(await boot), ...(await Promise.all(objects))];
	compiling.done();

	const linking = step('link and backtrace table');
	const image = await link(app.world, linked, outDir).catch(inTypeScript(native));
	const handlers = proveImage(image, native.graph, await nativeObject, await boot);
	writeFileSync(join(outDir, 'kernel.asm'), image.listing);
	writeFileSync(join(outDir, 'kernel.sym'), image.symbols);
	writeFileSync(join(outDir, 'handlers.txt'), handlers);
	if (variant.purpose === 'debug') await linkForDebugger(app.world, linked, outDir);
	renameSync(image.image, join(outDir, 'kernel.elf'));
	rmSync(join(outDir, 'first.elf'));
	linking.done(relative(process.cwd(), join(outDir, 'kernel.elf')));
	return files;
}
