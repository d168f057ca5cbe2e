import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { findApp } from '../../scripts/app.ts';
import { buildApp } from '../../scripts/build.ts';
import { functionAt } from '../../scripts/litmus/names.ts';
import { runTool } from '../../scripts/tool.ts';
import { tools } from '../../scripts/toolchain.ts';
import { files, read } from '../house/files.ts';

/** An operation with an ordering, as the source has it, and the instructions that it must become. */
interface Ordered {
	readonly place: string; // file:line
	readonly text: string;
	readonly wanted: readonly RegExp[];
}

/** What the privileged and unprivileged manuals call these; `.w` or `.d` by the word's width. */
const suffixes = { acquire: '\\.aq', release: '\\.rl', acqRel: '\\.aqrl' } as const;
const amos = { swap: 'amoswap', fetchAdd: 'amoadd', fetchAnd: 'amoand', fetchOr: 'amoor' } as const;

type Ordering = keyof typeof suffixes;

function wantedOf(operation: string, ordering: Ordering): readonly RegExp[] {
	if (operation === 'load') return [/^fence\s+r,rw$/];
	if (operation === 'store') return [/^fence\s+rw,w$/];
	if (operation === 'compareExchange') {
		return [
			ordering === 'release' ? /^lr\.[wd]\s/ : /^lr\.[wd]\.aq\s/,
			ordering === 'acquire' ? /^sc\.[wd]\s/ : /^sc\.[wd]\.rl\s/,
		];
	}
	const amo = amos[operation as keyof typeof amos];
	return [new RegExp(`^${amo}\\.[wd]${suffixes[ordering]}\\s`)];
}

/** Every ordered operation of a file. */
function orderedOperations(file: string): readonly Ordered[] {
	return read(file)
		.split('\n')
		.flatMap((text, at): Ordered[] => {
			const place = `${file}:${at + 1}`;
			const fence = /\bfence\('(\w+)', '(\w+)'\)/.exec(text);
			if (fence) return [{ place, text, wanted: [RegExp(`^fence\\s+${fence[1]},${fence[2]}$`)] }];
			const match =
				/\b(load|store|swap|compareExchange|fetch\w+)\(.*'(acquire|release|acqRel)'\)/.exec(text);
			if (!match) return [];
			const [, operation = '', ordering] = match;
			return [{ place, text, wanted: wantedOf(operation, ordering as Ordering) }];
		});
}

const sources = files(/\.ts$/, ['kernel/sync/', 'kernel/arch/']);
const operations = sources.flatMap(orderedOperations);

/** What orders in an image: the instructions by the line that they come from, and by each line that calls it. */
interface Orders {
	readonly own: ReadonlyMap<string, readonly string[]>;
	readonly called: ReadonlyMap<string, readonly string[]>;
}

