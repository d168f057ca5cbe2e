/**
 * What stands before every generated program: the machine types by name, and the checks whose failure
 * ends in kernel/trap/panic.ts. C leaves division by zero and `INT_MIN / -1` undefined ([C11] 6.5.5);
 * both are closed here. The index check is a macro: of a function, gcc 12 would store the panic's
 * operands before it looks at the index.
 */
export function prelude(target: 'riscv64' | 'host'): string {
	return [
		types,
		...['u8', 'u16', 'u32', 'u64'].flatMap(type => [
			divide(type, '/', 'divide'),
			divide(type, '%', 'remainder'),
		]),
		...['i8', 'i16', 'i32', 'i64'].flatMap(type => signedDivide(type, target)),
	].join('\n');
}

const types = `/* Generated from TypeScript by scripts/native. */
typedef __UINT8_TYPE__ u8; typedef __UINT16_TYPE__ u16; typedef __UINT32_TYPE__ u32; typedef unsigned long u64;
typedef __INT8_TYPE__ i8; typedef __INT16_TYPE__ i16; typedef __INT32_TYPE__ i32; typedef long i64;
typedef u64 usize; typedef i64 isize; typedef _Bool bool;
typedef struct { const u8 *bytes; u64 length; } string;
_Noreturn void panicMessage(string message, string file, u32 line);
_Noreturn void panicIndex(u64 index, u64 length, string file, u32 line);
_Noreturn void panicDivision(string file, u32 line);
#define POSITION(file) ((string){(const u8 *)file, sizeof(file) - 1})
#define checkIndex(index, length, position, line) ({ u64 __index = (index); \\
	if (__builtin_expect(__index >= (length), 0)) panicIndex(__index, length, position, line); __index; })
static inline __attribute__((always_inline)) void checkRange(u64 from, u64 to, u64 length, string file, u32 line) {
	if (__builtin_expect(to > length, 0)) panicIndex(to, length, file, line);
	if (__builtin_expect(from > to, 0)) panicIndex(from, to, file, line);
}`;

const divide = (type: string, operator: string, name: string) =>
	`static inline __attribute__((always_inline)) ${type} ${name}_${type}(${type} a, ${type} b, string file, u32 line) {
	if (__builtin_expect(b == 0, 0)) panicDivision(file, line);
	return (${type})(a ${operator} b);
}`;

function signedDivide(type: string, target: 'riscv64' | 'host'): string[] {
	// `div` and `rem` give INT_MIN and 0 themselves: [UNPRIV] "Division Operations". gcc is kept from
	// reasoning with C's rule by hiding the divisor.
	const isHidden = target === 'riscv64' && (type === 'i32' || type === 'i64');
	const minimum = (result: string) =>
		isHidden ? '__asm__ ("" : "+r" (b));' : `if (b == -1) return ${result};`;
	const unsigned = type.replace('i', 'u');
	const body = (operator: string, name: string, result: string) =>
		`static inline __attribute__((always_inline)) ${type} ${name}_${type}(${type} a, ${type} b, string file, u32 line) {
	if (__builtin_expect(b == 0, 0)) panicDivision(file, line);
	${minimum(result)}
	return (${type})(a ${operator} b);
}`;
	return [body('/', 'divide', `(${type})(0 - (${unsigned})a)`), body('%', 'remainder', '0')];
}
