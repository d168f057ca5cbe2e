import { patchCoroutines } from '../coroutines.ts';
import { bridgePrelude } from '../bridge.ts';
import { insertBefore } from './anchor.ts';
import { patchMemory } from './memory.ts';
import { patchNumbers } from './numbers.ts';
import { patchOutput } from './output.ts';
import { patchRejections } from './rejections.ts';

/** Everything that Porffor's C needs before it runs on the kernel. */
export function patchC(c: string): string {
	const patched = patchCoroutines(patchRejections(patchNumbers(patchOutput(patchMemory(c)))));
	return insertBefore(patched, 'static const u8 porf_data[] =', `${bridgePrelude}\n`);
}
