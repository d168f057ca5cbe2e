import ts from 'typescript';
import * as d from '../diagnostics.ts';
import type { Environment } from '../types/machine-type.ts';
import type { FunctionNode } from './function.ts';

/** Reports a function that has no body to lower, or that is a kind of function which native code does not have. */
export function isLowerable(
	node: Exclude<FunctionNode, ts.ArrowFunction>,
	own: Environment,
	report: (mistake: d.Mistake) => void,
): boolean {
	if (!node.body) {
		report(
			d.unsupported(
				node,
				'functions without a body',
				`Write the body, or use 'importFunction' from 'native:link'.`,
			),
		);
		return false;
	}
	const isAsync = (ts.getCombinedModifierFlags(node) & ts.ModifierFlags.Async) !== 0;
	if (node.asteriskToken || isAsync) {
		const what = node.asteriskToken ? 'generators' : `'async'`;
		report(
			d.unsupported(node.name ?? node, what, 'Post an event and await it in an ordinary module.'),
		);
	}
	if (node.typeParameters?.length && own.size === 0) {
		report(
			d.unsupported(
				node.name ?? node,
				'generic functions as values',
				'Call it, or write a function that does.',
			),
		);
		return false;
	}
	return true;
}
