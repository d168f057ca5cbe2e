import { beforeAll, describe, expect, test } from 'vitest';
import { type Assembled, assemble } from '../harness/litmus/assemble.ts';
import { asLitmus, randomHarts } from '../harness/litmus/random.ts';
import { outcomeText, referenceOutcomes } from '../harness/litmus/reference.ts';

const count = 200;
const seed = Number(process.env['SEED'] ?? 1);
const programs = Array.from({ length: count }, (_, index) => {
	const own = seed + index;
	const harts = randomHarts(own);
	return { own, harts, litmus: asLitmus(own, harts) };
});

/** The checker against a second reading of the manual; SEED=<n> makes other programs. */
describe('the checker and the reference', () => {
	let assembled: Assembled | undefined;
	beforeAll(async () => {
		assembled = await assemble(programs.map(({ litmus }) => litmus));
	});

	test(`agree on the outcomes of ${count} random programs from seed ${seed}`, () => {
		let outcomes = 0;
		for (const [at, { own, harts, litmus }] of programs.entries()) {
			const wanted = referenceOutcomes(harts);
			const told = `SEED=${own}: ${litmus.harts.join(' || ')}`;

			expect(assembled?.endings(litmus, at, harts), told).toEqual(wanted);
			outcomes += wanted.length;
		}
		expect(outcomes).toBeGreaterThan(5 * count);
	});

	test('the reference knows store buffering and message passing', () => {
		const store = (word: number) => ({ op: 'store', word, value: 1 }) as const;
		const load = (word: number) => ({ op: 'load', word }) as const;
		const fence = { op: 'fence', pred: 'rw', succ: 'rw', tso: false } as const;
		const bothOld = outcomeText([[0], [0]], [1, 1, 0]);
		const sb = [
			[store(0), load(1)],
			[store(1), load(0)],
		];
		const fenced = sb.map(([first, second]) => [first, fence, second].flatMap(each => each ?? []));

		expect(referenceOutcomes(sb)).toContain(bothOld);
		expect(referenceOutcomes(fenced)).not.toContain(bothOld);
	});
});
