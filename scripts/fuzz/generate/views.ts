import type { Expression, Operand, Place, Variable } from '../nodes.ts';
import { isScalar, type Scalar, type Shape, sameShape } from '../shapes.ts';
import type { Body, Pattern, Statement } from '../tree.ts';
import { at, changes, convert, element, literal, readOf, reference } from './build.ts';
import type { Expressions } from './expressions.ts';
import { canIterate, elementOf, hasParts, lengthOf } from './parts.ts';
import type { Path, Scope } from './scope.ts';

/** What a form wants of the statements that it stands among. */
export interface Surroundings {
	readonly scope: Scope;
	readonly expressions: Expressions;
	type(): Scalar;
	/** Labels and body of a loop, in a block of its own, after `declare` has declared what it begins with. */
	loop(nesting: number, declare: () => void): { label: readonly string[]; body: Body };
	/** Some statements in a block of their own. */
	body(count: number, nesting: number): Body;
}

const undecided = { isDecided: false, depth: 2 };
const texts = ['a', 'trap', 'line 7: ok', `it's {}`, 'back\\slash', 'näh', '€ 5'];

/** Loops over elements, patterns, slices and pointers. */
export class Views {
	readonly around: Surroundings;

	constructor(around: Surroundings) {
		this.around = around;
	}

	get scope(): Scope {
		return this.around.scope;
	}
	get random() {
		return this.scope.random;
	}
	get expressions(): Expressions {
		return this.around.expressions;
	}

	pick(accept: (shape: Shape) => boolean, wants: (path: Path) => boolean = () => true) {
		const paths = this.scope.paths(accept).filter(wants);
		return paths.length > 0 ? this.random.pick(paths) : undefined;
	}

	build(path: Path): Place {
		return this.expressions.build(path, 1);
	}

	declared(shape: Shape, isFixed: boolean, isFrozen = false): Variable {
		const variable = { ...this.scope.variable(shape, isFixed), isFrozen };
		this.scope.declare(variable);
		return variable;
	}

	/** `for (… of …)` over an array, a slice of one, or the bytes of a text. */
	forOf(nesting: number): Statement[] {
		const source = this.#elements();
		if (!source) return [];
		const { of, shape, isFrozen } = source;
		const isConst = this.random.chance(70);
		let pattern: Pattern | undefined;
		const { label, body } = this.around.loop(nesting, () => {
			pattern = this.pattern(shape, isConst, isFrozen, 1);
		});
		if (!pattern) return [];
		const changed = isConst || this.random.chance(50) ? [] : changes(pattern);
		// The body may shadow names of the pattern.
		const rest: Body = changed.length > 0 ? [...changed, { kind: 'block', label: [], body }] : body;
		return [{ kind: 'forOf', label, isConst, pattern, of, body: rest }];
	}

