import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { findApp } from '../../scripts/app.ts';
import { compileNativeHalf } from '../../scripts/compile.ts';
import { assembleBoot, compileC } from '../../scripts/link.ts';
import { qemu, qemuArguments } from '../../scripts/qemu.ts';
import { runTool } from '../../scripts/tool.ts';
import { linkArguments, tools } from '../../scripts/toolchain.ts';

/** Builds a native app of `main.ts` and the modules m0.ts, m1.ts …, boots it, and gives what the console says. */
export async function runNativeApp(main: string, modules: readonly string[]): Promise<string> {
	const folder = mkdtempSync(join(tmpdir(), 'trapline-app-'));
	try {
		const source = join(folder, 'app');
		const outDir = join(folder, 'out');
		for (const path of [source, outDir]) mkdirSync(path);
		writeFileSync(join(source, 'main.ts'), main);
		for (const [i, text] of modules.entries()) writeFileSync(join(source, `m${i}.ts`), text);
		const assembled = assembleBoot(outDir);
		const native = await compileNativeHalf(findApp(source), outDir);
		const object = await compileC('native', native.source);
		const image = join(outDir, 'app.elf');
		await runTool(tools.gcc, linkArguments('native', [...(await assembled), object], image));
		const machine = qemuArguments({ image, harts: 1, memory: '128M' });
		const { stdout } = await promisify(execFile)(qemu, machine, { timeout: 60_000 });
		return stdout.replaceAll('\r', '');
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
}
