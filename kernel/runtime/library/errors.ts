/** What Porffor's errors lack: one family, a cause, a text, a stack. */

/** `e instanceof Error`. */
export function isError(e: unknown): boolean {
	return (
		e instanceof Error ||
		e instanceof AggregateError ||
		e instanceof EvalError ||
		e instanceof RangeError ||
		e instanceof ReferenceError ||
		e instanceof SyntaxError ||
		e instanceof TypeError ||
		e instanceof URIError
	);
}

function hide(target: object, name: string, value: unknown): void {
	Object.defineProperty(target, name, {
		value,
		writable: true,
		enumerable: false,
		configurable: true,
	});
}

/** Gives an error the cause that its options name. */
export function withCause(error: object, options: unknown): object {
	if (typeof options === 'object' && options !== null && 'cause' in options) {
		hide(error, 'cause', (options as { readonly cause: unknown }).cause);
	}
	return error;
}

/** What the constructor of a built-in error does for a subclass. */
export function startError(error: object, message: unknown, options?: unknown): void {
	hide(error, 'message', message === undefined ? '' : String(message));
	withCause(error, options);
}

/** Sets the name of an error, as an assignment does on an object whose prototype has one. */
export function nameError(error: object, name: unknown): void {
	Object.defineProperty(error, 'name', {
		value: name,
		writable: true,
		enumerable: true,
		configurable: true,
	});
}

/** `Error.prototype.toString`. */
export function errorText(error: { readonly name?: unknown; readonly message?: unknown }): string {
	const name = error.name === undefined ? 'Error' : String(error.name);
	const message = error.message === undefined ? '' : String(error.message);
	if (name === '') return message;
	return message === '' ? name : `${name}: ${message}`;
}

/** `x.stack`: there are no places yet, so an error's is one line. */
export function stackOf(x: { readonly stack?: unknown }): unknown {
	const stack = x.stack;
	if (stack !== undefined || !isError(x)) return stack;
	return errorText(x as object);
}
