import type { NativeExport } from '../native/compile.ts';

/** The integers of the dialect, as the C type and the values that a double holds exactly. */
interface MachineInteger {
	readonly c: string;
	readonly low: number;
	readonly high: number;
}

const exact = 2 ** 53;

const integers: Readonly<Record<string, MachineInteger>> = {
	u8: { c: 'uint8_t', low: 0, high: 2 ** 8 - 1 },
	u16: { c: 'uint16_t', low: 0, high: 2 ** 16 - 1 },
	u32: { c: 'uint32_t', low: 0, high: 2 ** 32 - 1 },
	u64: { c: 'uint64_t', low: 0, high: exact },
	usize: { c: 'uint64_t', low: 0, high: exact },
	i8: { c: 'int8_t', low: -(2 ** 7), high: 2 ** 7 - 1 },
	i16: { c: 'int16_t', low: -(2 ** 15), high: 2 ** 15 - 1 },
	i32: { c: 'int32_t', low: -(2 ** 31), high: 2 ** 31 - 1 },
	i64: { c: 'int64_t', low: -exact, high: exact },
	isize: { c: 'int64_t', low: -exact, high: exact },
};

/** What ordinary code sees of a machine type, or undefined if the type does not cross the bridge. */
export function ordinaryType(type: string): string | undefined {
	if (type in integers) return 'number';
	if (type === 'error') return 'any'; // told already, by the native compiler
	if (type === 'boolean' || type === 'string' || type === 'void' || type === 'never') return type;
	return undefined;
}

/** Whether ordinary code may call `target`. */
export function crosses({ parameters, result }: NativeExport): boolean {
	return (
		parameters.every(({ type }) => type !== 'void' && ordinaryType(type) !== undefined) &&
		result !== 'string' &&
		ordinaryType(result) !== undefined
	);
}

/** The TypeScript declarations of a native module as ordinary code sees it. */
export function declarations(exports: readonly NativeExport[]): string {
	return exports
		.filter(crosses)
		.map(({ name, parameters, result }) => {
			const list = parameters.map(
				parameter => `${parameter.name}: ${ordinaryType(parameter.type)}`,
			);
			const head =
				name === 'default' ? 'export default function' : `export declare function ${name}`;
			return `${head}(${list.join(', ')}): ${ordinaryType(result)};`;
		})
		.concat('export {};')
		.join('\n');
}

/** The JavaScript module that stands in for a native one: each function checks, calls and converts. */
export function shim(checks: string, exports: readonly NativeExport[]): string {
	return [
		`import { integer, truth, text, exactResult, truthResult } from ${JSON.stringify(checks)};`,
		...exports.filter(crosses).map(shimFunction),
	].join('\n');
}

// The names of locals appear in the C. A dollar sign or a reserved word would be renamed there, and
// the bundler renames what the enclosing scope has, too: hence the long prefix.
const prefix = 'bridged';

function shimFunction({ name, symbol, parameters, result }: NativeExport): string {
	const places = parameters.map((_, index) => `${prefix}Parameter${index}`);
	const lines = parameters.map((parameter, index) => {
		const label = JSON.stringify(`${parameter.name} of ${name}`);
		return `\tconst ${prefix}${index} = ${checked(places[index] ?? '', parameter.type, label)};`;
	});

	const types = parameters.map(({ type }) => cType(type));
	const values = parameters.map(({ type }, index) => cArgument(type, `${prefix}${index}`));
	const declared = `extern ${cType(result)} ${symbol}(${types.join(', ') || 'void'});`;
	const call = `${symbol}(${values.join(', ')})`;
	const c =
		result === 'void' || result === 'never'
			? `{ ${declared} ${call}; }`
			: `{ ${declared} BRIDGE_RESULT(${prefix}Result, ${call}); }`;
	const label = JSON.stringify(`the result of ${name}`);
	const give = {
		number: `return exactResult(${prefix}Result, ${label});`,
		boolean: `return truthResult(${prefix}Result);`,
	}[ordinaryType(result) ?? ''];

	return [
		`${name === 'default' ? 'export default function' : `export function ${name}`}(${places.join(', ')}) {`,
		...lines,
		`\tlet ${prefix}Result = NaN;`,
		`\tPorffor.c\`${c}\`;`,
		...(give === undefined ? [] : [`\t${give}`]),
		'}',
	].join('\n');
}

