import { spawn, spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { repository } from '../../scripts/repository.ts';
import { visit } from '../harness/front-door.ts';

/** A program on our end of `runInTerminal`: `cat -u`, which gives back what it gets. */
const script = (program: string, ...args: string[]) =>
	`import { runInTerminal } from '${join(repository, 'scripts/run.ts')}';
	process.exitCode = await runInTerminal('${program}', ${JSON.stringify(args)}, false);`;

const node = (source: string) => ['--import', 'tsx', '--input-type=module', '-e', source];

/** util-linux `script` gives a program a terminal, where the system has any to give. */
const hasTerminals = spawnSync('script', ['-qec', 'true', '/dev/null']).status === 0;

describe('run in terminal', () => {
	test('bytes pass both ways unchanged, with an EOT behind them', async () => {
		const all = Buffer.from(Array.from({ length: 256 }, (_, value) => 9 - value));

		const run = await visit('node', node(script('head', '-c', '257')), { input: all });

		expect(all.at(-1)).toBe(0x0a);
		expect(run.bytes.equals(Buffer.concat([all, Buffer.of(4)]))).toBe(true);
		expect(run.status).toBe(0);
	});

	test.for([
		['nothing', '', '\x04'],
		['a line', 'a\n', 'a\n\x04'],
		['a line of a terminal', 'a\r', 'a\r\x04'],
		['a line without an end', 'a\nb', 'a\nb\x04\x04'],
	])('behind %s as many EOTs as a user would type', async ([, input = '', expected = '']) => {
		const run = await visit('node', node(script('head', '-c', `${expected.length}`)), { input });

		expect(run.output).toBe(expected);
	});

	test('the exit status is that of the program', async () => {
		expect((await visit('node', node(script('sh', '-c', 'exit 77')))).status).toBe(77);
		expect((await visit('node', node(script('sh', '-c', 'kill -9 $$')))).status).toBe(137);
	});

	test('a reader that goes away ends the program', async () => {
		const run = await visit('sh', [
			'-c',
			`node ${node(script('yes')).map(quote).join(' ')} | head -1`,
		]);

		expect(run.output).toBe('y\n');
	});

	test.runIf(hasTerminals)(
		'on a terminal Ctrl-A X leaves, and Ctrl-A Ctrl-A is one Ctrl-A',
		async () => {
			const inner = `node ${node(script('cat', '-u')).map(quote).join(' ')}; echo status $?`;
			const child = spawn('script', ['-qec', inner, '/dev/null'], { cwd: repository });
			onTestFinished(() => void child.kill('SIGKILL'));
			let shown = '';
			const sees = (text: string) =>
				new Promise<void>(resolve => {
					const look = () => shown.includes(text) && resolve();
					child.stdout.on('data', look);
					look();
				});
			child.stdout.on('data', chunk => {
				shown += chunk;
			});

			await sees('Ctrl-A X leaves');
			child.stdin.write('one\x03\x01\x01two');
			await sees('one\x03\x01two');
			child.stdin.write('\x01x');
			await sees('status 0');

			expect(shown.match(/Ctrl-A X leaves/g)).toHaveLength(1);
		},
	);
});

function quote(text: string): string {
	return `'${text.replaceAll("'", `'\\''`)}'`;
}
