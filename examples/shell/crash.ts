'use native';

import { panic } from 'native:panic';

/** Shows what a panic looks like. */
export function crash(): void {
	panic('the shell was asked to');
}