function checked(place: string, type: string, label: string): string {
	if (type === 'boolean') return `truth(${place}, ${label})`;
	if (type === 'string') return `text(${place}, ${label})`;
	const { low, high } = integerOf(type);
	return `integer(${place}, ${low}, ${high}, ${label}, '${type}')`;
}

function cType(type: string): string {
	if (type === 'void' || type === 'never') return 'void';
	if (type === 'boolean') return '_Bool';
	if (type === 'string') return 'bridge_text';
	return integerOf(type).c;
}

function cArgument(type: string, place: string): string {
	return type === 'string' ? `BRIDGE_TEXT(${place})` : `(${cType(type)})BRIDGE_NUMBER(${place})`;
}

function integerOf(type: string): MachineInteger {
	const integer = integers[type];
	if (integer === undefined) throw new Error(`'${type}' crosses the bridge: it was not checked`);
	return integer;
}

/**
 * What the calls above need, in front of Porffor's functions. Porffor infers for each local whether it
 * is a double, an int or a boxed value, over the whole program: `_Generic` takes all three. A result
 * beyond 2⁵³ becomes NaN, for which `exactResult` throws. Porffor's strings are Latin-1 (type 195) or
 * UTF-16 (type 67); what is not ASCII is encoded into a new string, and half a surrogate pair as U+FFFD.
 */
export const bridgePrelude = `
typedef struct { const u8* bytes; u64 length; } bridge_text;
static u32 bridge_unit(jsval s, u32 i) {
  return s.type == 67 ? ((const u16*)(MEM + (u32)s.val + 4))[i] : MEM[(u32)s.val + 4 + i];
}
static u32 bridge_point(jsval s, u32 n, u32* i) {
  const u32 c = bridge_unit(s, (*i)++);
  if (c < 0xd800 || c > 0xdfff) return c;
  const u32 d = c < 0xdc00 && *i < n ? bridge_unit(s, *i) : 0;
  if (d < 0xdc00 || d > 0xdfff) return 0xfffd;
  (*i)++;
  return 0x10000 + ((c - 0xd800) << 10) + (d - 0xdc00);
}
static u32 bridge_encode(u32 c, u8* to) {
  if (c < 0x80) { to[0] = c; return 1; }
  const u32 n = c < 0x800 ? 2 : c < 0x10000 ? 3 : 4;
  for (u32 i = n - 1; i > 0; i--, c >>= 6) to[i] = 0x80 | (c & 0x3f);
  to[0] = (0xf00u >> n) | c;
  return n;
}
static bridge_text bridge_utf8(jsval s) {
  const u32 n = *(u32*)(MEM + (u32)s.val);
  u32 bytes = 0, wide = s.type == 67;
  u8 scratch[4];
  for (u32 i = 0; i < n;) { const u32 c = bridge_point(s, n, &i); wide |= c > 127; bytes += bridge_encode(c, scratch); }
  if (!wide) return (bridge_text){ MEM + (u32)s.val + 4, n };
  const u32 p = porf_bstr_new(bytes);
  u8* to = MEM + p + 4;
  for (u32 i = 0; i < n;) to += bridge_encode(bridge_point(s, n, &i), to);
  return (bridge_text){ MEM + p + 4, bytes };
}
static inline bridge_text bridge_pointer(u32 p) { return bridge_utf8(porf_box((f64)p, 195)); }
static inline f64 bridge_boxed(jsval v) { return v.val; }
static inline f64 bridge_double(f64 d) { return d; }
static inline f64 bridge_u64(u64 n) { return n > (1ull << 53) ? NAN : (f64)n; }
static inline f64 bridge_i64(i64 n) { return n > (1ll << 53) || n < -(1ll << 53) ? NAN : (f64)n; }
#define BRIDGE_NUMBER(x) _Generic((x), jsval: bridge_boxed, default: bridge_double)(x)
static inline i32 bridge_type(jsval v) { return porf_jv_type(v); }
static inline i32 bridge_no_type(f64 d) { return 1; }
#define BRIDGE_TYPE(x) _Generic((x), jsval: bridge_type, default: bridge_no_type)(x)
#define BRIDGE_TEXT(x) _Generic((x), jsval: bridge_utf8, default: bridge_pointer)(x)
#define BRIDGE_EXACT(n) _Generic((n), u64: bridge_u64, i64: bridge_i64, default: bridge_double)(n)
#define BRIDGE_RESULT(place, n) \\
  ((place) = _Generic((place), jsval: porf_box_num, default: bridge_double)(BRIDGE_EXACT(n)))
`;
