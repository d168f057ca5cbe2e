/** The table of the shell's `irqs`, after interrupts that are known. */

import { interruptTable } from '../../../../examples/shell/interrupt-table.ts';
import { interruptAll } from './lines.ts';

interruptAll();
for (const row of interruptTable()) console.log(row);
