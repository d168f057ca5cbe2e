import type ts from 'typescript';
import * as d from '../diagnostics.ts';
import { brief } from '../refuse/refusal.ts';
import type { Environment } from '../types/machine-type.ts';
import type { FunctionNode } from './function.ts';

/** Reports a function that cannot be lowered on its own. */
export function isLowerable(
	node: Exclude<FunctionNode, ts.ArrowFunction>,
	own: Environment,
	report: (mistake: d.Mistake) => void,
): boolean {
	if (!node.body) return false; // refused as a form
	if (node.typeParameters?.length && own.size === 0) {
		report(d.genericAsValue(node.name ?? node, brief(node.name)));
		return false;
	}
	return true;
}
