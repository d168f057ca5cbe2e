import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { isNativeModule } from '../app.ts';
import { repository } from '../repository.ts';

/** The folder of the runtime that every ordinary program contains. */
export const runtime: string = join(repository, 'kernel/runtime/');

const options: ts.CompilerOptions = {
	module: ts.ModuleKind.Preserve,
	allowImportingTsExtensions: true,
	noEmit: true,
};

/** What an import in `from` stands for; bare names like `kernel:irq` are looked up in `paths`. */
export function resolveImport(
	name: string,
	from: string,
	paths: Readonly<Record<string, string>>,
	settings: ts.CompilerOptions = options,
): ts.ResolvedModuleWithFailedLookupLocations {
	const target = paths[name];
	if (target === undefined) return ts.resolveModuleName(name, from, settings, ts.sys);
	return { resolvedModule: { resolvedFileName: target, extension: ts.Extension.Ts } };
}

/** The native modules that the ordinary program behind `entry` imports, found without compiling it. */
export async function nativeImports(
	entry: string,
	paths: Readonly<Record<string, string>>,
): Promise<string[]> {
	const native = new Set<string>();
	const seen = new Set<string>();
	const waiting = [entry, `${runtime}globals.ts`, `${runtime}loop.ts`];
	for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
		if (seen.has(file)) continue;
		seen.add(file);
		if (isNativeModule(file)) {
			native.add(file);
			continue;
		}
		for (const { fileName } of ts.preProcessFile(readFileSync(file, 'utf8')).importedFiles) {
			const { resolvedModule } = resolveImport(fileName, file, paths);
			if (resolvedModule !== undefined) waiting.push(resolvedModule.resolvedFileName);
		}
	}
	return [...native];
}
