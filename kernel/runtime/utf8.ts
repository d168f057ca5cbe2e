/** The text that UTF-8 `bytes` spell; U+FFFD stands for what is no UTF-8. */
export function decodeUtf8(bytes: readonly number[]): string {
	let text = '';
	let index = 0;
	while (index < bytes.length) {
		const lead = bytes[index];
		const length = sequenceLength(lead);
		const point = length === 0 ? -1 : codePoint(bytes, index, length);
		text += point < 0 ? '\ufffd' : fromCodePoint(point);
		index += point < 0 ? 1 : length;
	}
	return text;
}

/** How many bytes a sequence has that starts with `lead`; 0 if none starts with it. */
function sequenceLength(lead: number): number {
	if (lead < 0x80) return 1;
	if (lead >= 0xc2 && lead < 0xe0) return 2;
	if (lead >= 0xe0 && lead < 0xf0) return 3;
	if (lead >= 0xf0 && lead < 0xf5) return 4;
	return 0;
}

const smallest = [0, 0, 0x80, 0x800, 0x1_0000];

/** The code point of the sequence at `index`, or -1. */
function codePoint(bytes: readonly number[], index: number, length: number): number {
	const lead = bytes[index];
	if (length === 1) return lead;
	if (index + length > bytes.length) return -1;
	let point = lead & (0x7f >> length);
	for (let i = 1; i < length; i++) {
		const byte = bytes[index + i];
		if (byte < 0x80 || byte >= 0xc0) return -1;
		point = point * 64 + (byte - 0x80);
	}
	const isSurrogate = point >= 0xd800 && point < 0xe000;
	return point < smallest[length] || point > 0x10_ffff || isSurrogate ? -1 : point;
}

function fromCodePoint(point: number): string {
	if (point < 0x1_0000) return String.fromCharCode(point);
	const rest = point - 0x1_0000;
	return String.fromCharCode(0xd800 + (rest >> 10)) + String.fromCharCode(0xdc00 + (rest & 0x3ff));
}
