'use native';

/** The README example of the Rust crate `handler_table`, line for line. */

import { consoleWrite } from 'native:console';
import { HandlerTable } from 'native:handler-table';
import { panic } from 'native:panic';

const table = new HandlerTable(8);

/** Ends in a panic with this line unless a claim of the example holds. */
function check(holds: boolean): void {
	if (!holds) panic('a claim of the example does not hold');
}

export function main(): i32 {
	table.registerHandler(0, () => {
		consoleWrite('Hello, event 0!\n');
	});
	table.registerHandler(1, () => {
		consoleWrite('Hello, event 1!\n');
	});

	check(table.handle(0)); // prints "Hello, event 0!"
	check(!table.handle(2)); // not registered

	check(table.unregisterHandler(2) === null);
	const handler = table.unregisterHandler(1); // gives the handler back
	check(handler !== null);
	if (handler !== null) handler(1); // prints "Hello, event 1!"

	check(!table.handle(1)); // not registered any more
	return 0;
}
