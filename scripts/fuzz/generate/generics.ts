import type { Expression, Place, Variable } from '../nodes.ts';
import {
	type Comparison,
	comparisons,
	type Integer,
	integers,
	isScalar,
	type Scalar,
	type Shape,
	typeParameter as T,
} from '../shapes.ts';
import type { Function, Statement, Struct } from '../tree.ts';
import { at, convert, element, field, literal, read, readOf, reference } from './build.ts';
import type { Random } from './random.ts';

/*
 * Generic code knows nothing of `T` but that it is an integer: it copies, compares and converts. Of `N` it
 * uses the length of an array. Its bodies are few, and varied; what they are called with is random.
 */

const array: Shape = { array: T, length: -1 };
const constraint = `<T extends ${integers.join(' | ')}, N extends number>`;

export class Generics {
	readonly #random: Random;
	#count = 100_000; // apart from the variables of other functions

	constructor(random: Random) {
		this.#random = random;
	}

	#variable(name: string, shape: Shape): Variable {
		return { id: this.#count++, name, shape, isFixed: true };
	}

	#compare(of: Integer, left: Expression, right: Expression, operator?: Comparison): Expression {
		const chosen = operator ?? this.#random.pick(comparisons);
		return { kind: 'compare', operator: chosen, type: 'boolean', of, left, right };
	}

	/** The element that wins all comparisons, beginning with `start`. */
	#best(values: Place, start: Expression): Statement[] {
		const best = this.#variable('best', T);
		const item = this.#variable('item', T);
		const wins = this.#compare(T, readOf(item), readOf(best));
		const taken: Statement = {
			kind: 'expression',
			expression: { kind: 'assign', type: T, place: at(best), value: readOf(item) },
		};
		return [
			{ kind: 'declare', variable: best, isConst: false, isAnnotated: true, value: start },
			{
				...{ kind: 'forOf', label: [], isConst: true, of: reference(values) },
				pattern: { kind: 'name', variable: item },
				body: [{ kind: 'if', condition: wins, whenTrue: [taken], whenFalse: undefined }],
			},
			{ kind: 'return', value: readOf(best) },
		];
	}

	/** `index % length`, as an index that is never out of range. */
	#within(values: Place, index: Expression): Expression {
		const right: Expression = { kind: 'length', type: 'usize', place: values };
		return { kind: 'binary', operator: '%', type: 'usize', left: index, right };
	}

	functions(): Function[] {
		const values = this.#variable('values', array);
		const value = this.#variable('value', T);
		const other = this.#variable('other', T);
		const isFirst = this.#variable('isFirst', 'boolean');
		const total = this.#variable('total', 'u64');
		const item = this.#variable('item', T);
		const make = (parameters: Variable[], result: Scalar, body: Statement[]): Function => ({
			...{ name: '', parameters, result, body, isArrow: false, signature: undefined },
			generic: parameters.includes(values)
				? constraint
				: constraint.replace(', N extends number', ''),
		});
		const sum: Expression = {
			kind: 'compound',
			...{ operator: this.#random.pick(['+', '^', '-'] as const), type: 'u64', place: at(total) },
			value: convert('u64', readOf(item)),
		};
		const choice: Expression = {
			kind: 'conditional',
			type: T,
			condition: readOf(isFirst),
			whenTrue: readOf(value),
			whenFalse: {
				...{ kind: 'conditional', type: T, whenTrue: readOf(other), whenFalse: readOf(value) },
				condition: this.#compare(T, readOf(value), readOf(other)),
			},
		};
		const start = literal('u64', this.#random.below(9));
		const all: (() => Function)[] = [
			() => make([values, value], T, this.#best(at(values), readOf(value))),
			() => make([value, other, isFirst], T, [{ kind: 'return', value: choice }]),
			() =>
				make([values], 'u64', [
					{ kind: 'declare', variable: total, isConst: false, isAnnotated: true, value: start },
					{
						...{ kind: 'forOf', label: [], isConst: true, of: reference(at(values)) },
						pattern: { kind: 'name', variable: item },
						body: [{ kind: 'expression', expression: sum }],
					},
					{ kind: 'return', value: readOf(total) },
				]),
			() => make([values, value, isFirst], T, this.#exchange(at(values), value, isFirst)),
		];
		return this.#random
			.shuffled(all)
			.slice(0, 1 + this.#random.below(2))
			.map(each => each());
	}

	/** Puts a value in, and gives the one that another place holds. */
	#exchange(values: Place, value: Variable, isFirst: Variable): Statement[] {
		const index = convert('usize', readOf(isFirst));
		const place = element(values, this.#within(values, index), T);
		const last = element(values, this.#within(values, literal('usize', 7)), T);
		return [
			{
				kind: 'expression',
				expression: { kind: 'assign', type: T, place, value: readOf(value) },
			},
			{ kind: 'return', value: read(last) },
		];
	}

	/** A class of a few `T`, and an instance of it for each of `types`. */
	classes(
		name: string,
		types: readonly (readonly [Integer, number])[],
	): { template: Struct; instances: Struct[] } {
		const self: Place = { kind: 'this', shape: { struct: name } };
		const items = field(self, 'items', array);
		const count = field(self, 'count', 'usize');
		const last = field(self, 'last', T);
		const item = this.#variable('item', T);
		const index = this.#variable('index', 'usize');
		const make = (method: string, parameters: Variable[], result: Scalar, body: Statement[]) => ({
			...{ name: method, parameters, result, body, isArrow: false, signature: undefined },
		});
		const put = (place: Place, value: Expression): Statement => ({
			...{ kind: 'expression', expression: { kind: 'assign', type: value.type, place, value } },
		});
		const length: Expression = { kind: 'length', type: 'usize', place: items };
		const full = this.#compare('usize', read(count), length, '>=');
		const step: Expression = {
			...{ kind: 'step', operator: '++', isPrefix: false, type: 'usize', place: count },
		};
		const give = (value: Expression): Statement => ({ kind: 'return', value });
		const truth = (value: boolean): Expression => ({
			...{
				kind: 'constant',
				type: 'boolean',
				text: `${value}`,
				value: value ? 1n : 0n,
				isOpen: true,
			},
		});
		const methods: Function[] = [
			make('push', [item], 'boolean', [
				{ kind: 'if', condition: full, whenTrue: [give(truth(false))], whenFalse: undefined },
				put(element(items, step, T), readOf(item)),
				give(truth(true)),
			]),
			make('at', [index], T, [give(read(element(items, this.#within(items, readOf(index)), T)))]),
			make('keep', [item], T, [put(last, readOf(item)), give(read(last))]),
			make('best', [item], T, this.#best(items, readOf(item))),
		];
		const getter = make('spare', [], 'usize', [
			give({ kind: 'binary', operator: '-', type: 'usize', left: length, right: read(count) }),
		]);
		const fields = this.#random.shuffled([
			{ name: 'items', shape: array },
			{ name: 'count', shape: 'usize' as const },
			{ name: 'last', shape: T },
		]);
		const template: Struct = {
			...{ name, isClass: true, fields, filled: [], methods, statics: [], hasLayout: false },
			accessors: [getter],
			generic: { parameters: constraint },
		};
		const instances = types.map(
			([type, size]): Struct => ({
				...template,
				name: `${name}<${type}, ${size}>`,
				fields: fields.map(each => ({ ...each, shape: instance(each.shape, type, size) })),
				methods: methods.map(each => ({
					...each,
					parameters: each.parameters.map(p => ({ ...p, shape: instance(p.shape, type, size) })),
					result: each.result === T ? type : each.result,
				})),
				generic: 'instance',
				length: size,
			}),
		);
		return { template, instances };
	}
}

/** A shape with `T` and `N` known. */
export function instance(shape: Shape, type: Integer, length: number): Shape {
	if (isScalar(shape)) return shape === T ? type : shape;
	if ('array' in shape && shape.length < 0)
		return { array: instance(shape.array, type, length), length };
	return shape;
}
