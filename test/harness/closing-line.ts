/** Reporter: the very last line of a test run is `N passed, N failed, N skipped`, and tells the truth. */

import { writeSync } from 'node:fs';
import type { Reporter, TestModule } from 'vitest/node';

export default class ClosingLine implements Reporter {
	onTestRunEnd(modules: readonly TestModule[], errors: readonly unknown[]): void {
		const count = { passed: 0, failed: errors.length, skipped: 0, pending: 0 };
		for (const module of modules) {
			const tests = [...module.children.allTests()];
			for (const test of tests) count[test.result().state]++;
			// A file that cannot even be loaded has no tests, yet it failed.
			if (module.errors().length > 0) count.failed++;
		}
		if (count.failed > 0 || count.passed === 0) process.exitCode = 1;
		// Every other reporter has printed by the time the process ends.
		process.once('exit', () => {
			if (process.exitCode !== 1 && count.pending > 0) process.exitCode = 1;
			const line = `${count.passed} passed, ${count.failed} failed, ${count.skipped + count.pending} skipped`;
			writeSync(1, `${line}\n`);
		});
	}
}
