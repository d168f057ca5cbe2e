/** `kernel:machine`: how the machine ends, and what it is made of. */

import { hold } from './loop.ts';

export { hartCount, memoryBytes, poweroff, reboot } from '../platform/machine.ts';
export { setExitStatus } from './loop.ts';

/** Keeps the machine on although nothing is left to wait for: a native handler does its work. */
export function stayUp(): void {
	hold();
}
