/** Builds the C twins with the compiler and the flags of the kernel. */

import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { repository } from '../scripts/repository.ts';
import { runTool } from '../scripts/tool.ts';
import { assemblyFlags, calleeSaved, nativeFlags, tools } from '../scripts/toolchain.ts';

export interface Twin {
	readonly source: string; // in bench/baseline
	readonly convention: 'standard' | 'reduced'; // the registers that a handler may clobber
	readonly library: boolean; // linked with the C library
}

const folder = join(repository, 'bench/baseline');

/** Builds a twin; the answer is the image's path. */
export async function buildTwin(twin: Twin, outDir: string): Promise<string> {
	const name = `${twin.source.replace('.c', '')}-${twin.convention}`;
	const out = (ending: string) => join(outDir, `${name}${ending}`);
	const specs = twin.library ? ['--specs=picolibc.specs'] : [];
	const flags = nativeFlags.filter(
		flag =>
			(twin.convention === 'reduced' || !calleeSaved.includes(flag)) && flag !== '-ffreestanding',
	);
	const freestanding = [twin.library ? '-fno-builtin' : '-ffreestanding'];
	mkdirSync(outDir, { recursive: true });
	const assemble = (source: string) =>
		runTool(tools.gcc, [...assemblyFlags, '-c', join(folder, source), '-o', out(`-${source}.o`)]);
	await Promise.all([
		runTool(tools.gcc, [
			...specs,
			...flags,
			...freestanding,
			...['-c', join(folder, twin.source), '-o', out('.o')],
		]),
		assemble('start.S'),
		assemble(`trap-${twin.convention}.S`),
	]);
	const target = nativeFlags.filter(flag => /^-m(arch|abi|cmodel)=/.test(flag));
	await runTool(tools.gcc, [
		...(twin.library ? specs : ['-nostdlib']),
		...target,
		...['-nostartfiles', '-static', `-T${join(folder, 'baseline.ld')}`],
		...['-Wl,--gc-sections', '-Wl,--build-id=none', '-Wl,--no-warn-rwx-segments'],
		...[out('-start.S.o'), out(`-trap-${twin.convention}.S.o`), out('.o')],
		...['-o', out('.elf')],
	]);
	return out('.elf');
}
