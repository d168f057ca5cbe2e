import { type Expression, type Operand, type Place, shapeOf } from '../nodes.ts';
import {
	type Integer,
	isScalar,
	isSigned,
	type Scalar,
	type Shape,
	sameShape,
	typeParameter as T,
} from '../shapes.ts';
import type { Function } from '../tree.ts';
import { known } from './constants.ts';
import type { Random } from './random.ts';
import type { Path, Scope } from './scope.ts';

/** What a read takes along by value. */
const isCopied = (shape: Shape) =>
	isScalar(shape) || 'signature' in shape || 'enumeration' in shape;

/** What may stand where an expression is wanted. */
export interface Wanted {
	/** The surroundings decide the type of a constant. */
	readonly isDecided: boolean;
	readonly depth: number;
}

export const decided = (depth: number): Wanted => ({ isDecided: true, depth });
export const undecided = (depth: number): Wanted => ({ isDecided: false, depth });

/** Makes places, calls and their operands, of the expressions that a subclass makes. */
export abstract class Operands {
	readonly scope: Scope;

	constructor(scope: Scope) {
		this.scope = scope;
	}

	get random(): Random {
		return this.scope.random;
	}

	abstract of(type: Scalar, wanted: Wanted): Expression;
	/** A getter, or an operation on an atomic; set by who knows them. */
	more: (type: Scalar, depth: number) => Expression | undefined = () => undefined;
	abstract integer(type: Integer, wanted: Wanted): Expression;

	small(type: Integer, value: bigint, like?: Expression): Expression {
		const isOpen = like === undefined || (like.kind === 'constant' && like.isOpen);
		return { kind: 'constant', type, text: `${value}`, value, isOpen };
	}

	/** A place of this shape, with indices that are seldom out of range. */
	place(shape: Shape, depth: number, isWritten: boolean): Place | undefined {
		const paths = this.scope
			.paths(candidate => sameShape(candidate, shape))
			.filter(path => (isWritten ? path.isWritable : !path.isFrozen || isCopied(path.shape)));
		if (paths.length === 0) return undefined;
		return this.build(this.random.pick(paths), depth);
	}

	build(path: Path, depth: number): Place {
		return path.build((length, isUnchecked) => this.index(length, depth, isUnchecked));
	}

	index(length: number, depth: number, isUnchecked = false): Expression {
		const random = this.random;
		const constant = (): Expression => {
			const value = BigInt(random.below(length));
			return { kind: 'constant', type: 'usize', text: `${value}`, value, isOpen: true };
		};
		if (random.chance(depth > 0 ? 25 : 50)) return constant();
		const type = this.scope.integer();
		const stepped = depth > 0 && random.chance(20) ? this.place(type, 0, true) : undefined;
		const value: Expression = stepped
			? { kind: 'step', operator: '++', isPrefix: random.chance(50), type, place: stepped }
			: this.integer(type, undecided(Math.max(depth - 1, 0)));
		if (known(value) !== undefined) return constant();
		if (random.chance(2) && !isUnchecked) return value;
		const unsigned: Integer = isSigned(type) ? 'u32' : type;
		const left: Expression = isSigned(type)
			? { kind: 'convert', type: unsigned, operand: value }
			: value;
		const right = this.small(unsigned, BigInt(length));
		return { kind: 'binary', operator: '%', type: unsigned, left, right };
	}

	/** A call of anything that has this result. */
	call(type: Scalar, depth: number): Expression | undefined {
		const { random, program } = this.scope;
		const methods = program.structs.flatMap(struct =>
			struct.methods.filter(({ result }) => result === type).map(method => ({ struct, method })),
		);
		const signatures = program.signatures.filter(({ result }) => result === type);
		const kind = random.weighted({ named: 3, method: 3, indirect: 4, static: 2, generic: 2 });
		if (kind === 'method' && methods.length > 0 && !this.scope.self) {
			const { struct, method } = random.pick(methods);
			const object = this.place({ struct: struct.name }, depth, false);
			const operands = object && this.operands(method, depth);
			if (!object || !operands) return undefined;
			const callee = { kind: 'method', object, struct: struct.name, name: method.name } as const;
			return { kind: 'call', type, callee, operands };
		}
		if (kind === 'indirect' && signatures.length > 0) {
			const signature = random.pick(signatures);
			const place = this.place({ signature: signature.name }, depth, false);
			return place ? this.callThrough(place, signature.name, depth) : this.#named(type, depth);
		}
		const statics = program.structs.flatMap(({ name: struct, statics }) =>
			statics.filter(({ result }) => result === type).map(each => ({ struct, ...each })),
		);
		if (kind === 'static' && statics.length > 0 && !this.scope.self) {
			const { struct, name, ...target } = random.pick(statics);
			const operands = this.operands(target, depth);
			return operands && { kind: 'call', type, callee: { kind: 'static', struct, name }, operands };
		}
		if (kind === 'generic') return this.#generic(type, depth) ?? this.#named(type, depth);
		return this.#named(type, depth);
	}

