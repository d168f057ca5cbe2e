/**
 * Stands in for lib.d.ts in the native world: what TypeScript itself needs to know, and nothing that
 * would need a heap. Everything else is imported from a `native:*` module.
 */

interface Array<T> {
	readonly length: number;
	[index: number]: T;
}
interface Boolean {}
interface CallableFunction {}
interface Function {}
interface IArguments {}
interface NewableFunction {}
interface Number {}
interface Object {}
interface RegExp {}
interface String {}
interface TemplateStringsArray {}

interface SymbolConstructor {
	readonly iterator: unique symbol;
}
declare const Symbol: SymbolConstructor;
interface IteratorYieldResult<T> {
	done?: false;
	value: T;
}
interface IteratorReturnResult<T> {
	done: true;
	value: T;
}
type IteratorResult<T, Return = unknown> = IteratorYieldResult<T> | IteratorReturnResult<Return>;
interface Iterator<T, Return = unknown, Next = unknown> {
	next(): IteratorResult<T, Return>;
}
interface Iterable<T, Return = unknown, Next = unknown> {
	[Symbol.iterator](): Iterator<T, Return, Next>;
}
interface IterableIterator<T, Return = unknown, Next = unknown> extends Iterator<T, Return, Next> {
	[Symbol.iterator](): IterableIterator<T, Return, Next>;
}
