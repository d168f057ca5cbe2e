import {
	type Expression,
	type Function,
	type Integer,
	isScalar,
	isSigned,
	type Operand,
	type Place,
	type Scalar,
	type Shape,
	sameShape,
} from '../tree.ts';
import { known } from './constants.ts';
import type { Random } from './random.ts';
import type { Path, Scope } from './scope.ts';

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
	abstract integer(type: Integer, wanted: Wanted): Expression;

	small(type: Integer, value: bigint, like?: Expression): Expression {
		const isOpen = like === undefined || (like.kind === 'constant' && like.isOpen);
		return { kind: 'constant', type, text: `${value}`, value, isOpen };
	}

	/** A place of this shape, with indices that are seldom out of range. */
	place(shape: Shape, depth: number, isWritten: boolean): Place | undefined {
		const paths = this.scope
			.paths(candidate => sameShape(candidate, shape))
			.filter(path => !isWritten || path.isWritable);
		if (paths.length === 0) return undefined;
		return this.build(this.random.pick(paths), depth);
	}

	build(path: Path, depth: number): Place {
		return path.build(length => this.index(length, depth));
	}

	index(length: number, depth: number): Expression {
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
		if (random.chance(2)) return value;
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
		const kind = random.weighted({ named: 3, method: 3, indirect: 4 });
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
			if (!place) return this.#named(type, depth);
			const operands = signature.parameters.map(parameter => this.of(parameter, decided(depth)));
			return { kind: 'call', type, callee: { kind: 'indirect', place }, operands };
		}
		return this.#named(type, depth);
	}

	#named(type: Scalar, depth: number): Expression | undefined {
		const named = this.scope.callable.filter(({ result }) => result === type);
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
		if ('signature' in shape) {
			const fitting = this.scope.callable.filter(({ signature }) => signature === shape.signature);
			if (fitting.length > 0 && this.random.chance(60))
				return { kind: 'code', name: this.random.pick(fitting).name };
		}
		const place = this.place(shape, depth, false);
		return place && { kind: 'reference', place };
	}
}
