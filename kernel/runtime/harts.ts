/** `kernel:harts`: the other harts of the machine, as ordinary code sees them. */

export { hartCount } from '../platform/machine.ts';
export { hartIsOnline } from '../trap/calls.ts';
export { sendIpi } from '../trap/harts.ts';
