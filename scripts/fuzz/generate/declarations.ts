import type { Expression, Initial, Operand } from '../nodes.ts';
import { integers, isScalar, type Scalar, type Shape } from '../shapes.ts';
import type { Statement } from '../tree.ts';
import { literal } from './build.ts';
import { openConstant } from './constants.ts';
import { Expressions } from './expressions.ts';
import type { Random } from './random.ts';
import type { Scope } from './scope.ts';

/** How deep the expressions in statements go. */
export const depth = 3;
export const decided = { isDecided: true, depth };
export const undecided = { isDecided: false, depth };

/** Makes declarations of variables, references, objects and constants. */
export class Declarations {
	readonly scope: Scope;
	readonly expressions: Expressions;

	constructor(scope: Scope) {
		this.scope = scope;
		this.expressions = new Expressions(scope);
	}

	get random(): Random {
		return this.scope.random;
	}

	declare(): Statement {
		const { random, program } = this.scope;
		if (program.signatures.length > 0 && random.chance(12)) {
			const { name } = random.pick(program.signatures);
			const value = this.expressions.operand({ signature: name }, 1);
			if (value) return this.#variable({ signature: name }, value, false, true);
		}
		if (program.structs.length > 0 && random.chance(12)) {
			const { name: struct } = random.pick(program.structs);
			const shape = { struct };
			const value = this.expressions.operand(shape, 2);
			if (value) return this.#variable(shape, value, true, random.chance(50));
		}
		const type = this.type();
		const isAnnotated = random.chance(70);
		const value = this.expressions.of(type, isAnnotated ? decided : undecided);
		return this.#variable(type, value, random.chance(35), isAnnotated);
	}

	#variable(
		shape: Shape,
		value: (Statement & { kind: 'declare' })['value'],
		isConst: boolean,
		isAnnotated: boolean,
	): Statement {
		// tsc infers `number` for arithmetic, and would take any integer for it: a `let` says its type.
		const isPlain = isConst && !isAnnotated;
		const variable = this.scope.variable(shape, isConst);
		this.scope.declare(variable);
		return { kind: 'declare', variable, isConst, isAnnotated: !isPlain, value };
	}

	object(): Statement {
		const { random, program } = this.scope;
		const { structs } = program;
		const struct = structs.length > 0 && random.chance(65) && random.pick(structs);
		const element = structs.length > 0 && random.chance(35) && random.pick(structs);
		const shape: Shape = struct
			? { struct: struct.name }
			: {
					array: element
						? { struct: element.name }
						: random.chance(40)
							? { array: this.type(), length: random.pick([1, 2, 3]) }
							: this.type(),
					length: random.pick([1, 2, 3, 4, 8]),
				};
		const initial: Initial =
			struct && random.chance(80)
				? struct.isClass
					? { kind: 'new', operands: this.#constructed(struct.name) }
					: this.#literal(shape)
				: { kind: 'zeroed' };
		const variable = this.scope.variable(shape, true);
		this.scope.declare(variable);
		return { kind: 'object', variable, initial };
	}

	/** Arguments of `new`: constants and variables. */
	#constructed(name: string): Expression[] {
		const struct = this.scope.program.structs.find(candidate => candidate.name === name);
		if (struct?.length !== undefined) return [literal('usize', struct.length)];
		return (struct?.filled ?? []).map((filled): Expression => {
			const shape = struct?.fields.find(field => field.name === filled)?.shape ?? 'u8';
			const type = isScalar(shape) ? shape : 'u8';
			const variables = this.scope.visible().filter(variable => variable.shape === type);
			if (variables.length > 0 && this.random.chance(60)) {
				const variable = this.random.pick(variables);
				return { kind: 'read', type, place: { kind: 'variable', variable } };
			}
			if (type === 'boolean') {
				const value = BigInt(this.random.below(2));
				return { kind: 'constant', type, text: `${value === 1n}`, value, isOpen: true };
			}
			return this.expressions.constant(type);
		});
	}

	/** `{ … }` with its fields in any order, each computed. */
	#literal(shape: Shape): Initial {
		const fields = this.random.shuffled(this.scope.fieldsOf(shape));
		return {
			kind: 'object',
			fields: fields.map((field): readonly [string, Operand | Initial] => {
				if (isScalar(field.shape)) return [field.name, this.expressions.of(field.shape, decided)];
				if ('signature' in field.shape) {
					const { signature } = field.shape;
					const code = this.random.chance(60)
						? this.expressions.operand({ signature }, 1)
						: undefined;
					return [field.name, code ?? { kind: 'null' }];
				}
				if ('enumeration' in field.shape) {
					const index = this.expressions.of('u32', undecided);
					return [field.name, { kind: 'pick', enumeration: field.shape.enumeration, index }];
				}
				const inner = this.scope.struct(field.shape);
				const isLiteral = inner && !inner.isClass && this.random.chance(70);
				return [field.name, isLiteral ? this.#literal(field.shape) : { kind: 'zeroed' }];
			}),
		};
	}

	bind(): Statement {
		const type = this.random.pick(integers);
		const { text, value } = openConstant(this.random, type);
		const name = this.scope.name();
		// Only what is written exactly: a complement has another value in each type that it meets.
		if (!text.startsWith('~'))
			this.scope.bound.push({ name, value, depth: this.scope.blocks.length });
		return { kind: 'bind', name, text };
	}

	type(): Scalar {
		return this.random.chance(10) ? 'boolean' : this.scope.integer();
	}
}
