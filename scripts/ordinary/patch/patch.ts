import { bridgePrelude } from '../bridge.ts';
import { patchCoroutines } from '../coroutines.ts';
import { insertBefore } from './anchor.ts';
import { patchGenerators } from './generators.ts';
import { patchIndices } from './indices.ts';
import { patchMemory } from './memory.ts';
import { patchNumbers } from './numbers.ts';
import { patchOperators } from './operators.ts';
import { patchOutput } from './output.ts';
import { patchRejections } from './rejections.ts';

/** Everything that Porffor's C needs before it runs on the kernel. */
export function patchC(c: string): string {
	const passes = [
		patchMemory,
		patchOutput,
		patchNumbers,
		patchOperators,
		patchIndices,
		patchRejections,
		patchGenerators,
		patchCoroutines,
	] as const;
	const patched = passes.reduce((text, patch) => patch(text), c);
	return insertBefore(patched, 'static const u8 porf_data[] =', `${bridgePrelude}\n`);
}
