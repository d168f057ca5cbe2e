import { readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { type BuildFailure, build, type Message, type Plugin } from 'esbuild';
import type { Diagnostic } from '../native/compile.ts';
import { runtime } from './modules.ts';
import { type PlainLogs, withPlainLogs } from './plain-logs.ts';

export interface Bundle {
	readonly js: string;
	/** Every ordinary module that went into it, absolute. */
	readonly files: readonly string[];
	/** Every native module that an ordinary one imports, absolute. */
	readonly nativeModules: readonly string[];
	readonly diagnostics: readonly Diagnostic[];
}

export interface BundleInput {
	readonly entry: string;
	/** What a bare specifier like `kernel:irq` stands for. */
	readonly paths: Readonly<Record<string, string>>;
	readonly isNative: (path: string) => boolean;
	/** The JavaScript that stands in for a native module. */
	readonly shim: (path: string) => string;
	/** Calls of the console that are to become those of its smaller function. */
	readonly plainLogs?: PlainLogs;
}

/** Puts the app, the event loop and everything that they import into one JavaScript module. */
export async function bundle(input: BundleInput): Promise<Bundle> {
	const nativeModules = new Set<string>();
	const files = new Set<string>();
	const main = [
		`import { runEventLoop } from ${JSON.stringify(`${runtime}loop.ts`)};`,
		`import ${JSON.stringify(input.entry)};`,
		'runEventLoop();',
	].join('\n');

	const worlds: Plugin = {
		name: 'worlds',
		setup(context) {
			context.onResolve({ filter: /^(kernel|native):/ }, ({ path }) => {
				const target = input.paths[path];
				return target === undefined
					? { errors: [{ text: `There is no module '${path}'.` }] }
					: { path: target };
			});
			context.onLoad({ filter: /\.[cm]?[jt]s$/, namespace: 'file' }, ({ path }) => {
				if (input.isNative(path)) {
					nativeModules.add(path);
					return { contents: input.shim(path), loader: 'js' };
				}
				files.add(path);
				const places = input.plainLogs?.get(path);
				if (places === undefined) return undefined;
				const loader = path.endsWith('ts') ? 'ts' : 'js';
				return { contents: withPlainLogs(readFileSync(path, 'utf8'), places), loader };
			});
		},
	};

	try {
		const result = await build({
			stdin: { contents: main, resolveDir: dirname(input.entry), sourcefile: 'start.js' },
			inject: [`${runtime}globals.ts`],
			bundle: true,
			write: false,
			format: 'esm',
			platform: 'neutral',
			mainFields: ['module', 'main'],
			target: 'es2022',
			logLevel: 'silent',
			tsconfigRaw: { compilerOptions: { target: 'es2022', useDefineForClassFields: true } },
			plugins: [worlds],
		});
		return {
			js: result.outputFiles[0]?.text ?? '',
			files: [...files],
			nativeModules: [...nativeModules],
			diagnostics: [],
		};
	} catch (error) {
		if (!isBuildFailure(error)) throw error;
		const diagnostics = error.errors.map(message => diagnosticOf(message, input.entry));
		return { js: '', files: [...files], nativeModules: [...nativeModules], diagnostics };
	}
}

function isBuildFailure(error: unknown): error is BuildFailure {
	return error instanceof Error && 'errors' in error && Array.isArray(error.errors);
}

function diagnosticOf({ text, location, notes }: Message, entry: string): Diagnostic {
	const help = notes[0]?.text;
	return {
		code: 'TS0001',
		file: location === null ? entry : resolve(location.file),
		line: location?.line ?? 1,
		column: (location?.column ?? 0) + 1,
		length: location?.length ?? 1,
		message: text,
		...(help === undefined ? {} : { help }),
		frame: location?.lineText ?? '',
	};
}
