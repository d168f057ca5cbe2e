/** The rows that say how large an image is. */

import type { Program } from './program.ts';
import type { Row } from './rows.ts';

export function sizeRows(id: string, suffix: string, what: string, program: Program): Row[] {
	const { file, memory } = program.sizes();
	const row = (part: string, value: number, name: string): Row => ({
		id: `${id}.${part}${suffix}`,
		value,
		unit: 'bytes',
		what: `${what}: ${name}`,
	});
	const backtrace = program.sectionSize('.backtrace');
	return [
		row('bytes', file, 'what is loaded: code, constants, data, backtrace table'),
		row('ram', memory, 'memory: the same, zeroed data and stacks'),
		...(backtrace === 0 ? [] : [row('backtrace', backtrace, 'the backtrace table alone')]),
	];
}
