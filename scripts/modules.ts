/**
 * The kernel modules that apps import by a bare name, and the file behind each.
 *
 * `native:memory`, `native:mmio`, `native:atomic`, `native:csr`, `native:asm`, `native:hart`,
 * `native:link` and `native:panic` are not here: the compiler itself knows them (kernel/native/*.d.ts).
 */

import { join } from 'node:path';
import { repository } from './repository.ts';

/** What a `'use native'` module may import. */
export const nativeModules: Readonly<Record<string, string>> = {
	'native:irq': 'kernel/trap/irq.ts',
	'native:handler-table': 'kernel/sync/handler-table.ts',
	'native:lock': 'kernel/sync/spin-lock.ts',
	'native:console': 'kernel/platform/console.ts',
	'native:console-input': 'kernel/event/console-input.ts',
	'native:event': 'kernel/event/event.ts',
	'native:time': 'kernel/event/time.ts',
	'native:harts': 'kernel/trap/harts.ts',
	'native:machine': 'kernel/platform/machine.ts',
	'native:measure': 'kernel/options/unmeasured.ts',
	'native:uart': 'kernel/platform/qemu-virt.ts',
	'native:rtc': 'kernel/platform/qemu-virt.ts',
};

/** What an ordinary module may import. */
export const ordinaryModules: Readonly<Record<string, string>> = {
	'kernel:irq': 'kernel/runtime/irq.ts',
	'kernel:console': 'kernel/runtime/console.ts',
	'kernel:time': 'kernel/runtime/time.ts',
	'kernel:machine': 'kernel/runtime/machine.ts',
	'kernel:harts': 'kernel/runtime/harts.ts',
};

/** What `native:measure` is in an image that measures its handlers. */
export const measuredPath = join(repository, 'kernel/options/measured.ts');

/** Both tables, with absolute paths: what the compilers resolve bare names by. */
export const modulePaths: Readonly<Record<string, string>> = Object.fromEntries(
	Object.entries({ ...nativeModules, ...ordinaryModules }).map(([name, path]) => [
		name,
		join(repository, path),
	]),
);
