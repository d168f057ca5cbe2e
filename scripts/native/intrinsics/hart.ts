import * as d from '../diagnostics.ts';
import type { Intrinsic } from './intrinsics.ts';

export const hart: Readonly<Record<string, Intrinsic>> = {
	hartLocal: (call, context) => context.report(d.notOneConstant(call, 'hartLocal')),
};
