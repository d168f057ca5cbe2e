/** Waits for an interrupt whose handler lies beside it. */

import { once } from 'kernel:irq';
import { bellIrq, count, ring, start } from './bell.ts';

async function main(): Promise<void> {
	if (!start()) throw new Error('Another handler has the interrupt');
	ring();
	await once(bellIrq(), { timeout: 5000 });
	console.log(`the handler ran ${count()} times`);
}

main();
