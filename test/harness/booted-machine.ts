/**
 * A machine in QEMU, for tests and for programs that are none. The harness hides QEMU, not the machine: a
 * test reads lines, sends bytes, pulses interrupt lines, and asks how it ended.
 */

import type { ChildProcess } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { qemu, qemuArguments } from '../../scripts/qemu.ts';
import { spawnTethered } from '../../scripts/run.ts';
import { InterruptLines, Qmp } from './control.ts';
import { Transcript } from './transcript.ts';

export interface BootOptions {
	readonly harts?: number;
	readonly memory?: string;
	readonly isMeasured?: boolean; // built with MEASURE=1
	readonly extra?: readonly string[]; // further QEMU arguments
	readonly trace?: boolean; // QEMU's log holds every executed instruction, too
	readonly allowGuestErrors?: boolean; // otherwise a line in QEMU's guest-error log fails the test
	readonly timeoutMs?: number; // how long silence lasts before it is called a hang
}

const hangMs = 20_000;

export class BootedMachine {
	private readonly process: ChildProcess;
	private readonly transcript = new Transcript();
	private readonly folder = mkdtempSync(join(tmpdir(), 'trapline-'));
	private readonly args: readonly string[];
	private readonly options: BootOptions;
	private readonly ended: Promise<number>;
	private errors = ''; // what QEMU itself printed
	private qmpClient: Promise<Qmp> | undefined;
	private lines: Promise<InterruptLines> | undefined;

	constructor(image: string, options: BootOptions) {
		this.options = options;
		this.args = qemuArguments({
			image,
			harts: options.harts ?? 1,
			memory: options.memory ?? '128M',
			extra: options.extra ?? [],
			control: {
				qmp: join(this.folder, 'qmp'),
				qtest: join(this.folder, 'qtest'),
				errors: this.logPath(),
				trace: options.trace ?? false,
			},
		});
		this.process = spawnTethered(qemu, this.args, 'pipe');
		this.process.stdout?.on('data', chunk => this.transcript.append(chunk));
		this.process.stderr?.on('data', chunk => {
			this.errors += chunk;
		});
		this.process.stdin?.on('error', () => {}); // A machine that ended reads no more.
		this.ended = new Promise((resolve, reject) => {
			this.process.on('error', reject);
			this.process.on('close', (status, signal) => {
				this.transcript.end(`the machine ended with ${signal ?? `status ${status}`}`);
				resolve(status ?? -1);
			});
		});
	}

	/** The next whole line of the console that matches. */
	line(pattern: RegExp): Promise<string> {
		return this.transcript.line(pattern, this.timeoutMs());
	}

	/** Everything up to and including `text`, which need not end a line. */
	until(text: string): Promise<string> {
		return this.transcript.until(text, this.timeoutMs());
	}

	/** The next `count` bytes of the console. */
	bytes(count: number): Promise<Buffer> {
		return this.transcript.take(count, this.timeoutMs());
	}

	/** Types on the UART: QEMU hands each byte on when the receiver is free, so none is lost. */
	send(data: string | Uint8Array): void {
		this.process.stdin?.write(data);
	}

	/** One pulse on an input line of the PLIC, from outside. The guest must be running. */
	async raise(irq: number): Promise<void> {
		await this.setLine(irq, 1);
		await this.setLine(irq, 0);
	}

	/** Holds an input line of the PLIC high (1) or low (0). */
	setLine(irq: number, level: 0 | 1): Promise<void> {
		return this.useLines(lines => lines.set(irq, level));
	}

	/** One pulse that ends when a hart has claimed it: the next one is another interrupt. */
	raiseAndWait(irq: number): Promise<void> {
		const end = Date.now() + this.timeoutMs();
		return this.useLines(async lines => {
			await lines.set(irq, 1);
			while (await lines.isPending(irq)) {
				if (Date.now() > end) throw new Error(`No hart claims line ${irq}.`);
			}
			await lines.set(irq, 0);
		});
	}

	private async useLines(action: (lines: InterruptLines) => Promise<void>): Promise<void> {
		this.lines ??= this.control().then(qmp => InterruptLines.open(join(this.folder, 'qtest'), qmp));
		const lines = await this.lines;
		try {
			await action(lines);
		} catch (error) {
			// The interrupt itself may have ended the machine, and QEMU its answer.
			if (this.process.exitCode === null && !lines.isClosed()) throw error;
		}
	}

	/** One QMP command. */
	async qmp(command: string, args: object = {}): Promise<unknown> {
		return (await this.control()).execute(command, args);
	}

	/** Waits until the machine has ended; the answer is its exit status. */
	async exit(): Promise<number> {
		let timer: NodeJS.Timeout | undefined;
		const hang = new Promise<never>((_, reject) => {
			timer = setTimeout(() => reject(new Error('The machine does not end.')), this.timeoutMs());
		});
		try {
			const status = await Promise.race([this.ended, hang]);
			if (this.errors !== '') throw new Error(`QEMU printed: ${this.errors}`);
			const mistakes = this.options.allowGuestErrors ? [] : this.guestErrors();
			if (mistakes.length > 0) throw new Error(`guest errors:\n${mistakes.join('\n')}`);
			return status;
		} finally {
			clearTimeout(timer);
		}
	}

	/** Everything that the machine has printed so far. */
	output(): string {
		return this.transcript.text();
	}

	/** The lines of QEMU's log: guest errors, and the trace if there is one. */
	log(): readonly string[] {
		if (!existsSync(this.logPath())) return [];
		return readFileSync(this.logPath(), 'utf8').split('\n').filter(Boolean);
	}

	/** Accesses that no device answers, or not at that width, as QEMU saw them. */
	guestErrors(): readonly string[] {
		if (!this.options.trace) return this.log();
		return this.log().filter(line => /invalid|guest error|unimplemented/i.test(line));
	}

	/** The transcript and the command: what a failing test prints. */
	report(): string {
		return [
			'--- console',
			this.transcript.text().trimEnd(),
			...(this.errors === '' ? [] : ['--- QEMU', this.errors.trimEnd()]),
			'--- the same machine by hand',
			[qemu, ...this.args].join(' '),
			'',
		].join('\n');
	}

	/** Kills the machine. SIGKILL, since QEMU ends with status 0 on any signal that it can catch. */
	dispose(): void {
		this.process.kill('SIGKILL');
		this.qmpClient?.then(
			client => client.close(),
			() => {},
		);
		this.lines?.then(
			lines => lines.close(),
			() => {},
		);
		rmSync(this.folder, { recursive: true, force: true });
	}

	private control(): Promise<Qmp> {
		this.qmpClient ??= Qmp.open(join(this.folder, 'qmp'), () => this.process.exitCode !== null);
		return this.qmpClient;
	}

	private logPath(): string {
		return join(this.folder, 'qemu.log');
	}

	private timeoutMs(): number {
		return this.options.timeoutMs ?? hangMs;
	}
}
