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
