/**
 * Loads the TypeScript compiler, and faster than node does: scripts/command.sh puts this module in the
 * place of `typescript`. A short run needs two things:
 *
 * - The bytecode of an earlier run, from build/cache, instead of nine megabytes to parse. The file is
 *   named after the compiler's text and the engine; what does not fit is made anew.
 * - Less optimisation. By default V8 optimises what ran for a few milliseconds, on another core, where
 *   that takes more time than a build has left to save.
 */

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { Script } from 'node:vm';
import type typescript from 'typescript';
import { digest, readDigested, writeDigested } from './digested-file.ts';
import { repository } from './repository.ts';

/** How many bytes of bytecode a function runs before V8 optimises it; V8's own figure is 135,168. */
const interruptBudget = 1_000_000;

function load(): typeof typescript {
	setFlagsFromString(`--interrupt-budget=${interruptBudget}`);
	const require = createRequire(import.meta.url);
	const filename = require.resolve('typescript');
	const text = readFileSync(filename);
	const key = digest(text, process.version, process.arch);
	const cache = join(repository, 'build/cache', `typescript-${key.toString('hex', 0, 8)}.bin`);

	const cachedData = readDigested(cache);
	const script = new Script(
		`(function (exports, require, module, __filename, __dirname) {${text}\n})`,
		{ filename, ...(cachedData && { cachedData }) },
	);
	if (script.cachedDataRejected !== false) {
		// At the end, since then it holds every function that ran. Without it the next build is slower.
		process.once('exit', () => writeDigested(cache, script.createCachedData()));
	}
	const module = { exports: {} };
	script.runInThisContext()(module.exports, require, module, filename, dirname(filename));
	return module.exports as typeof typescript;
}

export default load();
