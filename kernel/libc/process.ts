'use native';

/** How a C program ends here, and the few things that it asks a system for. */

import { exportSymbol } from 'native:link';
import { consoleWrite, startLine } from '../platform/console.ts';
import { poweroff } from '../platform/machine.ts';
import { ranOut } from './heap.ts';
import { flushLine, hasWritten } from './output.ts';

const pageSizeName = 8; // _SC_PAGESIZE
const aborted = 134; // what a shell reports for SIGABRT

function exitNow(status: i32): never {
	flushLine();
	poweroff(u32(status));
}
exportSymbol('_exit', exitNow);

/** Ends the machine. The C library and Porffor often call it without a word: then it says one. */
function abort(): never {
	flushLine();
	startLine();
	if (!hasWritten()) {
		if (ranOut()) consoleWrite('Out of memory: the C heap has no room left.\n');
		else consoleWrite('Aborted: ordinary code, as Porffor compiled it, cannot go on.\n');
	}
	poweroff(aborted);
}
exportSymbol('abort', abort);

/** [POSIX] "sysconf". */
function sysconf(name: i32): i64 {
	return name === pageSizeName ? 4096 : -1;
}
exportSymbol('sysconf', sysconf);
