declare module 'native:asm' {
	/**
	 * Assembly as a last resort. `{name}` in the template is the input of that name, in a register;
	 * `{result}` is the register of the result; several results are the fields of an interface, each a
	 * register by its name. It is never removed nor reordered with other `asm`. Clobbers are register names
	 * and `'memory'`.
	 *
	 * `asm<usize>('csrr {result}, mhartid')`, `const both = asm<Quotient>('div {quotient}, …')`, `asm('sd {value}, 0({address})', { value, address }, 'memory')`
	 */
	export function asm<Result = void>(
		template: string,
		inputs?: { readonly [name: string]: unknown },
		...clobbers: readonly string[]
	): Result;
}
