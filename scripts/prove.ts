/** Proves that a linked image's traps are safe. */

import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { type NativeFacts, proveTrap } from './image/prove-trap.ts';
import type { LinkedImage } from './link.ts';
import type { CallGraph } from './native/call-graph.ts';
import { adapterTarget } from './native/check/interrupts.ts';
import { Mistake } from './terminal.ts';

/** The text of handlers.txt. A `Mistake` says what is wrong, and by which calls. */
export function proveImage(
	linked: LinkedImage,
	graph: CallGraph,
	nativeObject: string,
	bootObjects: readonly string[],
): string {
	const { handlers, refusals } = proveTrap({
		image: readFileSync(linked.image),
		disassembly: linked.listing,
		linkMap: linked.map,
		facts: nativeFacts(graph),
		nativeObject: basename(nativeObject),
		bootObjects: bootObjects.map(path => basename(path)),
	});
	if (refusals.length > 0) {
		throw new Mistake(`Interrupts are not safe, so there is no image.\n\n${refusals.join('\n\n')}`);
	}
	return handlers;
}

function nativeFacts(graph: CallGraph): NativeFacts {
	const functions = [...graph.functions].map(([symbol, unit]) => {
		const { name, position } = adapterTarget(graph, symbol) ?? unit;
		return [symbol, { name, ...position }] as const;
	});
	const pointers = [...graph.sites].flatMap(([symbol, sites]) => {
		const indirect = sites.filter(({ isIndirect }) => isIndirect);
		if (indirect.length === 0) return [];
		return [[symbol, [...new Set(indirect.flatMap(site => site.targets))]] as const];
	});
	return { functions: new Map(functions), pointers: new Map(pointers) };
}