/** The instructions that order, of the images that use the whole interrupt core. */
async function orderingInstructions(): Promise<Orders> {
	const own = new Map<string, string[]>();
	const called = new Map<string, string[]>();
	for (const app of ['irq-api', 'irq-races', 'irq-trouble']) {
		const image = await buildApp(findApp(`test/boot/images/${app}`));
		const listing = readFileSync(join(dirname(image), 'kernel.asm'), 'utf8');
		const found = [...listing.matchAll(/^ *([0-9a-f]+):\t((?:lr|sc|amo|fence)[^#<\n]*)/gm)];
		const answer = await runTool(tools.addr2line, ['-a', '-i', '-e', image], {
			input: found.map(([, address]) => `${address}\n`).join(''),
		});
		for (const [at, lines] of answer
			.split(/^0x[0-9a-f]+$/m)
			.slice(1)
			.entries()) {
			const [place, ...callers] = [...lines.matchAll(/(kernel\/\S+:\d+)/g)].map(each => each[0]);
			const text = found[at]?.[2]?.replaceAll('\t', ' ').trim();
			if (!place || !text) continue;
			own.set(place, [...(own.get(place) ?? []), text]);
			for (const caller of callers) called.set(caller, [...(called.get(caller) ?? []), text]);
		}
	}
	return { own, called };
}

/** By function, the instructions of docs/memory-order.md: an order that a source has lost is missing then. */
const documentedOrders: ReadonlyMap<string, readonly string[]> = new Map(
	[...read('docs/memory-order.md').matchAll(/^\| `([\w.]+)` (\|.*)$/gm)].map(
		([, name = '', row = '']) => {
			const cell = row.split('|').find(text => /`(ld|lw|lr|amo|fence)[^`]*`/.test(text)) ?? '';
			return [name, [...cell.matchAll(/`([^`]+)`/g)].map(([, text = '']) => text)];
		},
	),
);

/** Every place that orders memory against devices, or writes against reads, and its fence. */
const barriers = files(/(?<!\.d)\.ts$/, ['kernel/']).flatMap(file =>
	read(file)
		.split('\n')
		.flatMap((text, at) => {
			const [, name] = /^\t+(\w+)\(\);/.exec(text) ?? [];
			const [order] = documentedOrders.get(name ?? '') ?? [];
			const isBarrier = operations.some(
				({ place }) => place.startsWith('kernel/arch/') && functionAt(place) === name,
			);
			return isBarrier && order ? [{ place: `${file}:${at + 1}`, name, order }] : [];
		}),
);

describe('memory order', () => {
	let image: ReadonlyMap<string, readonly string[]> = new Map();
	let called: ReadonlyMap<string, readonly string[]> = new Map();
	beforeAll(async () => {
		({ own: image, called } = await orderingInstructions());
	}, 240_000);

	test.for(barriers)('$place has the $order of $name', ({ place, order }) => {
		expect((called.get(place) ?? []).map(orderOf)).toContain(order);
	});

	test('every barrier is used', () => {
		expect(new Set(barriers.map(({ name }) => name)).size).toBe(6);
	});

	test.for(operations)('$place is what the image has', ({ place, text, wanted }) => {
		const instructions = image.get(place) ?? [];
		if (instructions.length === 0) {
			expect(unused, `no image has: ${text.trim()}`).toContain(place.split(':')[0]);
			return;
		}
		for (const pattern of wanted)
			expect(instructions, text.trim()).toEqual(
				expect.arrayContaining([expect.stringMatching(pattern)]),
			);
		const documented = documentedOrders.get(functionAt(place)) ?? [];
		for (const instruction of instructions) {
			expect(documented, `docs/memory-order.md: ${text.trim()}`).toContain(orderOf(instruction));
			expect(
				wanted.some(pattern => pattern.test(instruction)),
				`${instruction}: ${text.trim()}`,
			).toBe(true);
		}
	});

	test.for([...documentedOrders])('%s has every order that is documented', ([name, row]) => {
		const own = operations.filter(({ place }) => functionAt(place) === name);
		for (const order of row.filter(text => /^fence|\.(aq|rl|aqrl)$/.test(text))) {
			const text = /^fence/.test(order) ? order : `${order} `;
			expect(
				own.some(({ wanted }) => wanted.some(pattern => pattern.test(text))),
				order,
			).toBe(true);
		}
	});

	test('nothing else in the interrupt core orders memory', () => {
		const known = new Set(operations.map(({ place }) => place));
		const others = [...image.keys()].filter(
			place => /^kernel\/(sync|trap)\//.test(place) && !known.has(place),
		);

		expect(others.filter(place => !isRelaxed(place))).toEqual([]);
	});

	test('docs/memory-order.md lists every function that orders, and nothing else', () => {
		expect([...documentedOrders.keys()].sort()).toEqual(
			[...new Set(operations.map(({ place }) => functionAt(place)))].sort(),
		);
	});
});

/** An instruction without its registers, as docs/memory-order.md has it: `sc.d.rl`, `fence r,rw`. */
function orderOf(instruction: string): string {
	const [operation = '', operands = ''] = instruction.split(/\s+/);
	return operation === 'fence' ? `fence ${operands}` : operation;
}

/** Files of which these images may leave some functions out. */
const unused = ['kernel/sync/cell.ts', 'kernel/sync/ring.ts', 'kernel/sync/handler-table.ts'];

/** An atomic operation without an ordering: an instruction, but no order. */
function isRelaxed(place: string): boolean {
	const [file = '', line] = place.split(':');
	return read(file).split('\n')[Number(line) - 1]?.includes("'relaxed'") ?? false;
}
