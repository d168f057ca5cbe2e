/** Command: puts known faults into a copy of the kernel; a test must find each. `--help` prints run.help.txt. */

import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { repository } from '../repository.ts';
import { command, exitOnSignals, isCommand, Mistake, say } from '../terminal.ts';
import { applyChanges, copyRepository, removeCopy } from './copy.ts';
import type { KernelFault } from './faults/fault.ts';
import { kernelFaults } from './kernel-faults.ts';

/** How a run of tests ended; a run that did not come to its tests is neither green nor red. */
type Verdict = 'green' | 'red' | 'broken';

interface Result {
	readonly what: string;
	readonly wanted: Verdict;
	readonly verdict: Verdict;
	readonly by: string; // the first test that failed
	readonly seconds: number;
}

interface Report {
	readonly numTotalTests: number;
	readonly testResults: readonly {
		readonly assertionResults: readonly {
			readonly status: string;
			readonly fullName: string;
			readonly failureMessages?: readonly string[];
		}[];
	}[];
}

/** Runs the tests of a fault in the copy, and reads what vitest says of each. */
async function runTests(
	copy: string,
	test: string,
	name?: string,
): Promise<{ readonly verdict: Verdict; readonly by: string; readonly said: string }> {
	const report = join(copy, 'build/report.json');
	const args = [
		...['run', '--project', 'boot', '--reporter', 'json', '--outputFile', report, '--bail', '1'],
		...[test, ...(name === undefined ? [] : ['--testNamePattern', name])],
	];
	const child = spawn(join(copy, 'node_modules/.bin/vitest'), args, {
		cwd: copy,
		stdio: ['ignore', 'pipe', 'pipe'],
	});
	const end = () => child.kill();
	process.on('exit', end);
	let said = '';
	for (const stream of [child.stdout, child.stderr]) {
		stream.on('data', chunk => {
			said += chunk;
		});
	}
	const status = await new Promise<number | null>((resolve, reject) => {
		child.on('error', reject);
		child.on('close', resolve);
	});
	process.off('exit', end);
	const { testResults }: Report = JSON.parse(readFileSync(report, 'utf8'));
	const results = testResults.flatMap(({ assertionResults }) => assertionResults);
	const failed = results.find(each => each.status === 'failed');
	const passed = results.filter(each => each.status === 'passed').length;
	// A build that fails is no catch: the fault has to be one that runs.
	const isBuilt = !/ failed \(status|error NT\d|\bNT\d{4}:/.test(said);
	said += `${(failed?.failureMessages ?? []).join('\n').slice(0, 4000)}\n`;
	if (failed && isBuilt) return { verdict: 'red', by: failed.fullName, said };
	return { verdict: status === 0 && passed > 0 ? 'green' : 'broken', by: '', said };
}

async function tryOne(
	copy: string,
	fault: KernelFault,
	wanted: Verdict,
	place: string,
): Promise<Result> {
	const { what, test, name } = fault;
	const start = Date.now();
	let undo = () => {};
	try {
		if (wanted === 'red') undo = applyChanges(copy, fault.changes);
		const { verdict, by, said } = await runTests(copy, test, name);
		const seconds = Math.round((Date.now() - start) / 1000);
		const subject = wanted === 'red' ? what : `${test}, unchanged`;
		say(`mutants: ${place} ${subject}: ${verdict}${by === '' ? '' : `, ${by}`} (${seconds} s)`);
		if (verdict !== wanted) say(said.trimEnd());
		return { what: subject, wanted, verdict, by, seconds };
	} catch (error) {
		if (!(error instanceof Mistake)) throw error;
		say(`mutants: ${place} ${what}: ${error.message}`);
		return { what, wanted, verdict: 'broken', by: '', seconds: 0 };
	} finally {
		undo();
	}
}

/** The faults, and before the first of each test file the file as it is, which must be green. */
async function tryAll(faults: readonly KernelFault[]): Promise<readonly Result[]> {
	const copy = await copyRepository();
	const remove = () => removeCopy(copy);
	process.on('exit', remove);
	const results: Result[] = [];
	try {
		const tests = [...new Set(faults.map(({ test }) => test))];
		const total = tests.length + faults.length;
		const place = () => `${results.length + 1} of ${total}`;
		for (const test of tests) {
			const own = faults.filter(fault => fault.test === test).map(({ name }) => name ?? '');
			const name = own.includes('') ? undefined : own.join('|');
			const whole = { what: '', changes: [], test, ...(name === undefined ? {} : { name }) };
			results.push(await tryOne(copy, whole, 'green', place()));
		}
		for (const fault of faults) results.push(await tryOne(copy, fault, 'red', place()));
	} finally {
		remove();
		process.off('exit', remove);
	}
	return results;
}

async function main(args: readonly string[]): Promise<number> {
	if (args.includes('--help')) {
		say(readFileSync(join(repository, 'scripts/mutants/run.help.txt'), 'utf8').trimEnd());
		return 0;
	}
	exitOnSignals();
	const faults = kernelFaults.filter(
		({ what }) => args.length === 0 || args.some(part => what.includes(part)),
	);
	if (faults.length === 0) throw new Mistake(`No fault's name contains ${args.join(' or ')}.`);
	const results = await tryAll(faults);
	const width = Math.max(...results.map(({ what }) => what.length));
	say('');
	for (const { what, verdict, by, seconds } of results) {
		say(`${what.padEnd(width)}  ${verdict.padEnd(6)} ${String(seconds).padStart(4)} s  ${by}`);
	}
	const wrong = results.filter(({ wanted, verdict }) => verdict !== wanted).length;
	const caught = results.filter(({ wanted, verdict }) => wanted === 'red' && verdict === 'red');
	say(`mutants: ${caught.length} of ${faults.length} faults found, ${wrong} wrong`);
	return wrong === 0 ? 0 : 1;
}

if (isCommand('scripts/mutants/run.ts')) await command('mutants', main);
