import type { Place } from '../nodes.ts';
import { isScalar, type Shape } from '../shapes.ts';

/** Whether a pattern may take a field. */
export const hasParts = ({ shape }: { readonly shape: Shape }) =>
	isScalar(shape) || !('atomic' in shape || 'signature' in shape || 'enumeration' in shape);
/** Whether `for … of` goes over it, and a slice may look at it. */
export const canIterate = (shape: Shape): boolean =>
	!isScalar(shape) &&
	('array' in shape || 'slice' in shape) &&
	(isScalar(elementOf(shape)) || hasObjects(elementOf(shape)));
const hasObjects = (shape: Shape) => !isScalar(shape) && ('array' in shape || 'struct' in shape);

export function elementOf(shape: Shape): Shape {
	if (!isScalar(shape) && 'array' in shape) return shape.array;
	if (!isScalar(shape) && 'slice' in shape) return shape.slice;
	if (!isScalar(shape) && 'pointer' in shape) return shape.pointer;
	return 'u8';
}

/** How many elements there are at least. */
export const lengthOf = (shape: Shape) =>
	isScalar(shape) || !('length' in shape) ? 0 : shape.length;

/** A name with fields behind it, which tsc narrows as a whole. */
export const isPlain = (place: Place): boolean =>
	place.kind === 'variable' ||
	place.kind === 'global' ||
	(place.kind === 'field' && isPlain(place.object));

/** The type of the function, or none, that something holds. */
export function signatureIn(shape: Shape): string | undefined {
	if (isScalar(shape)) return undefined;
	if ('atomic' in shape) return signatureIn(shape.atomic);
	return 'signature' in shape && shape.isNullable ? shape.signature : undefined;
}
