import { bitsOf, isScalar, type Shape } from './shapes.ts';
import type { Program } from './tree.ts';

/** Sizes and offsets in bytes by the rules that C and docs/dialect.md share; nothing of the compiler's. */
export interface Measure {
	readonly size: number;
	readonly alignment: number;
}

type Types = Pick<Program, 'structs' | 'enumerations'>;

export function measure(shape: Shape, types: Types): Measure {
	const plain = (size: number) => ({ size, alignment: size });
	if (isScalar(shape)) return plain(shape === 'boolean' ? 1 : bitsOf(shape) / 8);
	if ('array' in shape) {
		const { size, alignment } = measure(shape.array, types);
		return { size: size * shape.length, alignment };
	}
	if ('atomic' in shape) return measure(shape.atomic, types);
	if ('slice' in shape) return { size: 16, alignment: 8 };
	if ('signature' in shape || 'pointer' in shape) return plain(8);
	if ('enumeration' in shape) {
		const { type } = types.enumerations.find(({ name }) => name === shape.enumeration) ?? {
			type: 'u32' as const,
		};
		return plain(bitsOf(type) / 8);
	}
	return structure(shape.struct, types);
}

/** Where each field of a structure lies, and how large all of it is. */
export function structure(
	name: string,
	types: Types,
): Measure & { readonly offsets: readonly (readonly [string, number])[] } {
	let end = 0;
	let alignment = 1;
	const offsets: (readonly [string, number])[] = [];
	for (const field of types.structs.find(each => each.name === name)?.fields ?? []) {
		const inner = measure(field.shape, types);
		const start = Math.ceil(end / inner.alignment) * inner.alignment;
		offsets.push([field.name, start]);
		end = start + inner.size;
		alignment = Math.max(alignment, inner.alignment);
	}
	return { size: Math.ceil(end / alignment) * alignment, alignment, offsets };
}
