/** 12xx: memory that all harts and their handlers share. */

import { define, defineFinding } from './define.ts';

export const sharedMemory = defineFinding(
	'NT1201',
	(name: string) =>
		`'${name}' is plain memory that all harts and their handlers share, and it is written.`,
	() =>
		`Make what is written 'Atomic<…>', or the variable 'hartLocal<…>()'; what a lock or a protocol protects is 'Guarded<…, "by what">'.`,
);

export const misplacedGuard = define(
	'NT1202',
	() => `'Guarded' marks a field, or a constant at module level.`,
	() => `Write it around the whole type there, as in 'bytes: Guarded<FixedArray<u8, 64>, "…">'.`,
);

export const guardWithoutReason = define(
	'NT1203',
	() => 'Nothing says what protects this memory.',
	() => `Say it in a few words, as in 'Guarded<u32, "the lock of the queue">'.`,
);
