import { hartIsOnline, sendIpi } from 'kernel:harts';
import { on } from 'kernel:irq';
import { hartCount, memoryBytes, poweroff, reboot } from 'kernel:machine';
import { alarmIrq, openAlarm, setAlarm } from './alarm.ts';
import { crash } from './crash.ts';
import { interruptTable } from './interrupt-table.ts';
import { worstDelayMs } from './responsiveness.ts';

/** One command. `run` gets what follows the name. */
export interface Command {
	readonly name: string;
	readonly parameters: string;
	readonly help: string;
	readonly run: (rest: string) => Promise<void> | void;
}

export const commands: readonly Command[] = [
	{ name: 'help', parameters: '', help: 'lists the commands', run: help },
	{ name: 'irqs', parameters: '', help: 'lists interrupts by line and hart', run: irqs },
	{ name: 'harts', parameters: '', help: 'lists the harts', run: harts },
	{ name: 'uptime', parameters: '', help: 'tells how long the machine is on', run: uptime },
	{ name: 'echo', parameters: '<text>', help: 'prints the text', run: echo },
	{ name: 'ipi', parameters: '<hart>', help: 'interrupts a hart', run: ipi },
	{ name: 'alarm', parameters: '<ms>', help: 'waits for the real-time clock', run: alarm },
	{ name: 'panic', parameters: '', help: 'stops the kernel with a backtrace', run: panic },
	{ name: 'poweroff', parameters: '', help: 'ends the machine', run: () => poweroff(0) },
	{ name: 'reboot', parameters: '', help: 'starts the machine again', run: () => reboot() },
];

/** Runs one line, which may be empty. */
export async function runLine(line: string): Promise<void> {
	const text = line.trim();
	if (text === '') return;
	const space = text.indexOf(' ');
	const name = space < 0 ? text : text.slice(0, space);
	const rest = space < 0 ? '' : text.slice(space + 1);
	for (const command of commands) {
		if (command.name === name) {
			await command.run(rest);
			return;
		}
	}
	const names = commands.map(command => command.name);
	console.log(`There is no command '${name}'; there are ${names.join(', ')}.`);
}

function help(): void {
	for (const { name, parameters, help } of commands) {
		console.log(`${`${name} ${parameters}`.padEnd(14)} ${help}`);
	}
}

function irqs(): void {
	for (const row of interruptTable()) console.log(row);
}

function harts(): void {
	for (let hart = 0; hart < hartCount(); hart++) {
		const state = hartIsOnline(hart) ? 'online' : 'offline';
		console.log(`hart ${hart}  ${state}${hart === 0 ? ', runs this shell' : ''}`);
	}
	console.log(`memory  ${memoryBytes() / 1048576} MiB`);
}

function uptime(): void {
	const seconds = (performance.now() / 1000).toFixed(3);
	console.log(`up ${seconds} s; the event loop was at most ${worstDelayMs().toFixed(1)} ms late`);
}

function echo(text: string): void {
	console.log(text);
}

function ipi(text: string): void {
	const hart = wholeNumber(text);
	if (hart === undefined) console.log('Which hart? For example: ipi 0');
	else if (!sendIpi(hart)) console.log(`There is no hart ${hart} online.`);
	else console.log(`hart ${hart} was interrupted`);
}

let isAlarmOpen = false;

async function alarm(text: string): Promise<void> {
	const delayMs = wholeNumber(text);
	if (delayMs === undefined) {
		console.log('After how many milliseconds? For example: alarm 500');
		return;
	}
	if (!isAlarmOpen) isAlarmOpen = openAlarm();
	const startMs = performance.now();
	await new Promise<void>(resolve => {
		const stop = on(alarmIrq(), () => {
			stop();
			resolve();
		});
		setAlarm(delayMs);
	});
	console.log(`the clock rang after ${Math.round(performance.now() - startMs)} ms`);
}

function panic(): void {
	crash();
}

/** A number in decimal digits that fits 32 bits, or undefined. */
function wholeNumber(text: string): number | undefined {
	const digits = text.trim();
	if (digits.length === 0 || digits.length > 9) return undefined;
	let value = 0;
	for (let i = 0; i < digits.length; i++) {
		const digit = digits.charCodeAt(i) - 48;
		if (!(digit >= 0 && digit <= 9)) return undefined;
		value = value * 10 + digit;
	}
	return value;
}
