/** `Event`, `EventTarget`, `AbortSignal` and `AbortController`, as in the web platform. */

type Listener = ((event: Event) => void) | { handleEvent(event: Event): void };

interface Entry {
	readonly type: string;
	readonly listener: Listener;
	readonly isOnce: boolean;
}

export class Event {
	readonly type: string;
	readonly cancelable: boolean;
	defaultPrevented = false;
	target: EventTarget | null = null;
	isStopped = false;

	constructor(type: string, options?: { readonly cancelable?: boolean }) {
		this.type = String(type);
		this.cancelable = options?.cancelable === true;
	}

	preventDefault(): void {
		if (this.cancelable) this.defaultPrevented = true;
	}

	stopImmediatePropagation(): void {
		this.isStopped = true;
	}
}

export class EventTarget {
	#entries: Entry[] = [];

	addEventListener(
		type: string,
		listener: Listener | null,
		options?: { readonly once?: boolean },
	): void {
		if (listener === null) return;
		const isKnown = this.#entries.some(each => each.type === type && each.listener === listener);
		if (!isKnown) this.#entries.push({ type, listener, isOnce: options?.once === true });
	}

	removeEventListener(type: string, listener: Listener | null): void {
		this.#entries = this.#entries.filter(each => each.type !== type || each.listener !== listener);
	}

	/** Calls who listens, in order; false if one of them prevented what would follow. */
	dispatchEvent(event: Event): boolean {
		event.target = this;
		const present = this.#entries.filter(each => each.type === event.type);
		for (let i = 0; i < present.length; i++) {
			const { type, listener, isOnce } = present[i];
			if (isOnce) this.removeEventListener(type, listener);
			if (typeof listener === 'function') listener.call(this, event);
			else listener.handleEvent(event);
			if (event.isStopped) break;
		}
		return !event.defaultPrevented;
	}
}

export class AbortError extends Error {
	override name = 'AbortError';
}

export class AbortSignal extends EventTarget {
	aborted = false;
	reason: unknown = undefined;
	onabort: ((event: Event) => void) | null = null;

	throwIfAborted(): void {
		if (this.aborted) throw this.reason;
	}
}

export class AbortController {
	readonly signal: AbortSignal = new AbortSignal();

	abort(reason?: unknown): void {
		const signal = this.signal;
		if (signal.aborted) return;
		signal.aborted = true;
		signal.reason = reason === undefined ? new AbortError('This operation was aborted') : reason;
		const event = new Event('abort');
		if (signal.onabort !== null) signal.onabort(event);
		signal.dispatchEvent(event);
	}
}
