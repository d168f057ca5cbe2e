import { bridgePrelude } from '../bridge.ts';
import { patchCoroutines } from '../coroutines.ts';
import { insertBefore } from './anchor.ts';
import { patchIndices } from './indices.ts';
import { patchMemory } from './memory.ts';
import { patchNumbers } from './numbers.ts';
import { patchOutput } from './output.ts';
import { patchRejections } from './rejections.ts';

/** Everything that Porffor's C needs before it runs on the kernel. */
export function patchC(c: string): string {
	const passes = [
		patchMemory,
		patchOutput,
		patchNumbers,
		patchIndices,
		patchRejections,
		patchCoroutines,
	] as const;
	const patched = passes.reduce((text, patch) => patch(text), c);
	return insertBefore(patched, 'static const u8 porf_data[] =', `${bridgePrelude}\n`);
}
