import { once } from 'node:events';
import { describe, expect, test } from 'vitest';
import { findApp } from '../../scripts/app.ts';
import { buildApp } from '../../scripts/build.ts';
import { qemu, qemuArguments, takeTurns } from '../../scripts/qemu.ts';
import { spawnTethered } from '../../scripts/run.ts';
import { type BootedMachine, boot } from '../harness/machine.ts';
import { modes } from '../soak/modes.ts';
import { races } from '../soak/races.ts';
import { runRace } from '../soak/run-race.ts';

const folder = 'test/boot/images/qemu-facts';

async function start(harts: number, command: string, extra: readonly string[] = []) {
	const machine = await boot(folder, { harts, extra });
	await machine.line(/^ready$/);
	machine.send(`${command}\n`);
	return machine;
}

async function finish(machine: BootedMachine): Promise<string> {
	expect(await machine.exit()).toBe(0);
	return machine.output().replace(/^ready\n|over\n$/g, '');
}

describe('the PLIC', () => {
	test('pulses of a masked line are one interrupt when it is enabled', async () => {
		const machine = await start(4, 'l');
		await machine.line(/^masked$/);
		for (let pulse = 0; pulse < 3; pulse++) await machine.raise(50);
		machine.send('\n');

		expect(await machine.line(/before/)).toBe('0 before, 1 after');
	});

	test('a claim that finds nothing is counted, and nothing else', async () => {
		const machine = await start(4, 'l', takeTurns(30)); // all trap before the first one claims
		await machine.line(/^masked$/);
		await machine.raise(50);
		machine.send('\n');
		await machine.line(/^enabled$/);
		for (let pulse = 0; pulse < 20; pulse++) await machine.raiseAndWait(50);
		machine.send('\n');

		expect(await machine.line(/dispatched/)).toBe('21 dispatched, 21 handled');
		expect(await machine.line(/claims/)).toBe('claims that found nothing: true');
		await finish(machine);
	});

	test('a hart that is waited for is held back by its threshold, and let through again', async () => {
		expect(await finish(await start(2, 'h'))).toBe(
			'threshold 7 while it was waited for, 2 after\n',
		);
	});
});

describe('the timer', () => {
	test('rings on no hart before a deadline was set', async () => {
		expect(await finish(await start(8, 'm'))).toBe('0 timers rang\n');
	});
});

describe('the UART', () => {
	test('gives all that its FIFO holds in one interrupt', async () => {
		const machine = await start(1, 'f');
		await machine.line(/^listening$/);
		machine.send('fourteen bytes');

		expect(await machine.line(/bytes/)).toBe('14 bytes in 1 interrupts');
		await finish(machine);
	});
});

describe('output', () => {
	test('of four harts into a pipe that is read slowly loses nothing and does not mix', async () => {
		const lines = 1500;
		const image = await buildApp(findApp(folder));
		const args = qemuArguments({ image, harts: 4, memory: '128M' });
		const machine = spawnTethered(qemu, args, 'pipe');
		let text = '';
		machine.stdout?.on('data', chunk => {
			text += chunk;
			machine.stdout?.pause(); // the pipe fills meanwhile
			setTimeout(() => machine.stdout?.resume(), 2);
			if (text === 'ready\n') machine.stdin?.write(`t${lines}\n`);
		});
		const [status] = await once(machine, 'close');

		expect(status).toBe(0);
		const said = text.split('\n');
		expect(said.splice(-2)).toEqual(['over', '']);
		expect(said.shift()).toBe('ready');
		for (let hart = 0; hart < 4; hart++) {
			const own = said.filter(line => line.startsWith(`hart ${hart} `));
			const wanted = Array.from(
				{ length: lines },
				(_, index) =>
					`hart ${hart} line ${index + 1}: ..............................................`,
			);
			expect(own).toEqual(wanted);
		}
		expect(said.length).toBe(4 * lines);
	});
});

describe('counted instructions', () => {
	test('in turns give the same run for the same seed, and another one for another seed', async () => {
		const race = races.find(({ name }) => name === 'sharing');
		const mode = modes.find(({ isExact }) => isExact);
		if (race === undefined || mode === undefined) throw new Error('There is no such race.');
		const countsOf = async (seed: number) => [...(await runRace(race, mode, seed, 100)).counts];
		const first = await countsOf(3);

		expect(await countsOf(3)).toEqual(first);
		expect(first.length).toBeGreaterThan(1);
		expect(await countsOf(5)).not.toEqual(first);
	});
});

describe('another machine', () => {
	test('without a PLIC ends with a failing status, and is no hang', async () => {
		const machine = await boot(folder, {
			extra: ['-machine', 'aia=aplic'],
			allowGuestErrors: true,
		});

		expect(await machine.exit()).toBe(101);
		expect(machine.output()).toMatch(/^panic: store\/AMO access fault at 0x0*c20/);
	});
});

describe('a machine that is ended from outside', () => {
	test('has status 0, and fails a test that waits for its last line', async () => {
		const machine = await start(1, 'l');
		await machine.line(/^masked$/);
		const over = machine.line(/^over$/);
		over.catch(() => {});

		await machine.qmp('quit').catch(() => {});

		await expect(over).rejects.toThrow('the machine ended with status 0');
	});
});
