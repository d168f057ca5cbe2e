import { beforeAll, expect, describe as suite, test } from 'vitest';
import { describe } from '../../scripts/litmus/describe.ts';
import { LitmusImage, promising } from '../../scripts/litmus/image.ts';
import { shapes } from '../../scripts/litmus/shapes/all.ts';
import { read } from '../house/files.ts';

/** By function, the shapes that docs/memory-order.md says go wrong without one of its orders. */
const documented: ReadonlyMap<string, readonly string[]> = new Map(
	[...read('docs/memory-order.md').matchAll(/^\| `([\w.]+)` \|.*\| ([^|]*) \|$/gm)].map(
		([, name = '', last = '']) => [name, namesIn(last)],
	),
);

function namesIn(text: string): readonly string[] {
	return [...text.matchAll(/`([a-z]+(?:-[a-z]+)*)`/g)]
		.map(([, name = '']) => name)
		.filter(name => shapes.some(shape => shape.name === name));
}

/** The row of docs/memory-order.md that an ordering stands in. */
function rowOf(name: string): string {
	return name === 'waitForRelease' ? 'Gate.open' : name.replace(/ in .*/, '');
}

/** Long: whoever waits for the lock may go more ways than all the rest together. `make litmus` has it, too. */
const slow = ['lock-wait', 'shared-both'];

suite('the litmus shapes', () => {
	let image: LitmusImage | undefined;
	beforeAll(async () => {
		image = await LitmusImage.open();
	}, 240_000);

	test('are thirty at least, each with its own name', () => {
		expect(promising().length).toBeGreaterThanOrEqual(30);
		expect(new Set(shapes.map(({ name }) => name)).size).toBe(shapes.length);
	});

	test.for(shapes.filter(({ name }) => !slow.includes(name)))(
		'$name: it cannot happen that $wrong',
		async shape => {
			const verdict = image?.judge(shape);
			const wrong =
				verdict?.wrong && image && (await describe(image.path, image.elf, verdict.wrong));

			if (shape.promises === false) expect(wrong).toBeDefined();
			else expect(wrong ?? [], 'an execution that RVWMO allows').toEqual([]);
			expect(verdict?.right, 'what the shape is about').toBeDefined();
		},
	);

	/** One ordering after the other is taken out of the image; the table is printed by `make litmus`. */
	test('every ordering that is taken out breaks the shapes that docs/memory-order.md names', () => {
		const unbroken: string[] = [];
		const breaking = new Map<string, Set<string>>();
		for (const ordering of image?.orderings ?? []) {
			const row = rowOf(ordering.name);
			const broken = promising(documented.get(row) ?? []).filter(
				shape => image?.judgeWithout(shape, ordering).wrong !== undefined,
			);
			if (broken.length === 0) unbroken.push(`${ordering.name}: ${ordering.order}`);
			const names = breaking.get(row) ?? new Set();
			for (const { name } of broken) names.add(name);
			breaking.set(row, names);
		}

		expect(unbroken).toEqual([]);
		for (const [row, names] of documented) {
			expect([...(breaking.get(row) ?? [])].sort(), row).toEqual([...names].sort());
		}
	}, 120_000);

	test('the image has every ordering of docs/memory-order.md that is for memory', () => {
		const found = new Set(image?.orderings.map(({ name }) => rowOf(name)));
		const onlyForDevices = ['memoryBeforeDevice', 'deviceBeforeMemory', 'deviceBeforeUnlock'];

		expect([...documented.keys()].filter(name => !onlyForDevices.includes(name)).sort()).toEqual(
			[...found].sort(),
		);
	});

	test('docs/memory-order.md names no shape that does not exist', () => {
		const named = [...read('docs/memory-order.md').matchAll(/`([a-z]+(?:-[a-z]+)+)`/g)];

		expect(named.length).toBeGreaterThan(30);
		for (const [, name = ''] of named) expect(shapes.map(shape => shape.name)).toContain(name);
	});
});
