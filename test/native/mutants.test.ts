import { expect, test } from 'vitest';
import { findCrashes } from '../../scripts/fuzz/mutants.ts';

test('120 mutated programs give diagnostics, or C that gcc accepts', async () => {
	expect(await findCrashes(1, 120)).toEqual([]);
}, 240_000);
