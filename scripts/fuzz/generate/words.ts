import type { Operand, Place } from '../nodes.ts';
import { atomicOperations, type Expression } from '../nodes.ts';
import { type Integer, isScalar, type Shape, sameShape } from '../shapes.ts';
import type { Clause, Printed, Statement } from '../tree.ts';
import { at, convert, reference } from './build.ts';
import { mentions } from './mentions.ts';
import { isPlain, signatureIn } from './parts.ts';
import type { Path } from './scope.ts';
import { Views } from './views.ts';

const integersOnly = { isDecided: false, depth: 2 };
const orderings = ['relaxed', 'acquire', 'release', 'acqRel'] as const;

/** Atomics, functions that may be missing, enums, accessors and print. */
export class Words extends Views {
	/** An operation on one of the program's atomic integers, whose result is used. */
	atomic(type: Integer | 'boolean', depth: number, wanted?: Path): Expression | undefined {
		const { random } = this;
		const found = this.pick(
			shape =>
				!isScalar(shape) &&
				'atomic' in shape &&
				isScalar(shape.atomic) &&
				(type === 'boolean' || shape.atomic === type),
		);
		const path = wanted ?? found;
		if (!path || isScalar(path.shape) || !('atomic' in path.shape)) return undefined;
		const of = path.shape.atomic as Integer;
		const value = () => this.expressions.integer(of, { isDecided: true, depth });
		const used = atomicOperations.filter(name => name !== 'store' && name !== 'compareExchange');
		const operation = type === 'boolean' ? 'compareExchange' : random.pick(used);
		const count = { load: 0, compareExchange: 2 }[String(operation)] ?? 1;
		const place = this.build(path);
		const ordering =
			operation === 'load' ? random.pick(orderings.slice(0, 2)) : random.pick(orderings);
		const operands = Array.from({ length: count }, value);
		return { kind: 'atomic', operation, type, place, operands, ordering };
	}

	/** Any operation on any of the program's atomic integers. */
	atomically(): Statement[] {
		const { random } = this;
		const path = this.pick(
			shape => !isScalar(shape) && 'atomic' in shape && isScalar(shape.atomic),
		);
		if (!path || isScalar(path.shape) || !('atomic' in path.shape)) return [];
		const type = path.shape.atomic as Integer;
		if (random.chance(80)) {
			const expression = this.atomic(type, 2, path);
			return expression ? [{ kind: 'note', expression }] : [];
		}
		const place = this.build(path);
		const operands = [this.expressions.integer(type, { isDecided: true, depth: 2 })];
		const ordering = random.pick(['relaxed', 'release']);
		const expression: Expression = {
			...{ kind: 'atomic', operation: 'store', type, place, operands, ordering },
		};
		return [{ kind: 'expression', expression }];
	}

	/** Takes a function out of an atomic or a field, and calls it if there is one. */
	handler(nesting: number): Statement[] {
		const { random } = this;
		// A variable may be known to be null here, or known not to be.
		const path = this.pick(
			shape => signatureIn(shape) !== undefined,
			each => !each.isVariable,
		);
		const signature = path && signatureIn(path.shape);
		if (!path || !signature) return [];
		const isAtomic = !isScalar(path.shape) && 'atomic' in path.shape;
		const place = this.build(path);
		const code = () => this.#codeOrNull(signature);
		const before = path.isWritable ? this.#change(path.shape, place, signature) : [];
		const value: Operand = isAtomic
			? {
					kind: 'taken',
					place,
					swapped: random.chance(30) ? code() : undefined,
					ordering: random.pick(['relaxed', 'acquire']),
				}
			: reference(place);
		const isDirect = !isAtomic && isPlain(place) && random.chance(80);
		const variable = this.declared({ signature, isNullable: true }, true);
		const held = isDirect ? place : at(variable);
		const call = this.expressions.callThrough(held, signature, 1);
		if (!call) return before;
		const isWanted = random.chance(80);
		const called: Statement[] = [{ kind: 'note', expression: call }];
		const none = isDirect ? [this.note()] : this.body(nesting);
		return [
			...before,
			{ kind: 'declare', variable, isConst: true, isAnnotated: random.chance(30), value },
			{
				kind: 'if',
				condition: { kind: 'isCode', type: 'boolean', place: held, isWanted },
				whenTrue: isWanted ? called : none,
				whenFalse: isWanted ? (random.chance(30) ? none : undefined) : called,
			},
		];
	}

