/** Faults of the interrupt core that were made before, here or elsewhere, and the test that must find each. */

import { callsFaults } from './faults/calls.ts';
import type { KernelFault } from './faults/fault.ts';
import { linesFaults } from './faults/lines.ts';
import { tableFaults } from './faults/table.ts';

export const kernelFaults: readonly KernelFault[] = [
	...tableFaults,
	...callsFaults,
	...linesFaults,
];