	#elements(): { of: Operand; shape: Shape; isFrozen: boolean } | undefined {
		if (this.random.chance(8))
			return { of: { kind: 'text', text: this.random.pick(texts) }, shape: 'u8', isFrozen: true };
		const path = this.pick(shape => canIterate(shape));
		if (!path) return undefined;
		const shape = elementOf(path.shape);
		const { isFrozen } = path;
		if (this.random.chance(60)) return { of: reference(this.build(path)), shape, isFrozen };
		return { of: this.sliceOf(path).operand, shape, isFrozen };
	}

	/** `slice(…)` of what a path leads to, and how many elements it has at least. */
	sliceOf(path: Path): { operand: Operand; length: number } {
		const { random } = this;
		const of = this.build(path);
		const known = lengthOf(path.shape);
		const isArray = !isScalar(path.shape) && 'array' in path.shape;
		const bound = (value: number): Expression => literal('usize', value);
		const from = random.below(known + 1);
		const make = (first?: Expression, last?: Expression, length = 0) => ({
			operand: { kind: 'slice', of, from: first, to: last } as const,
			length,
		});
		switch (random.below(6)) {
			case 0:
				return make(undefined, undefined, known);
			case 1:
				return make(bound(from), undefined, known - from);
			case 2: {
				const to = from + random.below(known - from + 1);
				return make(bound(from), bound(to), to - from);
			}
			case 3: {
				const first = this.#bound(known);
				return make(isArray ? first : bound(from), undefined, isArray ? 0 : known - from);
			}
			case 4:
				return make(bound(0), this.#bound(known));
			default:
				// Sometimes there are none such.
				return random.chance(20)
					? make(bound(from + 1), bound(from + random.below(3)))
					: make(bound(from), bound(from));
		}
	}

	/** A computed number of elements, from 0 to `known`. */
	#bound(known: number): Expression {
		const index = this.expressions.index(known + 1, 1, true);
		return index.type === 'usize' ? index : convert('usize', index);
	}

	slice(): Statement[] {
		const { random } = this;
		if (random.chance(12)) {
			const text = random.pick(texts);
			const length = Buffer.from(text).length;
			const variable = this.declared({ slice: 'u8', length }, true, true);
			return [this.#declare(variable, { kind: 'text', text }, random.chance(50))];
		}
		const path = this.pick(canIterate);
		if (!path) return [];
		const shape = elementOf(path.shape);
		const isConst = random.chance(70);
		const known = lengthOf(path.shape);
		let made = this.sliceOf(path);
		if (random.chance(30) && known > 0) {
			const place = this.build(path);
			const from = random.below(known);
			const length = 1 + random.below(known - from);
			const of = element(place, literal('usize', from), shape);
			made = { operand: { kind: 'sliceAt', element: of, length }, length };
		}
		const { length, operand } = made;
		const variable = this.declared({ slice: shape, length }, isConst, path.isFrozen);
		const declare = this.#declare(variable, operand, isConst, random.chance(50));
		const measure: Statement = {
			kind: 'note',
			expression: { kind: 'length', type: 'usize', place: at(variable) },
		};
		return random.chance(40) ? [declare, measure] : [declare];
	}

	#declare(variable: Variable, value: Operand, isConst: boolean, isAnnotated = false): Statement {
		return { kind: 'declare', variable, isConst, isAnnotated, value };
	}

	/** Another value for a variable that is a slice or a pointer: the same again, moved or chosen. */
	rebind(): Statement[] {
		const isView = (shape: Shape) => !isScalar(shape) && ('slice' in shape || 'pointer' in shape);
		const variables = this.scope
			.visible()
			.filter(({ shape, isFixed }) => isView(shape) && !isFixed);
		if (variables.length === 0) return [];
		const variable = this.random.pick(variables);
		const isSame = (path: Path) => path.isFrozen === (variable.isFrozen ?? false);
		const other = () => this.pick(shape => sameShape(shape, variable.shape), isSame);
		const [a, b] = [other(), other()];
		if (!a || !b) return [];
		const value: Operand = {
			kind: 'choice',
			condition: this.expressions.condition(1),
			whenTrue: reference(this.build(a)),
			whenFalse: reference(this.build(b)),
		};
		return [{ kind: 'rebind', variable, value }];
	}

	/** `addressOf(…)` and `offset(…)`. */
	pointer(): Statement[] {
		const { random } = this;
		const isScalars = (shape: Shape) => canIterate(shape) && isScalar(elementOf(shape));
		const from = this.pick(shape => !isScalar(shape) && 'pointer' in shape && shape.length > 1);
		if (from && random.chance(50) && !isScalar(from.shape) && 'pointer' in from.shape) {
			const { pointer, length } = from.shape;
			const by = 1 + random.below(length - 1);
			const shape = { pointer, length: length - by };
			const variable = this.declared(shape, true, from.isFrozen);
			const place = this.build(from);
			const value: Operand = { kind: 'offset', pointer: place, by: literal('usize', by) };
			return [this.#declare(variable, value, true)];
		}
		const path = this.pick(shape => isScalars(shape) && lengthOf(shape) > 0);
		if (!path) return [];
		const length = lengthOf(path.shape);
		const start = random.below(length);
		const shape = elementOf(path.shape);
		const place = this.build(path);
		const of = element(place, literal('usize', start), shape);
		const value: Operand = { kind: 'address', element: of };
		if (random.chance(30)) return this.#walk(shape, value, length - start);
		const isConst = random.chance(70);
		const pointed = { pointer: shape, length: length - start };
		const variable = this.declared(pointed, isConst, path.isFrozen);
		return [this.#declare(variable, value, isConst)];
	}

	/** A pointer that moves over `length` elements. */
	#walk(shape: Shape, value: Operand, length: number): Statement[] {
		const type = isScalar(shape) ? shape : 'u8';
		const pointer = this.scope.variable({ pointer: shape, length: 1 }, false);
		const counter = this.scope.variable('u32', true);
		const moved: Operand = { kind: 'offset', pointer: at(pointer), by: literal('usize', 1) };
		const target: Place = { kind: 'pointed', pointer: at(pointer), index: undefined, shape };
		const body: Statement[] = [
			{ kind: 'note', expression: { kind: 'read', type, place: target } },
			{ kind: 'rebind', variable: pointer, value: moved },
		];
		const condition: Expression = {
			...{ kind: 'compare', operator: '<', type: 'boolean', of: 'u32' },
			...{ left: readOf(counter), right: literal('u32', length) },
		};
		const step: Expression = {
			...{ kind: 'step', operator: '++', isPrefix: false, type: 'u32', place: at(counter) },
		};
		return [
			this.#declare(pointer, value, false),
			{ kind: 'for', label: [], counter, start: literal('u32', 0), condition, step, body },
		];
	}

	destructure(): Statement[] {
		const canTake = (shape: Shape) =>
			!isScalar(shape) &&
			('array' in shape ? shape.length > 0 : this.scope.fieldsOf(shape).some(hasParts));
		const path = this.pick(canTake);
		if (!path) return [];
		const place = this.build(path);
		const isConst = this.random.chance(70);
		const pattern = this.pattern(path.shape, isConst, path.isFrozen, 2, true);
		return [{ kind: 'destructure', isConst, pattern, place }];
	}

	/** Names for the parts of something; `isTaken` if it must be taken apart. */
	pattern(
		shape: Shape,
		isConst: boolean,
		isFrozen: boolean,
		depth: number,
		isTaken = false,
	): Pattern {
		const { random } = this;
		const inner = (part: Shape) => this.pattern(part, isConst, isFrozen, depth - 1);
		if (!isScalar(shape) && depth > 0 && (isTaken || random.chance(50))) {
			if ('array' in shape) {
				const count = 1 + random.below(Math.min(shape.length, 4));
				const parts = Array.from({ length: count }, (_, i) =>
					i < count - 1 && random.chance(30) ? undefined : inner(shape.array),
				);
				return { kind: 'elements', parts };
			}
			const fields = this.scope.fieldsOf(shape).filter(hasParts);
			const taken = random.shuffled(fields).slice(0, 1 + random.below(3));
			if (taken.length > 0) {
				const parts = taken.map(each => [each.name, inner(each.shape)] as const);
				return { kind: 'fields', parts };
			}
		}
		// Objects are references, and stay what they are.
		const isFixed = isConst || (!isScalar(shape) && !('signature' in shape));
		return { kind: 'name', variable: this.declared(shape, isFixed, isFrozen) };
	}

	/** A reference to one of two objects. */
	choice(): Statement[] {
		const { structs } = this.scope.program;
		if (structs.length === 0) return [];
		const shape = { struct: this.random.pick(structs).name };
		const wanted = (path: Path) => !path.isFrozen;
		const a = this.pick(each => sameShape(each, shape), wanted);
		const b = this.pick(each => sameShape(each, shape), wanted);
		if (!a || !b) return [];
		const value: Operand = {
			kind: 'choice',
			condition: this.expressions.condition(1),
			whenTrue: reference(this.build(a)),
			whenFalse: reference(this.build(b)),
		};
		const variable = this.declared(shape, true);
		return [this.#declare(variable, value, true, this.random.chance(50))];
	}

	/** A note of any value, as the last resort of a form that finds nothing. */
	note(): Statement {
		const expression = this.expressions.of(this.around.type(), undecided);
		return { kind: 'note', expression: convert('u64', expression) };
	}
}
