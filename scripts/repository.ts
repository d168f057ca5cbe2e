/** Where this repository lies on disk: the nearest folder above this file with a package.json. */

import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

function above(folder: string): string {
	return existsSync(join(folder, 'package.json')) ? folder : above(dirname(folder));
}

/** Not a fixed number of levels: scripts/command.sh makes one file of a command, and puts it elsewhere. */
export const repository: string = above(import.meta.dirname);
