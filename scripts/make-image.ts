/** The way from an app's TypeScript to its image, as a list of steps; independent ones overlap. */

import { renameSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { App } from './app.ts';
import { compileNativeHalf, compileOrdinaryHalf, inTypeScript } from './compile.ts';
import { assembleBoot, compileC, link, linkForDebugger, type Purpose } from './link.ts';
import { proveImage } from './prove.ts';
import { step } from './terminal.ts';

/** Leaves kernel.elf, kernel.asm, kernel.sym and handlers.txt in `outDir`; the answer is every file it read. */
export async function makeImage(
	app: App,
	outDir: string,
	purpose: Purpose,
): Promise<readonly string[]> {
	const boot = assembleBoot(outDir);
	boot.catch(() => {}); // It is awaited below; a mistake in TypeScript is told first.

	const lowering = step('native TypeScript to C');
	const native = await compileNativeHalf(app, outDir);
	lowering.done();

	const compiling = step('C to RISC-V');
	const nativeObject = compileC('native', native.source, purpose).catch(inTypeScript(native));
	nativeObject.catch(() => {});
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
	if (purpose === 'debug') await linkForDebugger(app.world, linked, outDir);
	renameSync(image.image, join(outDir, 'kernel.elf'));
	rmSync(join(outDir, 'first.elf'));
	linking.done(relative(process.cwd(), join(outDir, 'kernel.elf')));
	return files;
}
