'use native';

/**
 * The threads of the litmus shapes (scripts/litmus/shapes): functions that call the kernel's own, each
 * exported by its name. They are compiled as every image is, and never run.
 */

import { keepCalls } from './calls.ts';
import { keepKernel } from './kernel.ts';
import { keepQueues } from './queues.ts';
import { keepRecords } from './records.ts';
import { keepTable } from './table.ts';
import { keepWords } from './words.ts';

export function main(): i32 {
	keepTable();
	keepRecords();
	keepCalls();
	keepQueues();
	keepWords();
	keepKernel();
	return 0;
}
