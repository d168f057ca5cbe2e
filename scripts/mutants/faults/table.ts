/** Faults of registering, of the table and of the records. */

import type { KernelFault } from './fault.ts';

export const tableFaults: readonly KernelFault[] = [
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
		what: 'torn handler and data: a record that is used again early',
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
		what: 'a handler that takes the place of another',
		changes: [
			{
				file: 'kernel/sync/handler-table.ts',
				from: "\t\treturn compareExchange(this.slots[index], null, handler, 'acqRel');\n",
				to: "\t\tswap(this.slots[index], handler, 'acqRel');\n\t\treturn true;\n",
			},
			{
				file: 'kernel/sync/handler-table.ts',
				from: 'type Atomic, compareExchange, load',
				to: 'type Atomic, load',
			},
		],
		test: 'irq-api',
	},
	{
		what: 'a shared line on which only the newest handler is called',
		changes: [
			{
				file: 'kernel/trap/trampolines.ts',
				from: '\t\trecord = record.next();\n',
				to: '\t\trecord = null;\n',
			},
		],
		test: 'irq-races',
		name: 'sharing.*turns',
	},
];
