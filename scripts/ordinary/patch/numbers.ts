import { insertBefore, replaceAnchor } from './anchor.ts';

/**
 * Numbers as [ECMA] "Number::toString" writes them: the shortest digits that read back as the same
 * number, and `1e+21` or `1e-7` beyond 21 places before or 6 zeros after the point.
 */
const numberLayout = `    } else {
      char e[40], digits[20];
      int precision = isnormal(d) ? 15 : 1, count = 0;
      for (;; precision++) {
        snprintf(e, sizeof e, "%.*e", precision - 1, fabs(d));
        if (strtod(e, NULL) == fabs(d) || precision == 17) break;
      }
      const char* q = e;
      for (; *q && *q != 'e'; q++) if (*q != '.') digits[count++] = *q;
      const int point = atoi(q + 1) + 1;
      while (count > 1 && digits[count - 1] == '0') count--;
      n = 0;
      if (d < 0) buf[n++] = '-';
      if (0 < point && point <= 21) {
        for (int i = 0; i < count || i < point; i++) {
          if (i == point) buf[n++] = '.';
          buf[n++] = i < count ? digits[i] : '0';
        }
      } else if (-6 < point && point <= 0) {
        buf[n++] = '0'; buf[n++] = '.';
        for (int i = point; i < 0; i++) buf[n++] = '0';
        for (int i = 0; i < count; i++) buf[n++] = digits[i];
      } else {
        buf[n++] = digits[0];
        if (count > 1) buf[n++] = '.';
        for (int i = 1; i < count; i++) buf[n++] = digits[i];
        n += snprintf(buf + n, sizeof buf - n, "e%c%d", point > 0 ? '+' : '-', abs(point - 1));
      }
    }
`;

/** `~x` takes x modulo 2³² ([ECMA] "ToInt32"); Porffor's conversion saturates. */
const wrappingConversion = `static inline i32 porf_to_int32(f64 d) {
  if (d - d != 0) return 0;
  if (d >= -2147483648.0 && d < 2147483648.0) return (i32)d;
  d = fmod(trunc(d), 4294967296.0);
  return (i32)(u32)(i64)d;
}

`;

/** Repairs how numbers become text, and `~`. */
export function patchNumbers(c: string): string {
	let patched = c;
	if (c.includes('static jsval porf_num_to_str(f64 d) {')) {
		patched = replaceAnchor(
			patched,
			'else if (d == trunc(d) && fabs(d) < 18446744073709551616.0) {',
			'else if (d == trunc(d) && fabs(d) < 9007199254740992.0) {',
		);
		const start = patched.indexOf(
			'    } else if (d == trunc(d) && fabs(d) < 1e21) n = snprintf(buf, sizeof buf, "%.0f", d);\n',
		);
		const after = '  const u32 s = porf_bstr_new((u32)n);\n';
		const end = patched.indexOf(after, start);
		if (start < 0 || end < 0) throw new Error("Porffor's porf_num_to_str is not that of alpha.7");
		patched = patched.slice(0, start) + numberLayout + patched.slice(end);
	}
	patched = insertBefore(patched, '// saturating f64 -> int', wrappingConversion);
	return patched.replaceAll('~porf_f64_to_i32(', '~porf_to_int32(');
}
