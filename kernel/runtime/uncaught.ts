/** What is said of an error that nobody caught. */

import { headOf, isError } from './errors.ts';
import { plainText } from './plain.ts';

let show: (value: unknown) => string = plainText;

/** Has thrown values that are no errors shown by `inspect`, which a small image does without. */
export function showThrownBy(inspect: (value: unknown) => string): void {
	show = inspect;
}

/** What an error says: its name and message, or the thrown value itself. */
export function describe(error: unknown): string {
	if (isError(error)) return headOf(error);
	return typeof error === 'string' ? error : show(error);
}
