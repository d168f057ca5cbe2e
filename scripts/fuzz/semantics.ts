import { bitsOf, type Comparison, type Integer, type Operator, wrap } from './shapes.ts';

/** The end of a program that did what must not be done. */
export class Panic extends Error {
	readonly node: object;
	constructor(node: object, text: string) {
		super(text);
		this.node = node;
	}
}

/** The program never ends, or not soon enough to be worth running. */
export class TooLong extends Error {}

/** One operator on two numbers of `type`; a shift's amount may be of any type. */
export function apply(
	operator: Operator,
	type: Integer,
	a: bigint,
	b: bigint,
	node: object,
): bigint {
	return wrap(type, exact(operator, type, a, b, node));
}

function exact(operator: Operator, type: Integer, a: bigint, b: bigint, node: object): bigint {
	const amount = BigInt.asUintN(64, b) % BigInt(bitsOf(type));
	switch (operator) {
		case '+':
			return a + b;
		case '-':
			return a - b;
		case '*':
			return a * b;
		case '/':
			if (b === 0n) throw new Panic(node, 'division by zero');
			return a / b;
		case '%':
			if (b === 0n) throw new Panic(node, 'division by zero');
			return a % b;
		case '&':
			return a & b;
		case '|':
			return a | b;
		case '^':
			return a ^ b;
		case '<<':
			return a << amount;
		case '>>':
			return a >> amount;
		case '>>>':
			return BigInt.asUintN(bitsOf(type), a) >> amount;
	}
}

export function compare(operator: Comparison, a: bigint, b: bigint): boolean {
	switch (operator) {
		case '<':
			return a < b;
		case '<=':
			return a <= b;
		case '>':
			return a > b;
		case '>=':
			return a >= b;
		case '===':
			return a === b;
		case '!==':
			return a !== b;
	}
}
