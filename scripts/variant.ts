/** The ways in which one app is built: each has a folder of its own. */

import { join } from 'node:path';
import type { App } from './app.ts';
import type { Purpose } from './link.ts';
import { repository } from './repository.ts';
import { Mistake } from './terminal.ts';

export interface Variant {
	readonly purpose: Purpose;
	readonly isMeasured: boolean; // it notes how long handlers take: kernel/trap/measure.ts
}

/** What is built unless something is said. */
export const usual: Variant = { purpose: 'run', isMeasured: false };

/** What the environment says, where make and npm leave it. */
export function readVariant(
	environment: Readonly<Record<string, string | undefined>>,
	purpose: Purpose = 'run',
): Variant {
	const text = environment['MEASURE'] || '0';
	if (text !== '0' && text !== '1') {
		throw new Mistake(`MEASURE=${text}: write MEASURE=1, or nothing for handlers at full speed.`);
	}
	return { purpose, isMeasured: text === '1' };
}

/** Where the image of an app lies. */
export function imageFolder(app: App, { purpose, isMeasured }: Variant): string {
	const endings = `${isMeasured ? '-measured' : ''}${purpose === 'debug' ? '-debug' : ''}`;
	return join(repository, 'build', `${app.name}${endings}`);
}
