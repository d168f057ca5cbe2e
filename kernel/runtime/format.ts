/** The arguments of console.log as text, as node has it. */

import { headOf, isError } from './errors.ts';
import { inspect } from './inspect.ts';

/** The arguments of console.log as one text, of more than one line where a value needs them. */
export function formatLine(values: readonly unknown[]): string {
	const [first] = values;
	let line = '';
	let next = 0;
	if (typeof first === 'string') {
		next = 1;
		if (values.length === 1) return first;
		line = first;
		if (first.includes('%')) [line, next] = fill(first, values);
	}
	for (let i = next; i < values.length; i++) {
		const value = values[i];
		if (i > 0) line += ' ';
		line += typeof value === 'string' ? value : inspect(value);
	}
	return line;
}

/** Puts values in the places that `%s` and the like hold; the second answer is how many it took. */
function fill(form: string, values: readonly unknown[]): [string, number] {
	let text = '';
	let taken = 1;
	let from = 0;
	for (let i = 0; i < form.length - 1; i++) {
		if (form.charCodeAt(i) !== 37) continue;
		const kind = form.charAt(i + 1);
		const isPercent = kind === '%';
		if (!isPercent && (taken >= values.length || !'sdifjoOc'.includes(kind))) continue;
		text += form.slice(from, i) + (isPercent ? '%' : place(kind, values[taken]));
		if (!isPercent) taken += 1;
		i += 1;
		from = i + 1;
	}
	return [text + form.slice(from), taken];
}

function place(kind: string, value: unknown): string {
	if (kind === 's') return textOf(value);
	if (kind === 'c') return '';
	if (kind === 'j') return JSON.stringify(value) ?? 'undefined';
	if (kind === 'o') return inspect(value, 4);
	if (kind === 'O') return inspect(value);
	if (typeof value === 'symbol' || (typeof value === 'object' && kind === 'd')) return 'NaN';
	if (kind === 'd') return inspect(Number(value));
	return inspect(
		kind === 'i' ? Number.parseInt(String(value), 10) : Number.parseFloat(String(value)),
	);
}

function textOf(value: unknown): string {
	if (typeof value === 'string') return value;
	if (typeof value === 'object' && value !== null && !isError(value)) return inspect(value, 0);
	if (typeof value === 'function') return String(value);
	return isError(value) ? headOf(value) : inspect(value);
}
