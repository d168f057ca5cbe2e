import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import type { compileNative } from '../native/compile.ts';
import { repository } from '../repository.ts';
import { say } from '../terminal.ts';
import { type Fault, faults } from './fault-list.ts';
import { runOnHost } from './host.ts';
import { checkBatch, type Disagreement } from './verdict.ts';

const batchSize = 25;
const batches = 12;

/** Puts each fault into a copy of the compiler, and has the fuzzer find it. */
export async function findFaults(seed: number): Promise<number> {
	let missed = 0;
	for (const fault of faults) {
		const found = await findFault(fault, seed);
		if (!found) missed++;
		const how = found
			? `seed ${found.seed}, path ${found.index}: ${found.got.slice(0, 90)}`
			: 'NOT FOUND';
		say(`${fault.what}: ${how}`);
	}
	say(`faults: ${faults.length - missed} of ${faults.length} found`);
	return missed === 0 ? 0 : 1;
}

/** The first disagreement that a fault causes. */
export async function findFault(fault: Fault, seed: number): Promise<Disagreement | undefined> {
	const { compile, remove } = await faultyCompiler(fault);
	try {
		for (let i = 0; i < batches; i++) {
			const engine = (programs: Parameters<typeof runOnHost>[0]) => runOnHost(programs, compile);
			const { disagreements } = await checkBatch(seed + i, batchSize, engine);
			if (disagreements[0]) return disagreements[0];
		}
		return undefined;
	} finally {
		remove();
	}
}

/** A copy of the compiler with the fault in it. It lies in build/, where it finds its packages. */
async function faultyCompiler({ file, from, to }: Fault): Promise<{
	readonly compile: typeof compileNative;
	readonly remove: () => void;
}> {
	mkdirSync(join(repository, 'build'), { recursive: true });
	const folder = mkdtempSync(join(repository, 'build/fault-'));
	const copy = join(folder, 'native');
	cpSync(join(repository, 'scripts/native'), copy, { recursive: true });
	const path = join(copy, file);
	const text = readFileSync(path, 'utf8');
	if (!text.includes(from)) throw new Error(`The fault's anchor is not in ${file}: ${from}`);
	writeFileSync(
		path,
		text.replace(from, () => to),
	);
	// One file of JavaScript, since node reads no TypeScript.
	const outfile = join(copy, 'compile.mjs');
	await build({
		...{ entryPoints: [join(copy, 'compile.ts')], outfile, bundle: true, logLevel: 'warning' },
		...{ platform: 'node', format: 'esm', packages: 'external' },
	});
	const module = await import(pathToFileURL(outfile).href);
	return {
		compile: module.compileNative,
		remove: () => rmSync(folder, { recursive: true, force: true }),
	};
}
