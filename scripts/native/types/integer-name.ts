import type ts from 'typescript';
import { type IntegerName, isIntegerName } from './machine-type.ts';

/** The name of the machine integer that a type is branded as: `u32` for `number & { [machine]?: 'u32' }`. */
export function integerName(type: ts.Type, checker: ts.TypeChecker): IntegerName | undefined {
	if (!type.isIntersection()) return undefined;
	for (const part of type.types) {
		for (const property of part.getProperties()) {
			if (!String(property.escapedName).startsWith('__@machine@')) continue;
			const brand = checker.getTypeOfSymbol(property);
			const literals = brand.isUnion() ? brand.types : [brand];
			for (const literal of literals) {
				if (literal.isStringLiteral() && isIntegerName(literal.value)) return literal.value;
			}
		}
	}
	return undefined;
}
