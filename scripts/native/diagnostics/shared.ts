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

export const notALock = define(
	'NT1204',
	() => 'This is not a lock.',
	() => `Use a module-level 'SpinLock' or 'Locked<…>' from 'native:lock'.`,
);

export const guardedLeaves = define(
	'NT1205',
	() => 'What the lock guards leaves the section that holds the lock.',
	() => 'Give a field of it, or do what is to be done with it in the section.',
);

export const sectionResult = define(
	'NT1206',
	() => 'Which machine type the section gives is not known.',
	() => 'Write it as the result type of the arrow function, as in `(): u32 => { … }`.',
);
