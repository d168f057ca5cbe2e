import { Panic, TooLong } from './semantics.ts';
import {
	type Body,
	type Expression,
	type Initial,
	isScalar,
	type Operand,
	type Place,
	type Program,
	type Shape,
} from './tree.ts';

/** What a variable, field or element is at run time. A reference to an object is the object. */
export type Storage =
	| { cell: bigint }
	| { code: string }
	| { readonly fields: ReadonlyMap<string, Storage> }
	| { readonly elements: readonly Storage[] };

/** The state of the reference: objects, the trace, and the budget of steps. */
export abstract class Memory {
	readonly program: Program;
	readonly covered = new Set<string>();
	trace = 0xcbf2_9ce4_8422_2325n;
	fuel: number;
	readonly #globals = new Map<string, Storage>();

	constructor(program: Program, fuel: number) {
		this.program = program;
		this.fuel = fuel;
		for (const { name, shape, values } of program.globals) {
			const numbers = values.map(value => this.expression(value, new Map()));
			if (isScalar(shape)) this.#globals.set(name, { cell: numbers[0] ?? 0n });
			else this.#globals.set(name, this.#filled(shape, numbers));
		}
	}

	abstract expression(node: Expression, frame: Map<number, Storage>): bigint;
	protected abstract call(
		parameters: readonly { readonly id: number }[],
		body: Body,
		values: readonly Storage[],
		self: Storage | undefined,
	): bigint;

	spend(): void {
		if (this.fuel-- <= 0) throw new TooLong('the program takes too long');
	}

	note(value: bigint): void {
		this.trace = BigInt.asUintN(64, (this.trace ^ BigInt.asUintN(64, value)) * 0x100_0000_01b3n);
	}

	cover(what: string): void {
		this.covered.add(what);
	}

	coverBinary(operator: string, type: string, left: Expression, right: Expression): void {
		const hasConstant = left.kind === 'constant' || right.kind === 'constant';
		this.covered.add(`${operator} ${type}${hasConstant ? ' constant' : ''}`);
	}

	read(storage: Storage): bigint {
		if (!('cell' in storage)) throw new Error('reading an object');
		return storage.cell;
	}

	write(storage: Storage, value: bigint): bigint {
		if (!('cell' in storage)) throw new Error('writing to an object');
		storage.cell = value;
		return value;
	}

	place(place: Place, frame: Map<number, Storage>): Storage {
		this.spend();
		switch (place.kind) {
			case 'variable':
				return present(frame.get(place.variable.id));
			case 'global':
				return present(this.#globals.get(place.name));
			case 'this':
				return present(frame.get(-1));
			case 'field': {
				const object = this.place(place.object, frame);
				return present('fields' in object ? object.fields.get(place.name) : undefined);
			}
			case 'element': {
				const array = this.place(place.array, frame);
				const index = BigInt.asUintN(64, this.expression(place.index, frame));
				this.cover(`[] ${place.index.type}`);
				if (index >= BigInt(place.length))
					throw new Panic(place, `index ${index} of ${place.length}`);
				return present('elements' in array ? array.elements[Number(index)] : undefined);
			}
		}
	}

	operand(node: Operand, frame: Map<number, Storage>): Storage {
		if (node.kind === 'reference') {
			const place = this.place(node.place, frame);
			return 'code' in place ? { ...place } : place;
		}
		return node.kind === 'code' ? { code: node.name } : { cell: this.expression(node, frame) };
	}

	callExpression(node: Expression & { kind: 'call' }, frame: Map<number, Storage>): bigint {
		const { callee } = node;
		const object = callee.kind === 'method' ? this.place(callee.object, frame) : undefined;
		const code = callee.kind === 'indirect' ? this.place(callee.place, frame) : undefined;
		const name = code && 'code' in code ? code.code : callee.kind === 'indirect' ? '' : callee.name;
		const values = node.operands.map(operand => this.operand(operand, frame));
		const { functions, structs } = this.program;
		const candidates =
			callee.kind === 'method'
				? structs.find(struct => struct.name === callee.struct)?.methods
				: functions;
		const target = present(candidates?.find(candidate => candidate.name === name));
		this.cover(`call ${target.isArrow ? 'arrow' : callee.kind}`);
		return this.call(target.parameters, target.body, values, object);
	}

	/** Makes an object; the values in it are computed in the order of the source. */
	initial(shape: Shape, initial: Initial, frame: Map<number, Storage>): Storage {
		if (initial.kind === 'zeroed') return this.#zero(shape);
		if (initial.kind === 'new') {
			const values = initial.operands.map(operand => this.expression(operand, frame));
			return this.#filled(shape, values);
		}
		const fields = new Map<string, Storage>();
		const struct = this.#struct(shape);
		for (const [name, value] of initial.fields) {
			const field = present(struct.fields.find(candidate => candidate.name === name));
			const isInitial = value.kind === 'zeroed' || value.kind === 'object' || value.kind === 'new';
			fields.set(
				name,
				isInitial
					? this.initial(field.shape, value, frame)
					: { cell: this.expression(value, frame) },
			);
		}
		return { fields };
	}

	#struct(shape: Shape) {
		if (isScalar(shape) || !('struct' in shape)) throw new Error('no structure');
		return present(this.program.structs.find(({ name }) => name === shape.struct));
	}

	#zero(shape: Shape): Storage {
		if (isScalar(shape)) return { cell: 0n };
		if ('signature' in shape) throw new Error('a function pointer has no zero');
		if ('array' in shape)
			return { elements: Array.from({ length: shape.length }, () => this.#zero(shape.array)) };
		const { fields } = this.#struct(shape);
		return { fields: new Map(fields.map(field => [field.name, this.#zero(field.shape)])) };
	}

	#filled(shape: Shape, values: readonly bigint[]): Storage {
		const object = this.#zero(shape);
		if (values.length === 0) return object;
		for (const [i, name] of this.#struct(shape).filled.entries()) {
			if ('fields' in object) this.write(present(object.fields.get(name)), values[i] ?? 0n);
		}
		return object;
	}
}

function present<T>(value: T | undefined): T {
	if (value === undefined) throw new Error('the program is not well formed');
	return value;
}
