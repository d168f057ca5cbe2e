/** Whether an operator that begins with `sign` stands anywhere in a tree. */
export function mentions(node: unknown, sign: string): boolean {
	if (typeof node !== 'object' || node === null) return false;
	return Object.entries(node).some(([key, value]) => {
		if (key === 'operator') return String(value).startsWith(sign);
		// Type arguments end in one, too.
		if (key === 'types' || key === 'text') return String(value).includes('<');
		return mentions(value, sign);
	});
}
