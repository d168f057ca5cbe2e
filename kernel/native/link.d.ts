declare module 'native:link' {
	/** Gives a function the C symbol `symbol`, for boot/*.S, the C library and Porffor's output. */
	export function exportSymbol(symbol: string, target: unknown): void;

	/** Gives a hart-local or module-level variable the C symbol `symbol`, for boot/*.S. */
	export function exportVariable(symbol: string, variable: unknown): void;

	/** The address of a symbol that the linker script or an assembly file defines. */
	export function symbolAddress(symbol: string): usize;

	/** An assembly or ordinary function, by its C symbol. `T` is a function type. */
	export function importFunction<T>(symbol: string): T;
}
