import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { appFolder, imageFolder } from '../harness/app-folder.ts';
import { visit } from '../harness/front-door.ts';

const debug = ['--import', 'tsx', 'scripts/debug.ts'];

/** An app that says back the first byte of its input, in a folder whose name is not made for tools. */
function echoApp(): string {
	const app = join(appFolder({}), 'my "echo" app');
	mkdirSync(app);
	writeFileSync(
		join(app, 'main.ts'),
		`'use native';
import { openConsoleInput, readConsoleByte } from 'native:console-input';
import { nextReadyLine, takeEvents, waitForEvent } from 'native:event';
import { print } from 'native:format';
import { never } from 'native:time';

function answer(byte: i32): void {
	print('byte {}\\n', byte);
}

export function main(): i32 {
	openConsoleInput();
	let byte = readConsoleByte();
	while (byte < 0) {
		waitForEvent(never);
		for (let line = nextReadyLine(); line >= 0; line = nextReadyLine()) takeEvents(u32(line));
		byte = readConsoleByte();
	}
	answer(byte);
	return 0;
}
`,
	);
	onTestFinished(() => {
		for (const folder of [imageFolder(app), `${imageFolder(app)}-debug`]) {
			rmSync(folder, { recursive: true, force: true });
		}
	});
	return app;
}

describe('debug', () => {
	test('attaches gdb to a machine that waits, with TypeScript lines', async () => {
		const run = await visit('node', [
			...[...debug, 'examples/timer', '-batch'],
			...['-ex', 'break kernelMain', '-ex', 'continue', '-ex', 'backtrace', '-ex', 'next'],
		]);

		expect(run.output).toMatch(/Breakpoint 1, kernelMain \(.*at kernel\/main\.ts:\d+/);
		expect(run.status).toBe(0);
	});

	test('shows the source of an app anywhere, and hands the UART what is written to its pipe', async () => {
		const app = echoApp();
		const pipe = join(`${imageFolder(app)}-debug`, 'input');

		const run = await visit('node', [
			...[...debug, app, '-batch'],
			...['-ex', 'break answer', '-ex', `shell printf A > '${pipe}'`],
			...['-ex', 'continue', '-ex', 'list', '-ex', 'continue'],
		]);

		expect(run.said).toContain(`debug: what is written to ${pipe} reaches the UART`);
		expect(run.output).toContain('function answer(byte: i32): void {');
		expect(run.output).toContain('byte 65\n');
		expect(dirname(pipe)).toMatch(/-debug$/);
	});
});
