const periodMs = 100;

let expectedMs = 0;
let worstMs = 0;

/** Looks ten times a second how late the event loop is. */
export function watchResponsiveness(): void {
	expectedMs = performance.now() + periodMs;
	setInterval(() => {
		const nowMs = performance.now();
		if (nowMs - expectedMs > worstMs) worstMs = nowMs - expectedMs;
		expectedMs = nowMs + periodMs;
	}, periodMs);
}

/** The longest that a timer had to wait for its turn, so far. */
export function worstDelayMs(): number {
	return worstMs;
}
