import { beforeAll, describe, expect, test } from 'vitest';
import { type Assembled, assemble } from '../harness/litmus/assemble.ts';
import { known } from '../harness/litmus/known.ts';

/** What the manual's appendix and the literature say of RVWMO, asked of the checker. */
describe('the checker of RVWMO', () => {
	let assembled: Assembled | undefined;
	beforeAll(async () => {
		assembled = await assemble(known);
	});

	test.for(known.map((each, at) => ({ ...each, at })))(
		'$name: $outcome is $verdict',
		({ at, outcome, verdict, ...litmus }) => {
			const allowed = assembled?.allows(litmus, at, outcome);

			expect(allowed === true ? 'allowed' : 'forbidden').toBe(verdict);
		},
	);

	test('some are allowed, some are not', () => {
		for (const verdict of ['allowed', 'forbidden']) {
			expect(known.filter(each => each.verdict === verdict).length).toBeGreaterThan(50);
		}
	});
});
