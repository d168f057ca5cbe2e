/** What node prints: the same programs, all of them in one process. */

import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { consoleModule, splitOutput } from './sources.ts';

const nodeConsole = `
import { Console } from 'node:console';
import { Writable } from 'node:stream';
export function consoleOf(id) {
	const stdout = new Writable({
		write(chunk, _encoding, done) {
			for (const line of String(chunk).slice(0, -1).split('\\n')) process.stdout.write(id + '|' + line + '\\n');
			done();
		},
	});
	return new Console({ stdout, stderr: stdout, colorMode: false });
}
`;

/** Runs the programs behind the module `main` in node. */
export async function runInNode(
	folder: string,
	main: string,
): Promise<ReadonlyMap<number, string>> {
	const { outputFiles } = await build({
		entryPoints: [main],
		bundle: true,
		write: false,
		format: 'esm',
		target: 'es2022',
		logLevel: 'silent',
		plugins: [
			{
				name: 'console',
				setup(context) {
					context.onResolve({ filter: /^(kernel|node):/ }, ({ path }) =>
						path === consoleModule ? { path, namespace: 'console' } : { path, external: true },
					);
					context.onLoad({ filter: /./, namespace: 'console' }, () => ({ contents: nodeConsole }));
				},
			},
		],
	});
	const bundle = join(folder, 'node.mjs');
	writeFileSync(bundle, outputFiles[0]?.text ?? '');
	const output = execFileSync(process.execPath, [bundle], { encoding: 'utf8', maxBuffer: 1 << 28 });
	return splitOutput(output);
}
