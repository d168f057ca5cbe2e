/** What an error says. */

interface Told {
	readonly name?: unknown;
	readonly message?: unknown;
	readonly stack?: unknown;
}

export function isError(value: unknown): value is Told {
	return value instanceof Error;
}

/** The name and message of an error. */
export function headOf({ name, message }: Told): string {
	const first = name === undefined ? 'Error' : String(name);
	const second = message === undefined ? '' : String(message);
	return second === '' ? first : `${first}: ${second}`;
}

/** The stack of an error, or its name and message. */
export function stackText(error: Told): string {
	const stack = error.stack;
	return typeof stack === 'string' && stack !== '' ? stack : headOf(error);
}
