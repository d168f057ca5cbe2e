/**
 * Rewrites the functions of the program. Porffor's library is compiled with them and keeps its own ways: it
 * looks after its indices itself, and writes elements before it sets a length.
 */
export function patchOwnFunctions(c: string, patch: (text: string) => string): string {
	return c.replaceAll(compiledFunction, (text, name: string) => (isOwn(name) ? patch(text) : text));
}

const compiledFunction = /^(?:jsval|f64|i32|u32|void) p\d+_(\w+)\(.*\) \{\n[\s\S]*?^\}$/gm;
const libraryNames = new Set(Object.getOwnPropertyNames(globalThis));

function isOwn(name: string): boolean {
	if (name.startsWith('_23')) return name === '_23main' || name.startsWith('_23anonymous');
	return !name.startsWith('__') && !libraryNames.has(name);
}
