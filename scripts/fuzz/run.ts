/** Command: random native programs, three ways; reports every disagreement. `--help` prints run.help.txt. */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { repository } from '../repository.ts';
import { command, isCommand, say } from '../terminal.ts';
import { Coverage } from './coverage.ts';
import { evaluate } from './evaluate.ts';
import { sample } from './generate/arbitrary.ts';
import { runOnHost } from './host.ts';
import { runOnRiscv } from './riscv.ts';
import { checkBatch, type Disagreement, type Engine, shrink } from './verdict.ts';

const batchSize = 100;
const lanes = 3;
/** From how many programs on coverage is demanded. */
const enough = 10_000;

async function main(args: readonly string[]): Promise<number> {
	if (args.includes('--help')) {
		say(readFileSync(join(repository, 'scripts/fuzz/run.help.txt'), 'utf8').trimEnd());
		return 0;
	}
	const option = (name: string, otherwise: number) => {
		const at = args.indexOf(`--${name}`);
		return at < 0 ? otherwise : Number(args[at + 1]);
	};
	if (args.includes('--faults')) {
		const { findFaults } = await import('./faults.ts');
		return findFaults(option('seed', 7000));
	}
	if (args.includes('--mutants')) {
		const { checkMutants } = await import('./mutants.ts');
		return checkMutants(option('seed', 1), option('count', 2000));
	}
	const count = option('count', 10_000);
	const seed = option('seed', Date.now() % 1_000_000);
	say(`fuzz: ${count} programs from seed ${seed}, in batches of ${batchSize}`);
	const engines: Readonly<Record<string, Engine>> = {
		...(args.includes('--riscv') || args.includes('--coverage')
			? {}
			: { host: programs => runOnHost(programs) }),
		...(args.includes('--host') || args.includes('--coverage')
			? {}
			: { riscv: programs => runOnRiscv(programs) }),
	};
	return fuzz(seed, count, engines);
}

async function fuzz(
	seed: number,
	count: number,
	engines: Readonly<Record<string, Engine>>,
): Promise<number> {
	const coverage = new Coverage();
	const found: (Disagreement & { readonly engine: string })[] = [];
	let [started, done] = [0, 0];
	const start = Date.now();
	// While gcc and QEMU work for one batch, this process is at the next.
	const lane = async (): Promise<void> => {
		while (started < count) {
			const batchSeed = seed + started / batchSize;
			const size = Math.min(batchSize, count - started);
			started += size;
			const batch = sample(batchSeed, size);
			for (const program of batch) coverage.add(program, evaluate(program));
			for (const [name, engine] of Object.entries(engines)) {
				const { disagreements } = await checkBatch(batchSeed, size, engine, batch);
				for (const disagreement of disagreements) {
					found.push({ ...disagreement, engine: name });
					const { index, wanted, got } = disagreement;
					say(
						`${name}: seed ${batchSeed}, path ${index}\n  reference: ${wanted}\n  ${name}: ${got}`,
					);
				}
			}
			done += size;
			say(`fuzz: ${done} of ${count}, ${found.length} disagreements`);
		}
	};
	await Promise.all(Array.from({ length: lanes }, lane));
	say(coverage.report());
	say(`fuzz: seed ${seed}, ${count} programs in ${Math.round((Date.now() - start) / 1000)} s`);
	const misses = count < enough ? [] : coverage.misses;
	for (const miss of misses) say(`fuzz: ${miss}`);
	const kinds = new Map(found.map(each => [each.got.replaceAll(/\d+/g, '').slice(0, 40), each]));
	for (const disagreement of [...kinds.values()].slice(0, 5)) {
		const engine = engines[disagreement.engine];
		if (!engine) continue;
		const { text, path, wanted, got } = await shrink(disagreement, engine);
		say(`\n${disagreement.engine}, seed ${disagreement.seed}, path ${path}, shrunk:\n${text}`);
		say(`  reference: ${wanted}\n  ${disagreement.engine}: ${got}`);
	}
	return found.length === 0 && misses.length === 0 ? 0 : 1;
}

if (isCommand('scripts/fuzz/run.ts')) await command('fuzz', main);
