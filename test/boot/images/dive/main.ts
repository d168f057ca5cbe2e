/** Calls itself until the stack ends. */

function dive(depth: number): number {
	return dive(depth + 1) + 1;
}

console.log(`${dive(0)}`);
