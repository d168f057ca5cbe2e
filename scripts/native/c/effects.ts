import * as c from './ast.ts';

/** Whether evaluating `expression` can change memory, a device or the control flow. */
export function hasEffects(expression: c.Expression): boolean {
	switch (expression.kind) {
		case 'literal':
		case 'null':
		case 'string':
		case 'name':
		case 'function':
		case 'symbol':
		case 'zero':
			return false;
		case 'call':
		case 'assign':
		case 'asm':
		case 'volatile':
		case 'sequence':
			return true;
		case 'runtime':
			return !expression.isPure || expression.operands.some(hasEffects);
		case 'unary':
		case 'cast':
			return hasEffects(expression.operand);
		case 'binary':
			return hasEffects(expression.left) || hasEffects(expression.right);
		case 'conditional':
			return [expression.condition, expression.whenTrue, expression.whenFalse].some(hasEffects);
		case 'member':
			return hasEffects(expression.object);
		case 'element':
			return hasEffects(expression.array) || hasEffects(expression.index);
		case 'dereference':
			return hasEffects(expression.pointer);
		case 'address':
			return hasEffects(expression.place);
		case 'initializer':
			return expression.fields.some(([, value]) => hasEffects(value));
		case 'elements':
			return expression.values.some(hasEffects);
	}
}

/** Whether `expression` has the same value whenever it is evaluated. */
export function isStable(expression: c.Expression): boolean {
	switch (expression.kind) {
		case 'literal':
		case 'null':
		case 'string':
		case 'function':
		case 'symbol':
		case 'zero':
			return true;
		case 'name':
			return expression.isStable;
		case 'cast':
		case 'unary':
			return isStable(expression.operand);
		case 'binary':
			return isStable(expression.left) && isStable(expression.right);
		case 'address':
			return isStablePlace(expression.place);
		case 'initializer':
			return expression.fields.every(([, value]) => isStable(value));
		case 'elements':
			return expression.values.every(isStable);
		default:
			return false;
	}
}

/**
 * Whether C takes `expression` as the first contents of static storage: constants, and addresses of
 * static storage as they are ([C11] 6.6 "Constant expressions").
 */
export function isStaticInitial(
	expression: c.Expression,
	isHartLocal: (name: string) => boolean,
): boolean {
	switch (expression.kind) {
		case 'literal':
		case 'null':
		case 'string':
		case 'function':
		case 'symbol':
		case 'zero':
			return true;
		case 'cast': {
			const { operand, type } = expression;
			const isWhole = type.kind !== 'integer' || type.bits === 64 || operand.kind === 'literal';
			return isWhole && isStaticInitial(operand, isHartLocal);
		}
		case 'address': {
			let { place } = expression;
			while (place.kind === 'member' || place.kind === 'element') {
				if (place.kind === 'element' && place.index.kind !== 'literal') return false;
				place = place.kind === 'member' ? place.object : place.array;
			}
			return place.kind === 'name' ? !isHartLocal(place.name) : false;
		}
		case 'initializer':
			return expression.fields.every(([, value]) => isStaticInitial(value, isHartLocal));
		case 'elements':
			return expression.values.every(value => isStaticInitial(value, isHartLocal));
		default:
			return false;
	}
}

/** Whether a place is always the same place. */
export function isStablePlace(place: c.Expression): boolean {
	switch (place.kind) {
		case 'name':
			return true;
		case 'member':
			return isStablePlace(place.object);
		case 'element':
			return isStablePlace(place.array) && isStable(place.index);
		case 'dereference':
			return isStable(place.pointer);
		default:
			return false;
	}
}

/**
 * Evaluates `operands` from left to right, as ECMAScript does and C does not: where one of them has
 * effects, those that could see them go through temporaries first.
 */
export function inOrder(
	operands: readonly c.Expression[],
	build: (operands: readonly c.Expression[]) => c.Expression,
	temporary: () => string,
): c.Expression {
	const unsettled = operands.filter(operand => !isStable(operand));
	if (unsettled.length < 2 || !operands.some(hasEffects)) return build(operands);
	const statements: c.Statement[] = [];
	const settled = operands.map(operand => {
		if (isStable(operand)) return operand;
		const name = temporary();
		statements.push(c.declare(name, operand.type, operand));
		return c.name(name, operand.type, true);
	});
	return c.sequence(statements, build(settled));
}
