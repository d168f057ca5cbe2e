/** A file that holds a digest of itself: what was cut short or changed on disk is seen, not used. */

import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

const digestBytes = 32;

/** SHA-256 of the parts, one behind the other. */
export function digest(...parts: readonly (string | Buffer)[]): Buffer {
	const hash = createHash('sha256');
	for (const part of parts) hash.update(part);
	return hash.digest();
}

/** What `writeDigested` was given; `undefined` if there is no such file, or not a whole one. */
export function readDigested(path: string): Buffer | undefined {
	try {
		const file = readFileSync(path);
		const data = file.subarray(digestBytes);
		return digest(data).equals(file.subarray(0, digestBytes)) ? data : undefined;
	} catch {
		return undefined;
	}
}

/** Another process sees the old file or the new one. `false` if it cannot be written. */
export function writeDigested(path: string, data: Buffer): boolean {
	try {
		mkdirSync(dirname(path), { recursive: true });
		const own = `${path}.${process.pid}`;
		writeFileSync(own, Buffer.concat([digest(data), data]));
		renameSync(own, path);
		return true;
	} catch {
		return false;
	}
}
