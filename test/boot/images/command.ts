'use native';

/**
 * What a test wants of an image: four words that QEMU puts into memory, far behind the image, before it begins. Words
 * from the console come when the host likes, and with them no run would be like the one before.
 */

import { type FixedArray, layout } from 'native:memory';
import { mmio, type ReadOnly } from 'native:mmio';

interface Words {
	words: FixedArray<ReadOnly<u64>, 4>;
}

layout<Words>({ words: 0 });

const place = mmio<Words>(0x8600_0000);

/** A letter: which part of the image is to run. */
export function wantedPart(): u64 {
	return place.words[0].read();
}

/** How often. */
export function wantedRounds(): usize {
	return usize(place.words[1].read());
}

/** What all random choices come from. */
export function wantedSeed(): u64 {
	return place.words[2].read();
}

/** How many ticks late an interrupt may be; 0 = as late as it likes. */
export function wantedBound(): u64 {
	return place.words[3].read();
}
