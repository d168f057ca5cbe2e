/** Gives debugging information the names of TypeScript: gdb then knows `Plic.claim`, not its C symbol. */

import { readElf } from './elf.ts';
import { displayName } from './functions.ts';

/** What the native compiler makes of a name: `<module>__<name>`. */
const mangled = /^[A-Za-z_]\w*?[A-Za-z0-9]__[A-Za-z_]\w*$/;

/**
 * Renames in place: a TypeScript name is never longer than its C symbol, and in an object that was not
 * linked yet every string is used from its beginning.
 */
export function nameForDebugger(object: Buffer): void {
	const strings = readElf(object).section('.debug_str');
	for (let start = 0; start < strings.length; ) {
		const end = strings.indexOf(0, start);
		const symbol = strings.toString('latin1', start, end);
		if (mangled.test(symbol)) {
			strings.fill(0, start, end);
			strings.write(displayName(symbol), start, 'latin1');
		}
		start = end + 1;
	}
}
