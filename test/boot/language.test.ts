import { execFileSync } from 'node:child_process';
import { build } from 'esbuild';
import { describe, expect, test } from 'vitest';
import { boot } from '../harness/machine.ts';

const folder = 'test/boot/images/language';

/** What node needs in place of the modules that only the machine has. */
const stand = {
	'kernel:time': 'export const sleep = ms => new Promise(resolve => setTimeout(resolve, ms));',
	'./math.ts': `
		const check = n => { if (!(n >= 0 && n <= 255 && n === Math.floor(n))) throw new RangeError(); };
		export const double = n => (check(n), n * 2);
		export const big = () => 2 ** 53;
		export const tooBig = () => { throw new RangeError(); };
		export const invert = value => !value;
		export const greet = name => console.log('hello ' + name);
	`,
} as Readonly<Record<string, string>>;

async function onNode(): Promise<string> {
	const { outputFiles } = await build({
		entryPoints: [`${folder}/main.ts`],
		bundle: true,
		write: false,
		format: 'esm',
		plugins: [
			{
				name: 'stand-ins',
				setup(context) {
					context.onResolve({ filter: /^(kernel:|\.\/math)/ }, ({ path }) => ({
						path,
						namespace: 'stand-in',
					}));
					context.onLoad({ filter: /./, namespace: 'stand-in' }, ({ path }) => ({
						contents: stand[path] ?? '',
					}));
				},
			},
		],
	});
	return execFileSync(process.execPath, ['--input-type=module'], {
		input: outputFiles[0]?.text,
		encoding: 'utf8',
	});
}

describe('language', () => {
	test('an ordinary program prints what it prints in node', async () => {
		const expected = await onNode();
		const machine = await boot(folder);

		expect(await machine.exit()).toBe(0);

		// The transcript is bytes.
		expect(Buffer.from(machine.output(), 'latin1').toString()).toBe(expected);
	});
});
