/**
 * The machine types. Each is `number` with an optional brand, so that plain tsc accepts literals and
 * arithmetic, keeps the name through inference, and refuses a `u64` where a `u32` belongs.
 *
 * Arithmetic wraps modulo 2ⁿ in its own type; mixed widths or signs need one of the conversions below.
 */

declare const machine: unique symbol;

declare type u8 = number & { readonly [machine]?: 'u8' };
declare type u16 = number & { readonly [machine]?: 'u16' };
declare type u32 = number & { readonly [machine]?: 'u32' };
declare type u64 = number & { readonly [machine]?: 'u64' };
declare type i8 = number & { readonly [machine]?: 'i8' };
declare type i16 = number & { readonly [machine]?: 'i16' };
declare type i32 = number & { readonly [machine]?: 'i32' };
declare type i64 = number & { readonly [machine]?: 'i64' };
/** As wide as an address: 64 bits on RV64. Indices, lengths, addresses, CSRs, interrupt numbers. */
declare type usize = number & { readonly [machine]?: 'usize' };
declare type isize = number & { readonly [machine]?: 'isize' };

/**
 * Truncates or extends to 8 bits, unsigned; and so does each of these as its name says: `u32(-1)` is
 * `0xffff_ffff`, `u8(true)` is 1.
 */
declare function u8(value: number | boolean): u8;
/** Truncates or extends to 16 bits, unsigned. */
declare function u16(value: number | boolean): u16;
/** Truncates or extends to 32 bits, unsigned. */
declare function u32(value: number | boolean): u32;
/** Truncates or extends to 64 bits, unsigned. */
declare function u64(value: number | boolean): u64;
/** Truncates or extends to 8 bits, signed. */
declare function i8(value: number | boolean): i8;
/** Truncates or extends to 16 bits, signed. */
declare function i16(value: number | boolean): i16;
/** Truncates or extends to 32 bits, signed. */
declare function i32(value: number | boolean): i32;
/** Truncates or extends to 64 bits, signed. */
declare function i64(value: number | boolean): i64;
/** Truncates or extends to the width of an address, unsigned. */
declare function usize(value: number | boolean): usize;
/** Truncates or extends to the width of an address, signed. */
declare function isize(value: number | boolean): isize;
