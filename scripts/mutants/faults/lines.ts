/** Faults of lines: dispatch, the PLIC, moving, masking, and the UART behind them. */

import type { KernelFault } from './fault.ts';

export const linesFaults: readonly KernelFault[] = [
	{
		what: 'complete before drain',
		changes: [
			{
				file: 'kernel/trap/dispatch.ts',
				from: '\tif (!externalTable.value.handle(source)) unhandledExternal(source);\n',
				to: '\tcompleteSource(plicContext.value, source);\n\tif (!externalTable.value.handle(source)) unhandledExternal(source);\n',
			},
		],
		test: 'irq-races',
		name: 'moves.*turns',
	},
	{
		what: 'missing threshold rewrite',
		changes: [
			{
				file: 'kernel/drivers/plic.ts',
				from: '\t\tregisters.threshold.write(registers.threshold.read());\n',
				to: '\t\tregisters.threshold.read();\n',
			},
		],
		test: 'irq-races',
		name: 'orphan.*turns',
	},
	{
		what: 'affinity move that double-fires: the old hart goes on',
		changes: [
			{
				file: 'kernel/trap/irq.ts',
				from: '\tcloseLine(irq, currentHart());\n',
				to: '\thartsOfLine(irq);\n',
			},
			{
				file: 'kernel/trap/irq.ts',
				from: '\tcloseLine,\n',
				to: '',
			},
			{
				file: 'kernel/trap/irq.ts',
				from: "import { currentHart } from '../arch/riscv64/hart.ts';\n",
				to: '',
			},
		],
		test: 'irq-races',
		name: 'moves.*turns',
	},
	{
		what: 'affinity move that double-fires: the line is completed for the old hart',
		changes: [
			{
				file: 'kernel/trap/lines.ts',
				from: '\tsoleHarts[irq].set(u32(hart) + 1);\n\tplic.enable(machineContext(hart), irq);\n',
				to: '\tsoleHarts[irq].set(u32(hart) + 1);\n\tplic.enable(machineContext(hart), irq);\n\tcompleteSource(plic.contextRegisters(machineContext(hart)), irq);\n',
			},
			{
				file: 'kernel/trap/lines.ts',
				from: "import { highestPriority } from '../drivers/plic.ts';",
				to: "import { completeSource, highestPriority } from '../drivers/plic.ts';",
			},
		],
		test: 'irq-races',
		name: 'moves.*turns',
	},
	{
		what: 'affinity move that takes the line from a hart that handles it',
		changes: [
			{
				file: 'kernel/trap/irq.ts',
				from: '\treturn callHarts(hartsOfLine(irq) & ~(u32(1) << u32(hart)), stopHere, irq, false);\n',
				to: '\tconst harts = hartsOfLine(irq);\n\tfor (let other: usize = 0; other < 8; other += 1) {\n\t\tif (other !== hart && (harts & (u32(1) << u32(other))) !== 0) closeLine(irq, other);\n\t}\n\treturn IrqResult.ok;\n',
			},
		],
		test: 'irq-races',
		name: 'moves.*turns',
	},
	{
		what: 'missing FIFO drain',
		changes: [
			{
				file: 'kernel/platform/input.ts',
				from: '\twhile (unread.count() < lastPlace) {\n\t\tconst byte = uart.readByte();\n\t\tif (byte < 0) return;\n\t\tunread.put(u8(byte));\n\t}\n',
				to: '\tif (unread.count() < lastPlace) {\n\t\tconst byte = uart.readByte();\n\t\tif (byte >= 0) unread.put(u8(byte));\n\t\treturn;\n\t}\n',
			},
		],
		test: 'qemu-facts',
		name: 'its FIFO',
	},
	{
		what: 'input that is held back and never let through',
		changes: [
			{
				file: 'kernel/platform/input.ts',
				from: '\tisWaiting.write(1);\n',
				to: '',
			},
		],
		test: 'uart.test',
	},
	{
		what: 'masked line never revived',
		changes: [
			{
				file: 'kernel/trap/lines.ts',
				from: '\tplic.setPriority(irq, priorityOf(irq));\n',
				to: '\tif (priorities[irq].get() === 0) plic.setPriority(irq, 1);\n\tpriorities[irq].set(priorityOf(irq));\n',
			},
		],
		test: 'irq-trouble',
		name: 'can be revived',
	},
	{
		what: 'a line that nobody handles is never masked',
		changes: [
			{
				file: 'kernel/trap/unhandled.ts',
				from: '\tif (isBad) plic.setPriority(source, 0);\n',
				to: '',
			},
		],
		test: 'irq-races',
		name: 'storm.*turns',
	},
	{
		what: 'an interrupt that is never completed',
		changes: [
			{
				file: 'kernel/trap/dispatch.ts',
				from: '\tcompleteSource(plicContext.value, claimedSource.value);\n',
				to: '\tclaimedSource.value = 0;\n',
			},
			{
				file: 'kernel/trap/dispatch.ts',
				from: 'claimSource, completeSource }',
				to: 'claimSource }',
			},
		],
		test: 'irq-races',
		name: 'orphan.*turns',
	},
	{
		what: 'two harts that change an enable word at the same time',
		changes: [
			{
				file: 'kernel/trap/lines.ts',
				from: '\tlineLock.acquire();\n',
				to: '',
			},
			{
				file: 'kernel/trap/lines.ts',
				from: '\tlineLock.release();\n',
				to: '',
			},
			{
				file: 'kernel/trap/lines.ts',
				from: "import { lineLock } from './tables.ts';\n",
				to: '',
			},
		],
		test: 'irq-races',
		name: '(rivals|registrations|dispatches).*turns',
	},
];
