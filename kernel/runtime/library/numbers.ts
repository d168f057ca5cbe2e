/** Numbers as text, exactly as the specification has them, and conversions to numbers. */

const mostFixed = 100;

/** The decimal digits of `x` ≥ 0 without loss, and where the point stands in them. */
interface Decimal {
	readonly digits: number[];
	readonly point: number;
}

/** A double is an integer times a power of two: multiplied, or halved, digit by digit. */
function decimalOf(x: number): Decimal {
	let mantissa = x;
	let exponent = 0;
	while (mantissa !== Math.floor(mantissa)) {
		mantissa *= 2;
		exponent -= 1;
	}
	while (mantissa >= 9007199254740992) {
		mantissa /= 2;
		exponent += 1;
	}
	const digits: number[] = [];
	while (mantissa > 0) {
		const rest = Math.floor(mantissa / 10);
		digits.unshift(mantissa - rest * 10);
		mantissa = rest;
	}
	let point = digits.length;
	for (; exponent > 0; exponent--) {
		let carry = 0;
		for (let i = digits.length - 1; i >= 0; i--) {
			const doubled = digits[i] * 2 + carry;
			carry = doubled >= 10 ? 1 : 0;
			digits[i] = doubled - carry * 10;
		}
		if (carry > 0) {
			digits.unshift(carry);
			point += 1;
		}
	}
	for (; exponent < 0; exponent++) {
		let carry = 0;
		for (let i = 0; i < digits.length; i++) {
			const value = digits[i] + carry * 10;
			digits[i] = value >> 1;
			carry = value & 1;
		}
		if (carry > 0) digits.push(5);
		if (digits[0] === 0) {
			digits.shift();
			point -= 1;
		}
	}
	return { digits, point };
}

/** The first `count` digits, rounded: halves go up, as the specification's "larger n" has it. */
function roundTo({ digits, point }: Decimal, count: number): Decimal {
	if (count < 0) return { digits: [], point };
	const kept = digits.slice(0, count);
	while (kept.length < count) kept.push(0);
	if (count >= digits.length || digits[count] < 5) return { digits: kept, point };
	for (let i = count - 1; i >= 0; i--) {
		if (kept[i] < 9) {
			kept[i] += 1;
			return { digits: kept, point };
		}
		kept[i] = 0;
	}
	kept.unshift(1);
	return { digits: kept, point: point + 1 };
}

function integerBetween(x: unknown, low: number, high: number, name: string): number {
	const number = x === undefined ? 0 : Math.trunc(Number(x));
	const integer = Number.isNaN(number) ? 0 : number;
	if (integer < low || integer > high) {
		throw new RangeError(`${name}() argument must be between ${low} and ${high}`);
	}
	return integer;
}

function textOf(digits: readonly number[]): string {
	let text = '';
	for (let i = 0; i < digits.length; i++) text += `${digits[i]}`;
	return text;
}

interface Formatted {
	toFixed(digits?: unknown): string;
	toPrecision(digits?: unknown): string;
	toExponential(digits?: unknown): string;
}

function numberOf(x: unknown): number | undefined {
	if (typeof x === 'number') return x;
	return x instanceof Number ? Number(x.valueOf()) : undefined;
}

/** `x.toFixed(places)`. */
export function toFixed(x: Formatted, places?: unknown): string {
	const value = numberOf(x);
	if (value === undefined) return x.toFixed(places);
	const count = integerBetween(places, 0, mostFixed, 'toFixed');
	if (value - value !== 0 || Math.abs(value) >= 1e21) return `${value}`;
	const exact = decimalOf(Math.abs(value));
	const { digits, point } = roundTo(exact, exact.point + count);
	const sign = value < 0 ? '-' : '';
	if (digits.length === 0) return sign + zeroes(count);
	let text = textOf(digits);
	for (let i = point; i <= 0; i++) text = `0${text}`;
	const whole = point > 0 ? point : 1;
	return count === 0 ? sign + text : `${sign}${text.slice(0, whole)}.${text.slice(whole)}`;
}

function zeroes(count: number): string {
	return count === 0 ? '0' : `0.${'0'.repeat(count)}`;
}

