/** `TextEncoder` and `TextDecoder`, for UTF-8, the one encoding that they have here. */

import { decodeUtf8 } from './utf8.ts';

export class TextEncoder {
	readonly encoding = 'utf-8';

	/** The bytes of `text`; half a surrogate pair becomes U+FFFD. */
	encode(text?: string): Uint8Array {
		const source = text === undefined ? '' : String(text);
		const bytes: number[] = [];
		for (let i = 0; i < source.length; i++) {
			let point = source.charCodeAt(i);
			if (point >= 0xd800 && point < 0xe000) {
				const low = point < 0xdc00 && i + 1 < source.length ? source.charCodeAt(i + 1) : 0;
				if (low >= 0xdc00 && low < 0xe000) {
					point = 0x1_0000 + (point - 0xd800) * 0x400 + (low - 0xdc00);
					i += 1;
				} else {
					point = 0xfffd;
				}
			}
			if (point < 0x80) bytes.push(point);
			else if (point < 0x800) bytes.push(0xc0 | (point >> 6), 0x80 | (point & 0x3f));
			else if (point < 0x1_0000) {
				bytes.push(0xe0 | (point >> 12), 0x80 | ((point >> 6) & 0x3f), 0x80 | (point & 0x3f));
			} else {
				bytes.push(0xf0 | (point >> 18), 0x80 | ((point >> 12) & 0x3f));
				bytes.push(0x80 | ((point >> 6) & 0x3f), 0x80 | (point & 0x3f));
			}
		}
		return new Uint8Array(bytes);
	}
}

export class TextDecoder {
	readonly encoding = 'utf-8';

	/** The text of `bytes`, without a byte order mark; what is no UTF-8 becomes U+FFFD. */
	decode(bytes?: Uint8Array): string {
		if (bytes === undefined) return '';
		const list: number[] = [];
		for (let i = 0; i < bytes.length; i++) list.push(bytes[i]);
		const text = decodeUtf8(list);
		return text.charCodeAt(0) === 0xfeff ? text.slice(1) : text;
	}
}
