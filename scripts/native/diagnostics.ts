/**
 * Every diagnostic of the native compiler, a chapter in each file, sorted by code. A code is never used again
 * for something else.
 *
 * 10xx modules · 12xx memory that harts share · 2xxx types and conversions · 30xx names and control flow · 31xx to 34xx what TypeScript has
 * and native code does not · 35xx operands · 4xxx memory and layout · 5xxx intrinsics · 6xxx the boundary between the worlds ·
 * 7xxx proofs · 9xxx the compiler itself
 */

export * from './diagnostics/control.ts';
export type { Diagnostic, Finding, Mistake } from './diagnostics/define.ts';
export { at, nowhere } from './diagnostics/define.ts';
export * from './diagnostics/intrinsics.ts';
export * from './diagnostics/library.ts';
export * from './diagnostics/memory.ts';
export * from './diagnostics/modules.ts';
export * from './diagnostics/operands.ts';
export * from './diagnostics/proofs.ts';
export * from './diagnostics/refused-declarations.ts';
export * from './diagnostics/refused-expressions.ts';
export * from './diagnostics/refused-types.ts';
export * from './diagnostics/shared.ts';
export * from './diagnostics/types.ts';
