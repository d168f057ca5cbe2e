import { insertBefore } from './anchor.ts';
import { patchOwnFunctions } from './own-functions.ts';

/**
 * Checks indices of strings and typed arrays. Porffor reads and writes whatever lies there; in
 * JavaScript an element that does not exist is undefined, and writing to it does nothing
 * ([ECMA] "TypedArray Exotic Objects", "String Exotic Objects"). What is stored is converted first.
 */
export function patchIndices(c: string): string {
	const staticEnd = /#define PORF_STATIC_END (\d+)u\n/;
	if (!staticEnd.test(c)) throw new Error("Porffor's static data is not laid out as in alpha.7");
	let patched = c.replace(
		staticEnd,
		'#define PORF_NOWHERE $1u\n#define PORF_STATIC_END ($1u + 32u)\n',
	);
	patched = patchOwnFunctions(patched, checkIndices);
	return insertBefore(patched, '// ToString for + and template literals\n', checks);
}

function checkIndices(text: string): string {
	let patched = text;
	patched = patched.replaceAll(boxedRead, (_all, type: string, view: string, at: string) => {
		const index = indexOf(at, sizeOf(type));
		const place = `*(${type}*)(MEM + porf_view_at((u32)${view}.val, ${index}, ${sizeOf(type)}u) + 4u)`;
		return `(porf_has_element((u32)${view}.val, ${index}) ? porf_box_num((f64)(${place})) : JV_UNDEFINED)`;
	});
	patched = patched.replaceAll(
		write,
		(_all, place: string, view: string, at: string, between: string, type: string, value: string) =>
			`${place} = porf_view_at((u32)${view}.val, ${indexOf(at, sizeOf(type))}, ${sizeOf(type)}u);\n` +
			`${between}*(${type}*)(MEM + ${place} + 4u) = ${stored(value)};\n`,
	);
	patched = patched.replaceAll(
		character,
		(_all, _place: string, type: string, text: string, at: string, result: string) =>
			`${result} = porf_character_${type}(${text}, ${indexOf(at, sizeOf(type))});`,
	);
	return patched;
}

/** An index in the C: a double that is scaled, or a constant number of bytes. */
const index = String.raw`(porf_f64_to_u32\((?:[^()]|\((?:[^()]|\([^()]*\))*\))*\)(?: \* \du)?|\d+u)`;
const element = String.raw`\*\(u32\*\)\(MEM \+ \(u32\)(\w+)\.val \+ 4u\) \+ ${index}`;

const boxedRead = new RegExp(
	String.raw`porf_box_num\((?:\(f64\)\()?\*\((\w+)\*\)\(MEM \+ ${element} \+ 4u\)\)?\)`,
	'g',
);
const write = new RegExp(
	String.raw`(\w+) = ${element};\n((?:(?![\t ]*\1 = ).*\n){0,40}?[\t ]*)\*\((\w+)\*\)\(MEM \+ \1 \+ 4u\) = (.*);\n`,
	'g',
);
const character = new RegExp(
	String.raw`(\w+) = porf_alloc\(8, (?:195|67)u\);\n[\t ]*\*\(u32\*\)\(MEM \+ \1\) = 1u;\n` +
		String.raw`[\t ]*\*\((u8|u16)\*\)\(MEM \+ \1 \+ 4u\) = \*\(\2\*\)\(MEM \+ \(u32\)(\w+)\.val \+ 4u \+ ${index}\);\n` +
		String.raw`[\t ]*(\w+) = porf_box\(\1, (?:195|67)\);`,
	'g',
);

/** What is stored of a value: modulo the size of the element, where Porffor takes the nearest that fits. */
function stored(value: string): string {
	const clamped = /^porf_f64_to_u32\(porf_f64_min\(porf_f64_max\((.*), 0\.0\), 255\.0\)\)$/.exec(
		value,
	);
	if (clamped?.[1] !== undefined) return `porf_clamp(${numeric(clamped[1])})`;
	const [, sign, whole] = /^porf_f64_to_([ui])32\((.*)\)$/.exec(value) ?? [];
	if (whole === undefined) return numeric(value);
	return sign === 'u'
		? `(u32)porf_to_int32(${numeric(whole)})`
		: `porf_to_int32(${numeric(whole)})`;
}

/** A value that is not known to be a number, which Porffor takes for one. */
function numeric(value: string): string {
	const boxed = /^\((\w+)\.val\)$/.exec(value)?.[1];
	return boxed === undefined ? value : `porf_to_num(${boxed})`;
}

/** The element's index as a double. */
function indexOf(at: string, size: number): string {
	if (/^\d+u$/.test(at)) return `${Number.parseInt(at, 10) / size}.0`;
	return at.slice('porf_f64_to_u32('.length, at.lastIndexOf(')'));
}

function sizeOf(type: string): number {
	const bits = /(8|16|32|64)/.exec(type);
	if (bits === null) throw new Error(`Porffor's output has an element of type ${type}`);
	return Number(bits[0]) / 8;
}

const checks = `\
static inline int porf_has_element(u32 object, f64 index) {
  const u32 i = porf_f64_to_u32(index);
  return (f64)i == index && i < *(u32*)(MEM + object);
}
static inline u32 porf_view_at(u32 view, f64 index, u32 size) {
  if (!porf_has_element(view, index)) return PORF_NOWHERE;
  return *(u32*)(MEM + view + 4u) + porf_f64_to_u32(index) * size;
}
static inline u8 porf_clamp(f64 d) {
  return d > 0 ? d < 255 ? (u8)rint(d) : 255 : 0;
}
static jsval porf_character_u8(jsval text, f64 index) {
  if (!porf_has_element((u32)text.val, index)) return JV_UNDEFINED;
  const u8 unit = *(u8*)(MEM + (u32)text.val + 4u + porf_f64_to_u32(index));
  const u32 p = porf_alloc(8, 195u);
  *(u32*)(MEM + p) = 1u;
  *(u8*)(MEM + p + 4u) = unit;
  return porf_box(p, 195);
}
static jsval porf_character_u16(jsval text, f64 index) {
  if (!porf_has_element((u32)text.val, index)) return JV_UNDEFINED;
  const u16 unit = *(u16*)(MEM + (u32)text.val + 4u + porf_f64_to_u32(index) * 2u);
  const u32 p = porf_alloc(8, 67u);
  *(u32*)(MEM + p) = 1u;
  *(u16*)(MEM + p + 4u) = unit;
  return porf_box(p, 67);
}

`;
