/**
 * Command: builds an app and runs it in QEMU; exits with QEMU's own status.
 * And the one place that knows QEMU's flags.
 */

import { execFileSync } from 'node:child_process';
import { defaultApp, findApp } from './app.ts';
import { folderArgument, startFolder } from './arguments.ts';
import { openApp } from './build.ts';
import { checkMemory, readOptions } from './options.ts';
import { firstFile, runInTerminal } from './run.ts';
import { command, exitOnSignals, isCommand } from './terminal.ts';
import { readVariant } from './variant.ts';

export const qemu = 'qemu-system-riscv64';

export interface Machine {
	readonly image: string;
	readonly harts: number;
	readonly memory: string;
	readonly extra?: readonly string[];
	readonly gdb?: string; // Unix socket; the machine waits for gdb before its first instruction
	readonly control?: Control;
}

/** What a test needs on top: sockets for QMP and qtest, and a file for the guest's errors. */
export interface Control {
	readonly qmp: string;
	readonly qtest: string;
	readonly errors: string;
	readonly trace?: boolean; // every executed instruction, to `errors`
}

/**
 * The arguments of a machine whose UART is QEMU's standard input and output, byte for byte: no
 * multiplexer, which would eat Ctrl-A, and no monitor.
 */
export function qemuArguments(machine: Machine): readonly string[] {
	const { gdb, control } = machine;
	return [
		...['-M', 'virt', '-bios', 'none', '-display', 'none', '-monitor', 'none', '-nodefaults'],
		...['-chardev', 'stdio,id=console,mux=off,signal=off', '-serial', 'chardev:console'],
		...['-smp', String(machine.harts), '-m', machine.memory, '-kernel', machine.image],
		...(gdb === undefined
			? []
			: ['-S', '-gdb', 'chardev:gdb', '-chardev', `socket,id=gdb,path=${gdb},server=on,wait=off`]),
		...(control === undefined ? [] : controlArguments(control)),
		...(machine.extra ?? []),
	];
}

function controlArguments({ qmp, qtest, errors, trace }: Control): readonly string[] {
	const log = trace ? 'guest_errors,unimp,in_asm,exec,nochain' : 'guest_errors,unimp';
	return [
		...['-d', log, '-D', errors],
		...['-qmp', `unix:${qmp},server=on,wait=off`],
		// qtest beside the usual accelerator drives interrupt lines from outside; the guest still runs.
		...(trace ? singleStep() : ['-accel', 'tcg']),
		...['-qtest', `unix:${qtest},server=on,wait=off`, '-qtest-log', 'none'],
	];
}

/** One instruction to a translated block; QEMU 8.1 renamed the option, and later ones know no other. */
function singleStep(): readonly string[] {
	const version = execFileSync(qemu, ['--version'], { encoding: 'utf8' });
	const [, major = '0', minor = '0'] = /version (\d+)\.(\d+)/.exec(version) ?? [];
	const isRenamed = Number(major) > 8 || (Number(major) === 8 && Number(minor) >= 1);
	return isRenamed ? ['-accel', 'tcg,one-insn-per-tb=on'] : ['-accel', 'tcg', '-singlestep'];
}

/** The deterministic clock: one instruction is one nanosecond, and waiting takes no time. */
export const instructionClock = countInstructions(0);

/** One instruction takes 2 ** `shift` ns. */
function countInstructions(shift: number): readonly string[] {
	const clock = 'clock=vm,base=2020-01-01';
	return ['-icount', `shift=${shift},sleep=off`, '-rtc', clock, '-seed', '42'];
}

/**
 * The deterministic clock for several harts: each runs for about `turn` instructions, 8 to 1,000,000, and then the
 * next one does. Without it a turn takes a hundred million, unless a timer ends it, and a hart that waits for
 * a lock uses them up. A filter for a network without traffic has the one timer in QEMU that always repeats.
 */
export function takeTurns(turn: number): readonly string[] {
	const shift = turn >= 1000 ? 0 : Math.ceil(Math.log2(1000 / turn));
	const microseconds = Math.max(1, Math.round(turn / 1000));
	return [
		...countInstructions(shift),
		...['-netdev', 'user,id=none,restrict=on', '-device', 'virtio-net-device,netdev=none'],
		...['-object', `filter-buffer,id=turns,netdev=none,interval=${microseconds}`],
	];
}

async function main(args: readonly string[]): Promise<number> {
	const options = readOptions(process.env);
	const folder = folderArgument(args, process.env['APP']);
	const app = folder === undefined ? findApp(defaultApp) : findApp(folder, startFolder());
	exitOnSignals();
	const file = await openApp(app, readVariant(process.env));
	checkMemory(options.memory, `/dev/fd/${file}`, app);
	const machine = qemuArguments({ image: `/dev/fd/${firstFile}`, ...options });
	return runInTerminal(qemu, machine, options.keepInputOpen, [file]);
}

if (isCommand('scripts/qemu.ts')) await command('qemu', main);
