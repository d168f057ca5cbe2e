/** `structuredClone`: a copy that shares nothing with what it was made from. */

class DataCloneError extends Error {
	override name = 'DataCloneError';
}

/** Copies `value`; an object that occurs twice in it is one object in the copy. */
export function structuredClone(value: unknown): unknown {
	return copy(value, new Map());
}

function copy(value: unknown, seen: Map<unknown, unknown>): unknown {
	if (typeof value === 'function' || typeof value === 'symbol') {
		throw new DataCloneError(`${String(value)} could not be cloned.`);
	}
	if (typeof value !== 'object' || value === null) return value;
	const known = seen.get(value);
	if (known !== undefined) return known;
	if (value instanceof Date) return remember(seen, value, new Date(value.getTime()));
	if (value instanceof RegExp) return remember(seen, value, new RegExp(value.source, value.flags));
	if (value instanceof ArrayBuffer) return remember(seen, value, value.slice(0));
	if (ArrayBuffer.isView(value) && !(value instanceof DataView)) {
		return remember(seen, value, (value as Uint8Array).slice());
	}
	if (value instanceof Map) {
		const map = remember(seen, value, new Map<unknown, unknown>());
		value.forEach((each, key) => {
			map.set(copy(key, seen), copy(each, seen));
		});
		return map;
	}
	if (value instanceof Set) {
		const set = remember(seen, value, new Set<unknown>());
		value.forEach(each => {
			set.add(copy(each, seen));
		});
		return set;
	}
	if (value instanceof Error) {
		const error = remember(seen, value, new Error(value.message));
		error.name = value.name;
		return error;
	}
	const target = remember(seen, value, Array.isArray(value) ? new Array(value.length) : {});
	const keys = Object.keys(value);
	for (let i = 0; i < keys.length; i++) {
		(target as Record<string, unknown>)[keys[i]] = copy(
			(value as Record<string, unknown>)[keys[i]],
			seen,
		);
	}
	return target;
}

function remember<T>(seen: Map<unknown, unknown>, value: unknown, made: T): T {
	seen.set(value, made);
	return made;
}