	body(nesting: number) {
		return nesting < 3 ? this.around.body(1, nesting + 1) : [this.note()];
	}

	/** Another function, or none. tsc must not know which: it would narrow the place to it. */
	#codeOrNull(signature: string): Operand {
		const condition = this.expressions.condition(1);
		const fitting = this.scope.callable.filter(
			each => each.signature === signature && !this.expressions.isShort(each, signature),
		);
		const none: Operand = { kind: 'null' };
		const [first] = fitting;
		if (!first) return none;
		const code: Operand = { kind: 'code', name: this.random.pick(fitting).name };
		return { kind: 'choice', condition, whenTrue: code, whenFalse: none };
	}

	#change(shape: Shape, place: Place, signature: string): Statement[] {
		if (this.random.chance(40)) return [];
		const value = this.#codeOrNull(signature);
		if (value.kind === 'null') return [];
		if (!isScalar(shape) && 'atomic' in shape) {
			const expected: Operand = this.random.chance(50)
				? { kind: 'null' }
				: this.#codeOrNull(signature);
			return [{ kind: 'exchange', place, expected, desired: value }];
		}
		return [{ kind: 'point', place, value }];
	}

	/** A variable of an enum, and what can be done with one. */
	enumeration(nesting: number): Statement[] {
		const { random } = this;
		const { enumerations } = this.scope.program;
		if (enumerations.length === 0) return [];
		const { name, type, members } = random.pick(enumerations);
		const shape = { enumeration: name };
		const index = this.expressions.integer('u32', integersOnly);
		const stored = this.pick(
			each => !isScalar(each) && 'enumeration' in each && each.enumeration === name,
			each => !each.isVariable,
		);
		const value: Operand =
			stored && random.chance(40)
				? reference(this.build(stored))
				: { kind: 'pick', enumeration: name, index };
		const variable = this.declared(shape, true);
		const made: Statement[] = [
			{ kind: 'declare', variable, isConst: true, isAnnotated: random.chance(50), value },
		];
		const whole: Expression = { kind: 'read', type, place: at(variable) };
		const other = random.pick(members);
		const text = `${name}.${other.name}`;
		const constant: Expression = { kind: 'constant', type, text, value: other.value, isOpen: true };
		const to = this.scope.integer();
		const use = random.below(5);
		if (use === 0) return [...made, { kind: 'note', expression: convert(to, whole) }];
		const shown: Statement = { kind: 'print', parts: [{ name: at(variable) }, '\n'] };
		if (use === 1) return [...made, shown];
		if (use === 2) {
			const condition: Expression = {
				...{
					kind: 'compare',
					operator: random.pick(['===', '!==', '<', '>='] as const),
					type: 'boolean',
				},
				...{ of: type, left: whole, right: constant },
			};
			return [
				...made,
				{
					kind: 'if',
					condition,
					whenTrue: [shown],
					whenFalse: random.chance(50) ? [shown] : undefined,
				},
				{ kind: 'if', condition, whenTrue: this.body(nesting), whenFalse: undefined },
			];
		}
		if (use === 3) {
			const target = this.pick(each => !isScalar(each) && 'array' in each && isScalar(each.array));
			if (
				target &&
				!isScalar(target.shape) &&
				'array' in target.shape &&
				isScalar(target.shape.array)
			) {
				const { array, length } = target.shape;
				if (
					members.every(each => each.value >= 0n && each.value < BigInt(length)) ||
					random.chance(3)
				) {
					const place: Place = {
						kind: 'element',
						array: this.build(target),
						index: whole,
						shape: array,
					};
					return [...made, { kind: 'note', expression: { kind: 'read', type: array, place } }];
				}
			}
		}
		return [...made, this.#switch(name, whole, nesting, shown)];
	}

	/** A switch over an enum; in a clause `shown` prints it, where tsc knows which members it may be. */
	#switch(name: string, value: Expression, nesting: number, shown: Statement): Statement {
		const { random, scope } = this;
		const enumeration = scope.program.enumerations.find(each => each.name === name);
		const all = [...new Set(enumeration?.members.map(member => member.value))];
		const cases: (bigint | undefined)[] = random.shuffled([
			...random.shuffled(all).slice(0, 1 + random.below(all.length)),
			...(random.chance(60) ? [undefined] : []),
		]);
		const clauses: Clause[] = [];
		scope.breakable.push('switch');
		while (cases.length > 0) {
			const taken = cases.splice(0, random.chance(30) ? 2 : 1);
			const body = random.chance(40) ? [shown] : this.body(nesting);
			clauses.push({ cases: taken, body, hasBreak: cases.length > 0 });
		}
		scope.breakable.pop();
		return {
			kind: 'switch',
			label: [],
			value,
			...(enumeration ? { enumeration } : {}),
			clauses,
		};
	}

	/** Writes through an accessor. */
	set(): Statement[] {
		const { random } = this;
		const setters = this.scope.program.structs.flatMap(struct =>
			struct.accessors.filter(each => each.isSetter).map(each => ({ struct, accessor: each })),
		);
		if (setters.length === 0 || this.scope.self) return [];
		const { struct, accessor } = random.pick(setters);
		const path = this.pick(
			shape => !isScalar(shape) && 'struct' in shape && shape.struct === struct.name,
			each => !each.isFrozen,
		);
		if (!path) return [];
		const isMeant = (shape: Shape) => sameShape(shape, path.shape);
		let object = this.build(path);
		// Rather one that changes something when it is found.
		for (let i = 0; i < 8 && !mentions(object, '++'); i++) {
			const other = this.pick(isMeant, each => !each.isFrozen);
			if (other) object = this.build(other);
		}
		const type = accessor.result;
		const accessed = { object, struct: struct.name, name: accessor.name };
		if (type !== 'boolean' && random.chance(45)) {
			const { operator, value } = this.expressions.change(type, 1);
			return [{ kind: 'set', accessor: accessed, operator, type, value }];
		}
		const value = this.expressions.of(type, { isDecided: true, depth: 2 });
		return [{ kind: 'set', accessor: accessed, operator: undefined, type, value }];
	}

	print(): Statement[] {
		const { random } = this;
		const parts: Printed[] = [];
		for (let i = random.below(4); i >= 0; i--) {
			const kind = random.below(10);
			if (kind < 3) parts.push(random.pick(['x', ' and ', '{', '}}', '|', `'`, ' = ']));
			else if (kind === 3) parts.push({ text: random.pick(['text', '', 'a b', '\\', `'`]) });
			else {
				const value = this.expressions.of(this.around.type(), integersOnly);
				const isPlain = value.type === 'boolean';
				const base = isPlain ? '' : random.pick(['', '', 'x', 'o', 'b'] as const);
				const width = isPlain || random.chance(50) ? 0 : 1 + random.below(20);
				parts.push({ value, base, width, isZeroed: width > 0 && random.chance(50) });
			}
		}
		return [{ kind: 'print', parts: [...parts, '\n'] }];
	}

	/** The value of a field of the object, or of a getter. */
	get(type: Integer | 'boolean'): Expression | undefined {
		const getters = this.scope.program.structs.flatMap(struct =>
			struct.accessors
				.filter(each => !each.isSetter && each.result === type)
				.map(each => ({ struct: struct.name, name: each.name })),
		);
		if (getters.length === 0 || this.scope.self) return undefined;
		const { struct, name } = this.random.pick(getters);
		const path = this.pick(
			shape => !isScalar(shape) && 'struct' in shape && shape.struct === struct,
			each => !each.isFrozen,
		);
		if (!path) return undefined;
		return { kind: 'get', type, accessor: { object: this.build(path), struct, name } };
	}
}
