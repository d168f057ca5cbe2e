/** Boots an app or a test image in QEMU, for one test. */

import { onTestFinished } from 'vitest';
import { findApp } from '../../scripts/app.ts';
import { buildApp } from '../../scripts/build.ts';
import { usual } from '../../scripts/variant.ts';
import { BootedMachine, type BootOptions } from './booted-machine.ts';

export { BootedMachine, type BootOptions } from './booted-machine.ts';

/** Builds the app in `folder` (kept from test to test) and starts it; it ends with the test. */
export async function boot(folder: string, options: BootOptions = {}): Promise<BootedMachine> {
	const isMeasured = options.isMeasured ?? false;
	return bootImage(await buildApp(findApp(folder), { ...usual, isMeasured }), options);
}

/** Starts an image that is already built. */
export function bootImage(image: string, options: BootOptions = {}): BootedMachine {
	const machine = new BootedMachine(image, options);
	onTestFinished(({ task }) => {
		machine.dispose();
		if (task.result?.state === 'fail') process.stderr.write(machine.report());
	});
	return machine;
}
