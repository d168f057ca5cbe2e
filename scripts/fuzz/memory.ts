import type { Callee, Expression, Initial, Operand, Place } from './nodes.ts';
import { Panic, TooLong } from './semantics.ts';
import { isScalar, type Shape } from './shapes.ts';
import { elementsOf, type Frame, present, type Storage } from './storage.ts';
import type { Body, Program, Struct } from './tree.ts';

/** The state of the reference: objects, the trace, and the budget of steps. */
export abstract class Memory {
	readonly program: Program;
	readonly covered = new Set<string>();
	trace = 0xcbf2_9ce4_8422_2325n;
	printed = '';
	fuel: number;
	readonly #globals = new Map<string, Storage>();

	constructor(program: Program, fuel: number) {
		this.program = program;
		this.fuel = fuel;
		if (program.structs.some(({ hasLayout }) => hasLayout)) this.cover('layout');
		if (program.modules > 1) this.cover('several modules');
		for (const global of program.globals) this.#globals.set(global.name, this.#global(global));
	}

	#global({ shape, values, table }: Program['globals'][number]): Storage {
		if (table && 'elements' in table) {
			this.cover('arrayOf');
			return { elements: table.elements.map(element => this.operand(element, new Map())) };
		}
		if (table && !isScalar(shape) && 'array' in shape) {
			this.cover('arrayFrom');
			const cells = Array.from({ length: shape.length }, (_, i) => {
				const frame = new Map([[table.index.id, { cell: BigInt(i) }]]);
				return { cell: this.expression(table.element, frame) };
			});
			return { elements: cells };
		}
		const numbers = values.map(value => this.expression(value, new Map()));
		if (isScalar(shape)) return { cell: numbers[0] ?? 0n };
		if ('atomic' in shape && isScalar(shape.atomic)) return { cell: numbers[0] ?? 0n };
		return this.#filled(shape, numbers);
	}

	abstract expression(node: Expression, frame: Frame): bigint;
	protected abstract call(
		parameters: readonly { readonly id: number }[],
		body: Body,
		values: readonly Storage[],
		self: Storage | undefined,
	): bigint | undefined;

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

	place(place: Place, frame: Frame): Storage {
		this.spend();
		switch (place.kind) {
			case 'variable':
				return present(frame.get(place.variable.id));
			case 'global':
				if (place.isHart) this.cover('hartLocal object');
				return present(this.#globals.get(place.name));
			case 'this':
				return present(frame.get(-1));
			case 'field': {
				const object = this.place(place.object, frame);
				return present('fields' in object ? object.fields.get(place.name) : undefined);
			}
			case 'element': {
				const elements = elementsOf(this.place(place.array, frame));
				const index = BigInt.asUintN(64, this.expression(place.index, frame));
				this.cover(`[] ${place.index.type}`);
				if (index < BigInt(elements.length)) return present(elements[Number(index)]);
				this.cover('index panic');
				throw new Panic(place, `index ${index} of ${elements.length}`);
			}
			case 'pointed': {
				const pointer = this.#pointer(place.pointer, frame);
				this.cover(place.index ? 'pointer index' : 'pointer target');
				const index = place.index ? this.expression(place.index, frame) : 0n;
				return present(pointer.target[pointer.at + Number(index)]);
			}
		}
	}

	#pointer(place: Place, frame: Frame) {
		const pointer = this.place(place, frame);
		if (!('target' in pointer)) throw new Error('no pointer');
		return pointer;
	}

	/** An element as a pointer to it. */
	#address(element: Place, frame: Frame) {
		if (element.kind !== 'element') throw new Error('no element');
		const { elements } = { elements: elementsOf(this.place(element.array, frame)) };
		const at = Number(this.expression(element.index, frame));
		return { target: elements, at };
	}

	operand(node: Operand, frame: Frame): Storage {
		switch (node.kind) {
			case 'reference': {
				const place = this.place(node.place, frame);
				return 'code' in place || 'cell' in place ? { ...place } : place;
			}
			case 'code':
				return { code: node.name };
			case 'null':
				return { code: '' };
			case 'slice': {
				const elements = elementsOf(this.place(node.of, frame));
				const from = node.from ? BigInt.asUintN(64, this.expression(node.from, frame)) : 0n;
				const length = BigInt(elements.length);
				const to = node.to ? BigInt.asUintN(64, this.expression(node.to, frame)) : length;
				if (to > length || from > to) {
					this.cover('slice panic');
					const [wrong, limit] = to > length ? [to, length] : [from, to];
					throw new Panic(node, `index ${wrong} of ${limit}`);
				}
				this.cover(from === to ? 'empty slice' : 'slice');
				return { elements: elements.slice(Number(from), Number(to)) };
			}
			case 'sliceAt': {
				const { target, at } = this.#address(node.element, frame);
				this.cover('sliceAt');
				return { elements: target.slice(at, at + node.length) };
			}
			case 'text':
				this.cover('bytesOf');
				return { elements: [...Buffer.from(node.text)].map(byte => ({ cell: BigInt(byte) })) };
			case 'address':
				return this.#address(node.element, frame);
			case 'offset': {
				const { target, at } = this.#pointer(node.pointer, frame);
				this.cover('offset');
				return { target, at: at + Number(this.expression(node.by, frame)) };
			}
			case 'choice': {
				this.cover('?: of references');
				const isTrue = this.expression(node.condition, frame);
				return this.operand(isTrue ? node.whenTrue : node.whenFalse, frame);
			}
			case 'pick': {
				const { members } = present(
					this.program.enumerations.find(({ name }) => name === node.enumeration),
				);
				const index = this.expression(node.index, frame) % BigInt(members.length);
				return { cell: present(members[Number(index)]).value };
			}
			case 'taken': {
				const cell = this.place(node.place, frame);
				const next = node.swapped && this.operand(node.swapped, frame);
				if (!('code' in cell)) throw new Error('no function');
				const old = { ...cell };
				if (next && 'code' in next) cell.code = next.code;
				this.cover(`${next ? 'swap' : 'load'} of a function`);
				return old;
			}
			default:
				return { cell: this.expression(node, frame) };
		}
	}

	/** The function that a call reaches, and the object that it is a method of. */
	#target(callee: Callee, frame: Frame) {
		const { functions, structs } = this.program;
		const named = (list: readonly Struct[] | undefined, name: string) =>
			list?.find(struct => struct.name === name);
		switch (callee.kind) {
			case 'method': {
				const object = this.place(callee.object, frame);
				const struct = named(structs, callee.struct);
				if (struct?.generic) this.cover('generic class');
				return { object, list: struct?.methods, name: callee.name };
			}
			case 'static':
				return {
					object: undefined,
					list: named(structs, callee.struct)?.statics,
					name: callee.name,
				};
			case 'indirect': {
				const code = this.place(callee.place, frame);
				if (callee.place.kind === 'element') this.cover('call through a table');
				if (callee.place.kind === 'field') this.cover('call through a field');
				return { object: undefined, list: functions, name: 'code' in code ? code.code : '' };
			}
			case 'function':
				return { object: undefined, list: functions, name: callee.name };
		}
	}

	callExpression(node: Expression & { kind: 'call' }, frame: Frame): bigint {
		const { object, list, name } = this.#target(node.callee, frame);
		const values = node.operands.map(operand => this.operand(operand, frame));
		const target = present(list?.find(candidate => candidate.name === name));
		this.cover(`call ${target.isArrow ? 'arrow' : target.generic ? 'generic' : node.callee.kind}`);
		return present(this.call(target.parameters, target.body, values, object));
	}

	/** Calls the getter, or the setter with a value. */
	access(struct: string, name: string, object: Storage, value: bigint | undefined): bigint {
		const { accessors } = present(this.program.structs.find(each => each.name === struct));
		const isSetter = value !== undefined;
		const target = present(
			accessors.find(each => each.name === name && (each.isSetter ?? false) === isSetter),
		);
		this.cover(isSetter ? 'setter' : 'getter');
		return (
			this.call(target.parameters, target.body, isSetter ? [{ cell: value }] : [], object) ?? 0n
		);
	}

	/** Makes an object; the values in it are computed in the order of the source. */
	initial(shape: Shape, initial: Initial, frame: Frame): Storage {
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
				isInitial ? this.initial(field.shape, value, frame) : { ...this.operand(value, frame) },
			);
		}
		return { fields };
	}

	#struct(shape: Shape): Struct {
		if (isScalar(shape) || !('struct' in shape)) throw new Error('no structure');
		return present(this.program.structs.find(({ name }) => name === shape.struct));
	}

	#zero(shape: Shape): Storage {
		if (isScalar(shape) || 'enumeration' in shape) return { cell: 0n };
		if ('atomic' in shape) return this.#zero(shape.atomic);
		if ('signature' in shape) return { code: '' };
		if ('slice' in shape || 'pointer' in shape) throw new Error('a pointer has no zero');
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