/** `x.toPrecision(digits)`. */
export function toPrecision(x: Formatted, precision?: unknown): string {
	const value = numberOf(x);
	if (value === undefined) return x.toPrecision(precision);
	if (precision === undefined || value - value !== 0) return `${value}`;
	const count = integerBetween(precision, 1, mostFixed, 'toPrecision');
	if (value === 0) return zeroes(count - 1);
	const sign = value < 0 ? '-' : '';
	const { digits, point } = roundTo(decimalOf(Math.abs(value)), count);
	const text = textOf(digits).slice(0, count);
	const exponent = point - 1;
	if (exponent < -6 || exponent >= count) return sign + scientific(text, exponent);
	if (point >= count) return sign + text;
	if (point > 0) return `${sign}${text.slice(0, point)}.${text.slice(point)}`;
	return `${sign}0.${'0'.repeat(-point)}${text}`;
}

/** `x.toExponential(digits)`. */
export function toExponential(x: Formatted, places?: unknown): string {
	const value = numberOf(x);
	if (value === undefined) return x.toExponential(places);
	const count = integerBetween(places, 0, mostFixed, 'toExponential');
	if (value - value !== 0) return `${value}`;
	const sign = value < 0 ? '-' : '';
	if (value === 0) return scientific('0'.repeat(places === undefined ? 1 : count + 1), 0);
	if (places === undefined) return sign + shortest(Math.abs(value));
	const { digits, point } = roundTo(decimalOf(Math.abs(value)), count + 1);
	return sign + scientific(textOf(digits).slice(0, count + 1), point - 1);
}

/** The digits that `String(x)` has, in exponential form. */
function shortest(x: number): string {
	const [mantissa, power] = `${x}`.split('e');
	const [whole, fraction = ''] = mantissa.split('.');
	const all = whole + fraction;
	let first = 0;
	while (first < all.length - 1 && all.charAt(first) === '0') first += 1;
	let end = all.length;
	while (end > first + 1 && all.charAt(end - 1) === '0') end -= 1;
	const exponent = whole.length - 1 - first + (power === undefined ? 0 : Number(power));
	return scientific(all.slice(first, end), exponent);
}

function scientific(digits: string, exponent: number): string {
	const fraction = digits.length > 1 ? `.${digits.slice(1)}` : '';
	return `${digits.charAt(0)}${fraction}e${exponent < 0 ? '-' : '+'}${Math.abs(exponent)}`;
}

/** `Number(x)`. */
export function toNumber(x: unknown): number {
	return x === undefined ? Number.NaN : Number(x);
}

/** `Math.round(x)`: halves go up, not to the even number. */
export function round(x: unknown): number {
	const value = x === undefined ? Number.NaN : Number(x);
	const low = Math.floor(value);
	if (low === value || Number.isNaN(value)) return value;
	if (value < 0 && value >= -0.5) return -0;
	return value - low >= 0.5 ? low + 1 : low;
}

/** `Math.clz32(x)`. */
export function clz32(x: unknown): number {
	let bits = Number(x) >>> 0;
	if (bits === 0) return 32;
	let count = 0;
	while (bits < 0x8000_0000) {
		bits *= 2;
		count += 1;
	}
	return count;
}

/** `Number.isInteger(x)`. */
export function isInteger(x: unknown): boolean {
	return typeof x === 'number' && x - x === 0 && Math.floor(x) === x;
}

/** `Number.isSafeInteger(x)`. */
export function isSafeInteger(x: unknown): boolean {
	return isInteger(x) && Math.abs(x as number) <= 9007199254740991;
}

/** `x.toLocaleString()`: groups of three digits, at most three places. */
export function toLocaleString(x: { toLocaleString(): string }): string {
	if (typeof x !== 'number') return x.toLocaleString();
	if (Number.isNaN(x)) return 'NaN';
	if (x - x !== 0) return x > 0 ? '∞' : '-∞';
	const rounded = toFixed(Math.abs(x) as unknown as Formatted, 3);
	const [whole, fraction] = rounded.split('.');
	let places = fraction ?? '';
	while (places.endsWith('0')) places = places.slice(0, -1);
	let grouped = whole;
	for (let at = whole.length - 3; at > 0; at -= 3) {
		grouped = `${grouped.slice(0, at)},${grouped.slice(at)}`;
	}
	return `${x < 0 ? '-' : ''}${grouped}${places === '' ? '' : `.${places}`}`;
}
