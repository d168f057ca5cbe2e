import {
	type Expression,
	type Field,
	type Function,
	type Integer,
	integers,
	isScalar,
	type Place,
	type Program,
	type Shape,
	type Struct,
	shapeOf,
	type Variable,
} from '../tree.ts';
import type { Random } from './random.ts';

/** A place that a name leads to; the indices on the way are still open. */
export interface Path {
	readonly shape: Shape;
	readonly isWritable: boolean;
	readonly build: (index: (length: number) => Expression) => Place;
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
	readonly program: { -readonly [Key in keyof Program]: Program[Key][number][] };
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
			structs: [],
			globals: [],
			functions: [],
			main: [],
		};
	}

	integer(): Integer {
		return this.random.chance(80) ? this.random.pick(this.#favoured) : this.random.pick(integers);
	}

	/** Runs `make` inside a new block, which may shadow names of outer ones, except for `kept`. */
	inBlock<T>(make: () => T, kept?: string): T {
		const outer = this.visible().flatMap(({ name }) => (name === kept ? [] : [name]));
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
			const { shape, build } = path;
			if (accept(shape)) found.push(path);
			if (isScalar(shape) || 'signature' in shape) return;
			if ('array' in shape) {
				const { array: element, length } = shape;
				walk({
					shape: element,
					isWritable: true,
					build: index => {
						const array = build(index);
						return { kind: 'element', array, index: index(length), length, shape: element };
					},
				});
				return;
			}
			for (const field of this.fieldsOf(shape)) {
				walk({
					shape: field.shape,
					isWritable: true,
					build: index => ({
						kind: 'field',
						object: build(index),
						name: field.name,
						shape: field.shape,
					}),
				});
			}
		};
		for (const variable of this.visible()) {
			const place: Place = { kind: 'variable', variable };
			walk({ shape: shapeOf(place), isWritable: !variable.isFixed, build: () => place });
		}
		for (const { name, shape } of this.program.globals) {
			const place: Place = { kind: 'global', name, shape };
			walk({ shape, isWritable: true, build: () => place });
		}
		if (this.self) {
			const place: Place = { kind: 'this', shape: { struct: this.self.name } };
			walk({ shape: place.shape, isWritable: true, build: () => place });
		}
		return found;
	}
}
