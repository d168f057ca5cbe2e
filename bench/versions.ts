/** The versions of the tools that the figures depend on: they are compared only if these are equal. */

import { createRequire } from 'node:module';
import { qemu } from '../scripts/qemu.ts';
import { runTool } from '../scripts/tool.ts';
import { tools } from '../scripts/toolchain.ts';

export async function toolVersions(): Promise<Readonly<Record<string, string>>> {
	const firstLine = async (tool: string) =>
		(await runTool(tool, ['--version'])).split('\n', 1)[0] ?? '';
	const require = createRequire(import.meta.url);
	const version = (name: string): string => require(`${name}/package.json`).version;
	return {
		gcc: await firstLine(tools.gcc),
		ld: await firstLine(tools.ld),
		qemu: await firstLine(qemu),
		typescript: version('typescript'),
		porffor: version('porffor'),
	};
}
