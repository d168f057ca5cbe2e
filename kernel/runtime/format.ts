/** How values look on the console: as node prints them, on one line. */

const deepest = 3;
const quote = "'";

/** The arguments of console.log as one line. */
export function formatLine(values: readonly unknown[]): string {
	let line = '';
	for (let i = 0; i < values.length; i++) {
		const value = values[i];
		if (i > 0) line += ' ';
		line += typeof value === 'string' ? value : inspect(value, 0);
	}
	return line;
}

/** What an error says: its name and message, or the thrown value itself. */
export function describe(error: unknown): string {
	if (error instanceof Error) {
		const name = typeof error.name === 'string' ? error.name : 'Error';
		const message = typeof error.message === 'string' ? error.message : '';
		return message === '' ? name : `${name}: ${message}`;
	}
	return typeof error === 'string' ? error : inspect(error, 0);
}

function inspect(value: unknown, depth: number): string {
	if (typeof value === 'string') return quote + value + quote;
	if (typeof value === 'number') return value === 0 && 1 / value < 0 ? '-0' : `${value}`;
	if (typeof value === 'boolean') return value ? 'true' : 'false';
	if (value === undefined) return 'undefined';
	if (value === null) return 'null';
	if (typeof value === 'function') return inspectFunction(value as { readonly name: string });
	if (typeof value === 'symbol') return String(value);
	if (value instanceof Error) return describe(value);
	if (Array.isArray(value)) return inspectArray(value, depth);
	if (value instanceof Map) return inspectMap(value, depth);
	if (value instanceof Set) return inspectSet(value, depth);
	if (value instanceof Promise) return 'Promise {}';
	return inspectObject(value as Record<string, unknown>, depth);
}

function inspectFunction(value: { readonly name: string }): string {
	return value.name === '' ? '[Function (anonymous)]' : `[Function: ${value.name}]`;
}

function inspectArray(values: readonly unknown[], depth: number): string {
	if (values.length === 0) return '[]';
	if (depth >= deepest) return '[Array]';
	const parts: string[] = [];
	for (let i = 0; i < values.length; i++) parts.push(inspect(values[i], depth + 1));
	return `[ ${parts.join(', ')} ]`;
}

function inspectMap(map: ReadonlyMap<unknown, unknown>, depth: number): string {
	const parts: string[] = [];
	map.forEach((value, key) => {
		parts.push(`${inspect(key, depth + 1)} => ${inspect(value, depth + 1)}`);
	});
	return parts.length === 0 ? 'Map(0) {}' : `Map(${parts.length}) { ${parts.join(', ')} }`;
}

function inspectSet(set: ReadonlySet<unknown>, depth: number): string {
	const parts: string[] = [];
	set.forEach(value => {
		parts.push(inspect(value, depth + 1));
	});
	return parts.length === 0 ? 'Set(0) {}' : `Set(${parts.length}) { ${parts.join(', ')} }`;
}

function inspectObject(value: Readonly<Record<string, unknown>>, depth: number): string {
	const name = constructorName(value);
	const keys = Object.keys(value);
	if (keys.length === 0) return `${name}{}`;
	if (depth >= deepest) return '[Object]';
	const parts: string[] = [];
	for (let i = 0; i < keys.length; i++) {
		const key = keys[i];
		parts.push(`${key}: ${inspect(value[key], depth + 1)}`);
	}
	return `${name}{ ${parts.join(', ')} }`;
}

function constructorName(value: { readonly constructor?: unknown }): string {
	const constructor = value.constructor;
	if (typeof constructor !== 'function') return '';
	const name = (constructor as { readonly name: string }).name;
	return name === 'Object' || name === '' ? '' : `${name} `;
}
