import { type Expression, type Place, shapeOf, type Variable } from '../nodes.ts';
import { type Integer, integers, isScalar, type Shape } from '../shapes.ts';
import type { Field, Function, Program, Struct } from '../tree.ts';
import type { Random } from './random.ts';

/** A place that a name leads to; the indices on the way are still open. */
export interface Path {
	readonly shape: Shape;
	readonly isWritable: boolean;
	/** Nothing in it may be written. */
	readonly isFrozen: boolean;
	/** It is a variable's name alone, of which tsc may know more than its type. */
	readonly isVariable?: boolean;
	readonly build: (index: (length: number, isUnchecked?: boolean) => Expression) => Place;
}

/** Names that a user may take and C, gcc or the prelude would rather keep. */
const awkwardNames: readonly string[] = [
	...['int', 'int_', 'register', 'string', 'self', 'main', 'errno', 'checkIndex', 'divide_u8'],
	...['remainder_i32', 'panicIndex', 'array_u8_4', 'array_u32_2', '_t1', '_t2_', 't1', 'unix'],
	...['linux', 'bool', 'POSITION', 'e', 'NULL', 'asm', 'signed', 'double', 'struct'],
	...['auto', 'unsigned', 'short', 'long', 'char', 'float', 'extern', 'goto', 'inline', 'sizeof'],
];

/** What is being made of a program so far, and what the place being filled can see. */
export class Scope {
	readonly random: Random;
	readonly program: {
		-readonly [Key in Exclude<keyof Program, 'modules'>]: Program[Key][number][];
	};
	/** The function being made: its own and outer blocks, innermost last. */
	blocks: { variables: Variable[]; names: Set<string>; hidden: Set<string>; shadows: string[] }[] =
		[];
	/** Constants without a type that are bound in this function. */
	bound: { name: string; value: bigint; depth: number }[] = [];
	self: Struct | undefined;
	labels: { name: string; isLoop: boolean }[] = [];
	/** What an unlabelled `break` and `continue` would leave. */
	breakable: ('loop' | 'switch')[] = [];
	callable: readonly Function[] = [];
	#count = 0;
	/** The types that this program is mostly about, so that its variables meet. */
	readonly #favoured: readonly Integer[];

	constructor(random: Random) {
		this.random = random;
		this.#favoured = random.shuffled(integers).slice(0, 3);
		this.program = {
			constants: [],
			signatures: [],
			enumerations: [],
			structs: [],
			templates: [],
			globals: [],
			functions: [],
			main: [],
		};
	}

	integer(): Integer {
		return this.random.chance(80) ? this.random.pick(this.#favoured) : this.random.pick(integers);
	}

	/** Runs `make` inside a new block, which may shadow names of outer ones, except for `kept`; `*` is all. */
	inBlock<T>(make: () => T, kept?: string): T {
		const outer = this.visible().flatMap(({ name }) =>
			name === kept || kept === '*' ? [] : [name],
		);
		const shadows = outer.length > 0 && this.random.chance(25) ? [this.random.pick(outer)] : [];
		this.blocks.push({
			variables: [],
			names: new Set(),
			hidden: new Set(shadows),
			shadows: [...shadows],
		});
		const made = make();
		this.blocks.pop();
		this.bound = this.bound.filter(({ depth }) => depth <= this.blocks.length);
		return made;
	}

	#block() {
		const block = this.blocks.at(-1);
		if (!block) throw new Error('no block');
		return block;
	}

	/** A name for something declared in the innermost block. */
	name(): string {
		const block = this.#block();
		const used = (name: string) =>
			block.names.has(name) ||
			this.bound.some(bound => bound.name === name) ||
			this.blocks.some(({ variables }) => variables.some(variable => variable.name === name));
		const shadow = block.shadows.pop();
		const awkward = this.random.chance(12) ? this.random.pick(awkwardNames) : undefined;
		const name =
			shadow ?? (awkward !== undefined && !used(awkward) ? awkward : `v${this.#count++}`);
		block.names.add(name);
		return name;
	}

	variable(shape: Shape, isFixed: boolean): Variable {
		return { id: this.#count++, name: this.name(), shape, isFixed };
	}

	/** Makes a variable visible, once its initialiser is made. */
	declare(variable: Variable): void {
		this.#block().variables.push(variable);
	}

	visible(): readonly Variable[] {
		const seen = new Set<string>();
		const result: Variable[] = [];
		for (const { variables, hidden } of [...this.blocks].reverse()) {
			for (const variable of variables) if (!seen.has(variable.name)) result.push(variable);
			for (const variable of variables) seen.add(variable.name);
			for (const name of hidden) seen.add(name);
		}
		return result;
	}

	isVisible(bound: string): boolean {
		return !this.blocks.some(({ hidden }) => hidden.has(bound));
	}

	struct(shape: Shape): Struct | undefined {
		if (isScalar(shape) || !('struct' in shape)) return undefined;
		return this.program.structs.find(({ name }) => name === shape.struct) ?? this.self;
	}

	fieldsOf(shape: Shape): readonly Field[] {
		return this.struct(shape)?.fields ?? [];
	}

	/** Every place in sight whose shape `accept` wants. */
	paths(accept: (shape: Shape) => boolean): readonly Path[] {
		const found: Path[] = [];
		const walk = (path: Path): void => {
			const { shape, build, isFrozen } = path;
			if (accept(shape)) found.push(path);
			if (isScalar(shape)) return;
			const isWritable = !isFrozen;
			if ('array' in shape || 'slice' in shape) {
				const element = 'array' in shape ? shape.array : shape.slice;
				if (shape.length > 0)
					walk({
						shape: element,
						isFrozen,
						isWritable,
						build: index => {
							const array = build(index);
							return { kind: 'element', array, index: index(shape.length), shape: element };
						},
					});
			} else if ('pointer' in shape) {
				walk({
					shape: shape.pointer,
					isFrozen,
					isWritable,
					build: index => {
						const pointer = build(index);
						const at = index(shape.length, true);
						const isFirst = at.kind === 'constant' && at.value === 0n;
						const element = shape.pointer;
						return { kind: 'pointed', pointer, index: isFirst ? undefined : at, shape: element };
					},
				});
			} else if ('struct' in shape) {
				for (const { name, shape: inner } of this.fieldsOf(shape)) {
					walk({
						shape: inner,
						isFrozen,
						isWritable,
						build: index => ({ kind: 'field', object: build(index), name, shape: inner }),
					});
				}
			}
		};
		for (const variable of this.visible()) {
			const place: Place = { kind: 'variable', variable };
			const isFrozen = variable.isFrozen ?? false;
			const isWritable = !variable.isFixed;
			walk({ shape: shapeOf(place), isFrozen, isWritable, isVariable: true, build: () => place });
		}
		for (const { name, shape, isHart, table } of this.program.globals) {
			const place: Place = { kind: 'global', name, shape, ...(isHart ? { isHart } : {}) };
			const isFrozen = table !== undefined;
			walk({ shape, isFrozen, isWritable: !isFrozen, build: () => place });
		}
		if (this.self) {
			const place: Place = { kind: 'this', shape: { struct: this.self.name } };
			walk({ shape: place.shape, isFrozen: false, isWritable: true, build: () => place });
		}
		return found;
	}
}
