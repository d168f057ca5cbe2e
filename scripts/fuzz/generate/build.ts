/** Short ways to write parts of the tree. */

import type { Expression, Operand, Place, Variable } from '../nodes.ts';
import { shapeOf } from '../nodes.ts';
import { type Integer, isScalar, type Scalar } from '../shapes.ts';

export const at = (variable: Variable): Place => ({ kind: 'variable', variable });

/** What a scalar place holds. */
export function read(place: Place): Expression {
	const shape = shapeOf(place);
	return { kind: 'read', type: isScalar(shape) ? shape : 'u32', place };
}

export const readOf = (variable: Variable): Expression => read(at(variable));

/** A literal that takes its type from what is around it. */
export const literal = (type: Scalar, value: bigint | number): Expression => ({
	...{ kind: 'constant', type, text: `${value}`, value: BigInt(value), isOpen: true },
});

export const convert = (type: Integer, operand: Expression): Expression => ({
	...{ kind: 'convert', type, operand },
});

export const field = (object: Place, name: string, shape: Variable['shape']): Place => ({
	...{ kind: 'field', object, name, shape },
});

export const element = (array: Place, index: Expression, shape: Variable['shape']): Place => ({
	...{ kind: 'element', array, index, shape },
});

export const reference = (place: Place): Operand => ({ kind: 'reference', place });
