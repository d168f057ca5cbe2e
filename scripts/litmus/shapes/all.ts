/** Every shape. */

import type { Shape } from '../shape.ts';
import { callShapes } from './calls.ts';
import { kernelShapes } from './kernel.ts';
import { tableShapes } from './table.ts';
import { wordShapes } from './words.ts';

export const shapes: readonly Shape[] = [
	...tableShapes,
	...callShapes,
	...wordShapes,
	...kernelShapes,
];
