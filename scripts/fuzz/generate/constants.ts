import type { Expression } from '../nodes.ts';
import { compare } from '../semantics.ts';
import { bitsOf, type Integer, isSigned, wrap } from '../shapes.ts';
import type { Random } from './random.ts';

/** A number of the type: near its ends, near a power of two, small, or any. */
export function interesting(random: Random, type: Integer): bigint {
	const bits = BigInt(bitsOf(type));
	const minimum = isSigned(type) ? -(1n << (bits - 1n)) : 0n;
	switch (random.below(6)) {
		case 0:
			return BigInt(random.below(4));
		case 1:
			return wrap(type, minimum + BigInt(random.below(3)));
		case 2:
			return wrap(type, minimum - 1n - BigInt(random.below(3)));
		case 3:
			return wrap(type, (1n << BigInt(random.below(Number(bits)))) - BigInt(random.below(3)));
		case 4:
			return BigInt(random.below(100));
		default:
			return wrap(type, random.bits());
	}
}

/** How a number may be written. */
function literal(random: Random, value: bigint): string {
	const size = value < 0n ? -value : value;
	const sign = value < 0n ? '-' : '';
	const digits = (base: number) => size.toString(base);
	switch (random.below(6)) {
		case 0:
			return `${sign}0x${digits(16)}`;
		case 1:
			return `${sign}0b${digits(2)}`;
		case 2:
			return `${sign}0x${digits(16).replaceAll(/(?!^)(?=(....)+$)/g, '_')}`;
		default:
			return `${sign}${digits(10)}`;
	}
}

const foldings: Readonly<Record<string, (a: bigint, b: bigint) => bigint | undefined>> = {
	'+': (a, b) => a + b,
	'-': (a, b) => a - b,
	'*': (a, b) => a * b,
	'/': (a, b) => (b === 0n ? undefined : a / b),
	'%': (a, b) => (b === 0n ? undefined : a % b),
	'&': (a, b) => a & b,
	'|': (a, b) => a | b,
	'^': (a, b) => a ^ b,
	'<<': (a, b) => (b < 0n || b > 63n ? undefined : a << b),
	'>>': (a, b) => (b < 0n || b > 63n ? undefined : a >> b),
};

const fits = (type: Integer, value: bigint) => wrap(type, value) === value;

/** A constant without a type, whose exact value is a number of `type`. */
export function openConstant(random: Random, type: Integer): { text: string; value: bigint } {
	const value = interesting(random, type);
	if (random.chance(65)) return { text: literal(random, value), value };
	if (random.chance(15)) {
		// `~x` of an unsigned constant is the complement in the type that it meets.
		const operand = isSigned(type) ? value : wrap(type, value);
		return { text: `~${inner(literal(random, operand))}`, value: wrap(type, ~operand) };
	}
	for (let attempt = 0; attempt < 4; attempt++) {
		const operator = random.pick(Object.keys(foldings));
		const isShift = operator === '<<' || operator === '>>';
		const left = interesting(random, random.chance(50) ? type : 'i64');
		const right = isShift ? BigInt(random.below(64)) : interesting(random, type);
		const folded = foldings[operator]?.(left, right);
		if (folded === undefined || !fits(type, folded)) continue;
		const text = `${inner(literal(random, left))} ${operator} ${inner(literal(random, right))}`;
		return { text: `(${text})`, value: folded };
	}
	return { text: literal(random, value), value };
}

const inner = (text: string) => (text.startsWith('-') ? `(${text})` : text);

/** The value of an expression that the compiler may fold; undefined for all others. */
export function known(node: Expression): bigint | undefined {
	switch (node.kind) {
		case 'constant':
			return node.value;
		case 'convert': {
			const value = known(node.operand);
			return value === undefined ? undefined : wrap(node.type, value);
		}
		case 'unary': {
			const value = known(node.operand);
			if (value === undefined) return undefined;
			if (node.type === 'boolean') return 1n - value;
			return wrap(node.type, node.operator === '-' ? -value : ~value);
		}
		case 'binary': {
			const left = known(node.left);
			const right = known(node.right);
			if (left === undefined || right === undefined) return undefined;
			const start = node.operator === '>>>' ? BigInt.asUintN(bitsOf(node.type), left) : left;
			const folded = foldings[node.operator === '>>>' ? '>>' : node.operator]?.(start, right);
			return folded === undefined ? undefined : wrap(node.type, folded);
		}
		case 'compare': {
			const left = known(node.left);
			const right = known(node.right);
			if (left === undefined || right === undefined) return undefined;
			return compare(node.operator, left, right) ? 1n : 0n;
		}
		case 'logical': {
			const left = known(node.left);
			if (left === undefined) return undefined;
			return (left === 1n) === (node.operator === '||') ? left : known(node.right);
		}
		case 'conditional': {
			const condition = known(node.condition);
			if (condition === undefined) return undefined;
			return known(condition === 1n ? node.whenTrue : node.whenFalse);
		}
		default:
			return undefined;
	}
}
