/** `console`: what it has in node, each part a function of its own, so that a program gets what it uses. */

import { indentLess, indentMore, put } from './console-output.ts';
import { formatLine } from './format.ts';
import { inspect } from './inspect.ts';
import { plainLine } from './plain.ts';
import { renderTable } from './table.ts';
import { now } from './timers.ts';
import { showThrownBy } from './uncaught.ts';

type Values = readonly unknown[];

const counts = new Map<string, number>();
const starts = new Map<string, number>();

export function log(...values: Values): void {
	showThrownBy(inspect);
	put(formatLine(values));
}

/** `log` where every value is a text, a number or the like: scripts/ordinary/plain-logs.ts. */
export function logText(...values: Values): void {
	put(plainLine(values));
}

export function group(...values: Values): void {
	if (values.length > 0) put(formatLine(values));
	indentMore();
}

export function groupEnd(): void {
	indentLess();
}

export function assert(isTrue?: unknown, ...values: Values): void {
	if (isTrue) return;
	const first = values[0];
	if (values.length === 0) put('Assertion failed');
	else if (typeof first === 'string') log(`Assertion failed: ${first}`, ...values.slice(1));
	else log('Assertion failed:', ...values);
}

export function count(label: unknown = 'default'): void {
	const name = String(label);
	const times = (counts.get(name) ?? 0) + 1;
	counts.set(name, times);
	put(`${name}: ${times}`);
}

export function countReset(label: unknown = 'default'): void {
	counts.set(String(label), 0);
}

export function dir(value?: unknown, options?: { readonly depth?: number | null }): void {
	const depth = options === undefined ? undefined : options.depth;
	put(inspect(value, depth === null ? Number.POSITIVE_INFINITY : depth));
}

export function table(data?: unknown, columns?: readonly string[]): void {
	const text = renderTable(data, columns);
	if (text === undefined) log(data);
	else put(text);
}

export function time(label: unknown = 'default'): void {
	starts.set(String(label), now());
}

function elapsed(label: string): string | undefined {
	const start = starts.get(label);
	return start === undefined
		? undefined
		: `${label}: ${Math.round((now() - start) * 1000) / 1000}ms`;
}

export function timeLog(label: unknown = 'default', ...values: Values): void {
	const text = elapsed(String(label));
	if (text !== undefined) log(text, ...values);
}

export function timeEnd(label: unknown = 'default'): void {
	const text = elapsed(String(label));
	starts.delete(String(label));
	if (text !== undefined) put(text);
}

export function trace(...values: Values): void {
	put(`Trace: ${formatLine(values)}`);
}

/** The whole of it, for a program that takes `console` for a value. */
export const consoleObject = {
	log,
	info: log,
	debug: log,
	warn: log,
	error: log,
	group,
	groupCollapsed: group,
	groupEnd,
	assert,
	count,
	countReset,
	dir,
	table,
	time,
	timeLog,
	timeEnd,
	trace,
};
