/** Faults of calls between harts, and of waiting for handlers. */

import type { KernelFault } from './fault.ts';

export const callsFaults: readonly KernelFault[] = [
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
		what: 'a hart that leaves and lets its callers wait',
		changes: [
			{
				file: 'kernel/trap/calls.ts',
				from: '\tqueues.close(hart);\n\tanswerCallers(hart, callers);\n',
				to: '\tqueues.close(hart);\n\tif (callers === 0) queues.close(hart);\n',
			},
		],
		test: 'irq-races',
		name: 'leaving.*turns',
	},
	{
		what: 'a node of the queue that two harts take',
		changes: [
			{
				file: 'kernel/sync/call-queue.ts',
				from: "\t\t\tif ((fetchOr(this.used, bit, 'relaxed') & bit) === 0) return addressOf(this.nodes[index]);\n",
				to: "\t\t\tfetchOr(this.used, bit, 'relaxed');\n\t\t\treturn addressOf(this.nodes[index]);\n",
			},
		],
		test: 'irq-races',
		name: '(calls|gathering|dispatches).*turns',
	},
];
