/** Types of Porffor's values: those of a generator and of an async one. */
const syncType = 35;
const asyncType = 36;

/**
 * Whether `maybeGenerator` is a generator of Porffor's own, which looks like an empty object. The names are
 * those in the C.
 */
export function isGenerator(maybeGenerator: unknown): boolean {
	if (typeof maybeGenerator !== 'object') return false;
	const typeOfGenerator = Number.NaN;
	Porffor.c`{ BRIDGE_RESULT(typeOfGenerator, BRIDGE_TYPE(maybeGenerator)); }`;
	return typeOfGenerator === syncType || typeOfGenerator === asyncType;
}
