import type ts from 'typescript';
import type { ExpressionVisitor } from '../lower/context.ts';
import { asm } from './asm.ts';
import { atomic } from './atomic.ts';
import { csr } from './csr.ts';
import { format } from './format.ts';
import { hart } from './hart.ts';
import { layouts } from './layout.ts';
import { link } from './link.ts';
import { conversions } from './machine.ts';
import { memory } from './memory.ts';
import { mmio } from './mmio.ts';
import { panic } from './panic.ts';
import { sections } from './section.ts';
import { slices } from './slice.ts';

/** Lowers a call of a function that an ambient module declares. */
export type Intrinsic = ExpressionVisitor<ts.CallExpression>;

const named = (module: string, lowerings: Readonly<Record<string, Intrinsic>>) =>
	Object.entries(lowerings).map(([name, lower]) => [`native:${module}.${name}`, lower] as const);

/** Every intrinsic by its module and name. */
export const intrinsics: Readonly<Record<string, Intrinsic>> = {
	...conversions,
	...Object.fromEntries([
		...named('asm', asm),
		...named('atomic', atomic),
		...named('csr', csr),
		...named('format', format),
		...named('hart', hart),
		...named('link', link),
		...named('memory', layouts),
		...named('memory', memory),
		...named('memory', slices),
		...named('mmio', mmio),
		...named('panic', panic),
		...named('section', sections),
	]),
};
