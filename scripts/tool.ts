/** Runs the tools that a build needs, and knows which of them still run. */

import { type ChildProcess, spawn } from 'node:child_process';
import { Interrupted, isEnding, Mistake } from './terminal.ts';

const running = new Set<ChildProcess>();

process.on('exit', () => {
	for (const child of running) child.kill('SIGKILL');
});

/** A tool that ended with a failing status; `output` is what it said. */
export class ToolFailure extends Mistake {
	readonly output: string;

	constructor(tool: string, reason: string, output: string) {
		super(`${tool} failed (${reason}):\n${output.trimEnd()}`);
		this.output = output;
	}
}

/** Runs a tool to its end; the answer is what it printed on standard output. */
export function runTool(
	tool: string,
	args: readonly string[],
	options: { readonly input?: string; readonly cwd?: string } = {},
): Promise<string> {
	return new Promise((resolve, reject) => {
		const child = spawn(tool, args, {
			cwd: options.cwd,
			stdio: [options.input === undefined ? 'ignore' : 'pipe', 'pipe', 'pipe'],
		});
		running.add(child);
		const output: Buffer[] = [];
		const errors: Buffer[] = [];
		child.stdout?.on('data', chunk => output.push(chunk));
		child.stderr?.on('data', chunk => errors.push(chunk));
		child.stdin?.on('error', () => {}); // A tool that stops reading early says why by its status.
		child.stdin?.end(options.input);
		child.on('error', error => {
			running.delete(child);
			const missing = (error as NodeJS.ErrnoException).code === 'ENOENT';
			reject(missing ? new Mistake(`'${tool}' is not installed; run 'make setup'.`) : error);
		});
		child.on('close', (status, signal) => {
			running.delete(child);
			if (status === 0) return resolve(Buffer.concat(output).toString());
			if (isEnding(signal)) return reject(new Interrupted(signal));
			const said = Buffer.concat([...errors, ...output]).toString();
			reject(new ToolFailure(tool, signal ?? `status ${status}`, said));
		});
	});
}
