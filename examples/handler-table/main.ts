'use native';

/** The README example of the Rust crate `handler_table`, line for line. */

import { consoleWrite } from 'native:console';
import { HandlerTable } from 'native:handler-table';

const table = new HandlerTable(8);

/** Says whether a claim holds, and gives 0 if it does, 1 if not. */
function check(claim: string, holds: boolean): i32 {
	consoleWrite(claim);
	consoleWrite(holds ? ': true\n' : ': false\n');
	return holds ? 0 : 1;
}

export function main(): i32 {
	table.registerHandler(0, () => {
		consoleWrite('Hello, event 0!\n');
	});
	table.registerHandler(1, () => {
		consoleWrite('Hello, event 1!\n');
	});

	let failures: i32 = 0;
	failures += check('handle(0)', table.handle(0)); // prints "Hello, event 0!"
	failures += check('!handle(2)', !table.handle(2)); // not registered

	failures += check('unregisterHandler(2) === null', table.unregisterHandler(2) === null);
	const handler = table.unregisterHandler(1); // gives the handler back
	failures += check('unregisterHandler(1) !== null', handler !== null);
	if (handler !== null) handler(1); // prints "Hello, event 1!"

	failures += check('!handle(1)', !table.handle(1)); // not registered any more
	return failures;
}