	/** A call of the function that `place` holds. */
	callThrough(place: Place, signature: string, depth: number): Expression | undefined {
		const found = this.scope.program.signatures.find(({ name }) => name === signature);
		if (!found) return undefined;
		const operands = found.parameters.map(parameter => this.of(parameter, decided(depth)));
		return { kind: 'call', type: found.result, callee: { kind: 'indirect', place }, operands };
	}

	/** Whether a function takes fewer parameters than its signature offers. */
	isShort({ parameters }: Pick<Function, 'parameters'>, signature: string): boolean {
		const found = this.scope.program.signatures.find(({ name }) => name === signature);
		return parameters.length < (found?.parameters.length ?? 0);
	}

	/** A call of a generic function, for a type that something in sight has. */
	#generic(type: Scalar, depth: number): Expression | undefined {
		const { random } = this;
		const fitting = this.scope.callable.filter(
			each => each.generic && (each.result === type || (each.result === T && type !== 'boolean')),
		);
		if (fitting.length === 0) return undefined;
		const { name, parameters, result } = random.pick(fitting);
		const arrays = this.scope.paths(
			shape =>
				!isScalar(shape) &&
				'array' in shape &&
				(result === T ? shape.array === type : isScalar(shape.array) && shape.array !== 'boolean'),
		);
		const path = arrays.length > 0 ? random.pick(arrays) : undefined;
		const needsArray = parameters.some(({ shape }) => !isScalar(shape));
		if (needsArray && (!path || path.isFrozen)) return undefined;
		const { array = type, length = 0 } =
			path && !isScalar(path.shape) && 'array' in path.shape ? path.shape : {};
		const of = (needsArray ? array : type) as Integer;
		const operands = parameters.map(({ shape }): Operand => {
			if (!isScalar(shape) && path) return { kind: 'reference', place: this.build(path, depth) };
			return this.of(shape === T || !isScalar(shape) ? of : shape, decided(depth));
		});
		// A computed operand is a `number` to tsc: then nothing tells what `T` is.
		const isClear = operands.every(
			(each, i) => parameters[i]?.shape !== T || each.kind === 'convert' || each.kind === 'seen',
		);
		const written = needsArray ? `<${of}, ${length}>` : `<${of}>`;
		const types = isClear && random.chance(50) ? '' : written;
		return { kind: 'call', type, callee: { kind: 'function', name, types }, operands };
	}

	#named(type: Scalar, depth: number): Expression | undefined {
		const named = this.scope.callable.filter(each => each.result === type && !each.generic);
		if (named.length === 0) return undefined;
		const { name, ...target } = this.random.pick(named);
		const operands = this.operands(target, depth);
		return operands && { kind: 'call', type, callee: { kind: 'function', name }, operands };
	}

	operands({ parameters }: Pick<Function, 'parameters'>, depth: number): Operand[] | undefined {
		const operands = parameters.map(({ shape }) => this.operand(shape, depth));
		return operands.every(operand => operand !== undefined) ? operands : undefined;
	}

	operand(shape: Shape, depth: number): Operand | undefined {
		if (isScalar(shape)) return this.of(shape, decided(depth));
		if ('slice' in shape) {
			const { length } = shape;
			const arrays = this.scope
				.paths(each => !isScalar(each) && 'array' in each && sameShape(each.array, shape.slice))
				.filter(({ isFrozen }) => !isFrozen);
			if (arrays.length > 0 && this.random.chance(60)) {
				const of = this.build(this.random.pick(arrays), depth);
				const size = shapeOf(of);
				if (!isScalar(size) && 'array' in size && size.length >= length)
					return { kind: 'slice', of, from: undefined, to: undefined };
			}
		}
		if ('signature' in shape) {
			const fitting = this.scope.callable.filter(({ signature }) => signature === shape.signature);
			if (fitting.length > 0 && this.random.chance(60))
				return { kind: 'code', name: this.random.pick(fitting).name };
		}
		const place = this.place(shape, depth, false);
		return place && { kind: 'reference', place };
	}
}
