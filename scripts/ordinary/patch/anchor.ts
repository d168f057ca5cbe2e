/**
 * Replaces `anchor`, which must occur exactly `count` times: a Porffor whose output has changed stops
 * the build here and not in a machine that misbehaves.
 */
export function replaceAnchor(c: string, anchor: string, replacement: string, count = 1): string {
	const parts = c.split(anchor);
	if (parts.length - 1 !== count) {
		throw new Error(
			`Porffor's output has ${parts.length - 1} places like the following where ${count} ` +
				`were expected; is it version 0.0.0-alpha.7?\n${anchor}`,
		);
	}
	return parts.join(replacement);
}

/** Puts `addition` in front of `anchor`, which must occur exactly once. */
export function insertBefore(c: string, anchor: string, addition: string): string {
	return replaceAnchor(c, anchor, addition + anchor);
}
