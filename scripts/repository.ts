/** Where this repository lies on disk: the folder above `scripts/`. */

import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';

export const repository = dirname(dirname(fileURLToPath(import.meta.url)));
