/** Faults of the interrupt core that were made before, here or elsewhere, and the test that must find each. */

/** A piece of the source, once in its file, and what stands there instead. */
export interface Change {
	readonly file: string;
	readonly from: string;
	readonly to: string;
}

export interface KernelFault {
	readonly what: string;
	readonly changes: readonly Change[];
	readonly test: string; // part of the name of a file in test/boot
	readonly name?: string; // pattern for the names of the tests in it; all, if missing
}

export const kernelFaults: readonly KernelFault[] = [
	{
		what: 'publish without release',
		changes: [
			{
				file: 'kernel/sync/handler-table.ts',
				from: "return compareExchange(this.slots[index], null, handler, 'acqRel');",
				to: "return compareExchange(this.slots[index], null, handler, 'acquire');",
			},
		],
		test: 'memory-order',
	},
	{
		what: 'a record published without release',
		changes: [
			{
				file: 'kernel/sync/handler-records.ts',
				from: "store(this.newest[line], record, 'release');",
				to: "store(this.newest[line], record, 'relaxed');",
			},
		],
		test: 'memory-order',
	},
	{
		what: 'clear after handle',
		changes: [
			{
				file: 'kernel/trap/calls.ts',
				from: '\tclint.clearSoftware(hart);\n\tdeviceBeforeMemory();\n\tconst callers = inboxes[hart].take();\n\tqueues.run(hart);\n',
				to: '\tconst callers = inboxes[hart].take();\n\tqueues.run(hart);\n\tclint.clearSoftware(hart);\n\tdeviceBeforeMemory();\n',
			},
		],
		test: 'irq-races',
		name: 'gathering.*turns',
	},
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
		what: 'torn handler and data',
		changes: [
			{
				file: 'kernel/trap/registration.ts',
				from: '\texternalRecords.retire(record);\n',
				to: '\texternalRecords.giveBackUnused(record);\n',
			},
		],
		test: 'irq-races',
		name: 'reuse.*turns',
	},
	{
		what: 'unregister that does not wait',
		changes: [
			{
				file: 'kernel/trap/grace.ts',
				from: 'const result = callHarts(others, answer, 0, true);',
				to: 'const result = callHarts(others & 0, answer, 0, true);',
			},
		],
		test: 'irq-races',
		name: 'registrations.*turns',
	},
	{
		what: 'synchronize that counts itself',
		changes: [
			{
				file: 'kernel/trap/calls.ts',
				from: '\tcall.prepare(target, argument, asked);\n',
				to: '\tcall.prepare(target, argument, asked | (u32(1) << u32(self)));\n',
			},
		],
		test: 'irq-api',
	},
	{
		what: 'lost inter-processor call',
		changes: [
			{
				file: 'kernel/sync/call-queue.ts',
				from: "\t\tthis.carryOut(swap(this.newest[hart], addressOf(this.end), 'acquire'));\n",
				to: "\t\tthis.carryOut(first);\n\t\tstore(this.newest[hart], addressOf(this.end), 'relaxed');\n",
			},
		],
		test: 'irq-races',
		name: 'calls.*turns',
	},
	{
		what: 'a hart that answers before it has done what was asked',
		changes: [
			{
				file: 'kernel/sync/inbox.ts',
				from: "\t\tif (target !== null) target(load(this.argument, 'relaxed'));\n\t\treturn this.answer(hart);\n",
				to: "\t\tconst argument = load(this.argument, 'relaxed');\n\t\tconst isLast = this.answer(hart);\n\t\tif (target !== null) target(argument);\n\t\treturn isLast;\n",
			},
		],
		test: 'irq-races',
		name: 'calls.*turns',
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
		what: 'a window with no handler while going shared',
		changes: [
			{
				file: 'kernel/trap/registration.ts',
				from: '\tif (!isShared && !externalHandlers',
				to: '\tif (isShared) externalHandlers.unregisterHandler(irq);\n\tif (!externalHandlers',
			},
		],
		test: 'irq-races',
		name: 'sharing.*turns',
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
		test: 'uart.test',
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
		what: 'a hold that ends only when all have answered',
		changes: [
			{
				file: 'kernel/trap/calls.ts',
				from: '\tletThroughHere(callers);\n',
				to: '',
			},
			{
				file: 'kernel/trap/calls.ts',
				from: 'import { holdBack, letThrough, letThroughHere } from',
				to: 'import { holdBack, letThrough } from',
			},
		],
		test: 'irq-races',
		name: 'synchronizers.*turns',
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
];
