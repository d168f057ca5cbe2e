import type { MachineType, StructType } from './machine-type.ts';

/** Size and alignment in bytes, by the rules of the RISC-V psABI, LP64D ("C type details"). */
export interface Layout {
	readonly size: bigint;
	readonly alignment: bigint;
}

const roundUp = (value: bigint, alignment: bigint) =>
	((value + alignment - 1n) / alignment) * alignment;

/** Where each field of a structure lies, in bytes from its start. */
export function fieldOffsets(struct: StructType): ReadonlyMap<string, bigint> {
	const offsets = new Map<string, bigint>();
	let end = 0n;
	for (const field of struct.fields()) {
		const { size, alignment } = layoutOf(field.type);
		const start = roundUp(end, alignment);
		offsets.set(field.name, start);
		end = start + size;
	}
	return offsets;
}

/** Whether an array may have this many elements. */
export const isLength = (value: number): boolean =>
	Number.isInteger(value) && value >= 0 && value < 2 ** 31;

/** What an array takes at least: a structure may not have its fields yet. */
export function leastSize(type: MachineType): bigint {
	if (type.kind === 'array') return type.length * leastSize(type.element);
	return type.kind === 'struct' ? 1n : layoutOf(type).size;
}

/** How a type lies in memory. */
export function layoutOf(type: MachineType): Layout {
	switch (type.kind) {
		case 'integer':
			return { size: BigInt(type.bits / 8), alignment: BigInt(type.bits / 8) };
		case 'boolean':
			return { size: 1n, alignment: 1n };
		case 'string':
		case 'slice':
			return { size: 16n, alignment: 8n };
		case 'pointer':
		case 'function':
			return { size: 8n, alignment: 8n };
		case 'atomic':
		case 'register':
			return layoutOf(type.of);
		case 'array': {
			const element = layoutOf(type.element);
			return { size: element.size * type.length, alignment: element.alignment };
		}
		case 'struct': {
			let end = 0n;
			let alignment = 1n;
			for (const field of type.fields()) {
				const layout = layoutOf(field.type);
				end = roundUp(end, layout.alignment) + layout.size;
				if (layout.alignment > alignment) alignment = layout.alignment;
			}
			return { size: roundUp(end, alignment), alignment };
		}
		case 'constant':
		case 'void':
		case 'never':
		case 'null':
		case 'error':
			return { size: 0n, alignment: 1n };
	}
}
