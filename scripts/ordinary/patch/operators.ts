import { insertBefore, replaceAnchor } from './anchor.ts';
import { patchOwnFunctions } from './own-functions.ts';

/**
 * Lets operators convert what they are given: [ECMA] "Type Conversion". In Porffor's C a string is no number
 * to `*` or `<`, and an object nothing to `+`, `<` and `==`; its library has the conversions, where a
 * program needs them.
 */
export function patchOperators(c: string): string {
	const toNumber = nameOf(c, '__ecma262_ToNumber');
	const toPrimitive = nameOf(c, '__ecma262_ToPrimitive_Number');
	if (toNumber === undefined || toPrimitive === undefined) return c;

	let patched = insertBefore(
		c,
		'// basic ToNumber (string parsing arrives with builtins port)\n',
		`jsval ${toNumber}(jsval);\njsval ${toPrimitive}(jsval);\n${conversions(toPrimitive)}`,
	);
	patched = replaceAnchor(
		patched,
		'  if (t == 7 && (u32)v.val == 0) return 0.0; // null\n' +
			'  return porf_bits_to_f64(0x7FF8000000000000ull); // NaN\n',
		'  if (t == 7 && (u32)v.val == 0) return 0.0; // null\n' +
			`  if (t > 5) return ${toNumber}(v).val;\n` +
			'  return porf_bits_to_f64(0x7FF8000000000000ull); // NaN\n',
	);
	patched = replaceAnchor(
		patched,
		'    return porf_box_num(a.val + b.val);\n  if (porf_is_strlike(a)',
		'    return porf_box_num(a.val + b.val);\n' +
			'  a = porf_primitive(a);\n  b = porf_primitive(b);\n  if (porf_is_strlike(a)',
	);
	patched = replaceAnchor(
		patched,
		'static inline i32 porf_cmp(jsval a, jsval b) {\n',
		'static inline i32 porf_cmp(jsval a, jsval b) {\n' +
			'  if (porf_jv_is_num(a) && porf_jv_is_num(b))\n' +
			'    return a.val < b.val ? -1 : a.val > b.val ? 1 : a.val == b.val ? 0 : 2;\n' +
			'  a = porf_primitive(a);\n  b = porf_primitive(b);\n',
	);
	patched = replaceAnchor(
		patched,
		'    const int c = memcmp(MEM + pa + 4, MEM + pb + 4, n);\n' +
			'    if (c != 0) return c < 0 ? -1 : 1;\n',
		'    for (u32 i = 0; i < n; i++) {\n' +
			'      const u32 x = porf_unit(a, i), y = porf_unit(b, i);\n' +
			'      if (x != y) return x < y ? -1 : 1;\n' +
			'    }\n',
	);
	return looseEquality(patched);
}

/** The name that a function of Porffor's library has in this C, if it is there and takes one value. */
function nameOf(c: string, name: string): string | undefined {
	return new RegExp(String.raw`^jsval (p\d+_${name})\(jsval\);`, 'm').exec(c)?.[1];
}

function conversions(toPrimitive: string): string {
	return `\
static inline int porf_is_object(jsval v) {
  const i32 t = v.type;
  return t > 5 && t != 67 && t != 195 && !(t == 7 && (u32)v.val == 0);
}
static inline jsval porf_primitive(jsval v) {
  return porf_is_object(v) ? ${toPrimitive}(v) : v;
}
static inline u32 porf_unit(jsval s, u32 i) {
  return s.type == 67 ? ((const u16*)(MEM + (u32)s.val + 4))[i] : MEM[(u32)s.val + 4 + i];
}
`;
}

/** Porffor's own library compares objects with numbers by \`==\`: only what the app wrote converts. */
function looseEquality(c: string): string {
	const own = `\
static jsval porf_u_eq_number(jsval v) { return porf_box_num(porf_to_num(v)); }
static i32 porf_u_loose_eq(jsval a, jsval b) {
  const i32 ta = porf_jv_type(a), tb = porf_jv_type(b);
  if (ta == 0 || tb == 0 || (ta == 7 && (u32)a.val == 0) || (tb == 7 && (u32)b.val == 0))
    return porf_loose_eq(a, b);
  if (porf_is_object(a) && porf_is_object(b)) return porf_loose_eq(a, b);
  a = porf_primitive(a);
  b = porf_primitive(b);
  if (porf_is_strlike(a) && porf_is_strlike(b)) return porf_loose_eq(a, b);
  if (a.type == 5 || b.type == 5) return porf_loose_eq(a, b);
  const f64 x = porf_u_eq_number(a).val, y = porf_u_eq_number(b).val;
  return x == y;
}

`;
	const patched = insertBefore(c, '// === : numbers as f64', own);
	return patchOwnFunctions(patched, text => text.replaceAll('porf_loose_eq(', 'porf_u_loose_eq('));
}
