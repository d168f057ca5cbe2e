/** A mistake in the lowering, as a replacement in a file of scripts/native. */
export interface Fault {
	readonly what: string;
	readonly file: string;
	readonly from: string;
	readonly to: string;
}

const u64 = `{ kind: 'integer', name: 'u64', bits: 64, signed: false }`;
const u8 = `{ kind: 'integer', name: 'u8', bits: 8, signed: false }`;

/** What the fuzzer must find; `scripts/command.sh scripts/fuzz/run.ts --faults` has it look. */
export const faults: readonly Fault[] = [
	{
		what: '64-bit arithmetic in 32 bits',
		file: 'types/machine-type.ts',
		from: 'type.bits === 64 ? integers.u64 : integers.u32',
		to: 'integers.u32',
	},
	{
		what: 'shift amounts of small types modulo 32',
		file: 'lower/arithmetic.ts',
		from: 'BigInt(type.bits - 1)',
		to: 'BigInt(Math.max(type.bits, 32) - 1)',
	},
	{
		what: `'>>>' of signed types arithmetic`,
		file: 'lower/arithmetic.ts',
		from: `operator === '>>>' ? c.cast(unsigned, x) : x`,
		to: 'x',
	},
	{
		what: `'>>' of signed types logical`,
		file: 'lower/arithmetic.ts',
		from: `operator === '>>>' ? c.cast(unsigned, x) : x`,
		to: 'c.cast(unsigned, x)',
	},
	{
		what: `'%' by a variable divides`,
		file: 'lower/arithmetic.ts',
		from: `operator === '/' ? 'divide' : 'remainder'`,
		to: `'divide'`,
	},
	{
		what: 'the remainder of constants is never negative',
		file: 'lower/arithmetic.ts',
		from: 'return a % b;',
		to: 'return ((a % b) + b) % b;',
	},
	{
		what: 'division by -1 gives the number itself',
		file: 'c/prelude.ts',
		from: `body('/', 'divide', `,
		to: `body('/', 'divide', 'a' || `,
	},
	{
		what: 'operands are not kept in order',
		file: 'c/effects.ts',
		from: '!operands.some(hasEffects)',
		to: 'operands.length > 0',
	},
	{
		what: 'every variable counts as one that never changes',
		file: 'c/effects.ts',
		from: 'return expression.isStable;',
		to: 'return true;',
	},
	{
		what: `'x++' is '++x'`,
		file: 'lower/assignment.ts',
		from: 'ts.isPostfixUnaryExpression(node) && isValueUsed(node)',
		to: 'node.kind === 0',
	},
	{
		what: 'the place of a compound assignment is computed twice',
		file: 'lower/assignment.ts',
		from: 'if (isSimple) return build(place);',
		to: 'if (isSimple || place.kind !== "zero") return build(place);',
	},
	{
		what: 'one element too many passes the check',
		file: 'lower/access.ts',
		from: 'c.literal(length, integers.usize),',
		to: 'c.literal(length + 1n, integers.usize),',
	},
	{
		what: `'<=' is '<'`,
		file: 'lower/binary.ts',
		from: `[K.LessThanEqualsToken]: '<='`,
		to: `[K.LessThanEqualsToken]: '<'`,
	},
	{
		what: 'comparisons are unsigned',
		file: 'lower/binary.ts',
		from: '([x = a, y = b]) => c.binary(operator, x, y, booleanType)',
		to: `([x = a, y = b]) => c.binary(operator, { kind: 'cast', type: ${u64}, operand: x }, { kind: 'cast', type: ${u64}, operand: y }, booleanType)`,
	},
	{
		what: `'&&' and '||' compute both sides`,
		file: 'lower/binary.ts',
		from: 'return c.binary(operator, left, right, booleanType);',
		to: 'return c.binary(operator.slice(1), left, right, booleanType);',
	},
	{
		what: 'the complement of a constant loses a bit',
		file: 'lower/coerce.ts',
		from: 'return c.literal(wrap(value, type), type);',
		to: 'return c.literal(wrap(value, type) & ~1n, type);',
	},
	{
		what: `'~' is '-'`,
		file: 'lower/unary.ts',
		from: `c.unary('~', c.cast(wide, operand), wide)`,
		to: `c.unary('-', c.cast(wide, operand), wide)`,
	},
	{
		what: 'bytes widen without their sign',
		file: 'intrinsics/machine.ts',
		from: '? c.cast(type, value)',
		to: `? c.cast(type, value.type.kind === 'integer' && value.type.bits === 8 ? c.cast(${u8}, value) : value)`,
	},
	{
		what: `names that C keeps for itself are not changed`,
		file: 'c/names.ts',
		from: 'reserved.has(name)',
		to: 'name.length === 0',
	},
	{
		what: 'a variable counts as a constant',
		file: 'lower/variable.ts',
		from: 'context.declare(node.name, type, true, isConstant)',
		to: 'context.declare(node.name, type, true, true)',
	},
	{
		what: 'a label is taken for one that begins like it',
		file: 'lower/loop.ts',
		from: `.replace(/_t\\d+$/, '') ===`,
		to: `.replace(/_t\\d+$/, '').slice(0, name.text.length + 1) ===`,
	},
	{
		what: 'a place is found after the value that it is assigned',
		file: 'lower/assignment.ts',
		from: 'return onPlace(place, isOpen,',
		to: 'return onPlace(place, isOpen && place.kind === "zero",',
	},
	{
		what: 'fields are computed in the order of their declaration',
		file: 'lower/storage.ts',
		from: "const fields = [...values].filter(([, value]) => value.kind !== 'zero');",
		to: "const fields = type.fields().flatMap(({ name }) => { const value = values.get(name); return value && value.kind !== 'zero' ? [[name, value] as const] : []; });",
	},
	{
		what: 'a call loses the order of its arguments',
		file: 'lower/call.ts',
		from: 'c.call(target, rest, type.result)',
		to: 'c.call(target, rest.toReversed(), type.result)',
	},
	{
		what: `a 'let' of 'for … of' counts as a constant`,
		file: 'lower/loop.ts',
		from: '(initializer.flags & ts.NodeFlags.Const) !== 0',
		to: 'true',
	},
	{
		what: `'for … of' leaves the first element out`,
		file: 'lower/loop.ts',
		from: 'c.declare(indexName, integers.usize, c.literal(0n, integers.usize))',
		to: 'c.declare(indexName, integers.usize, c.literal(1n, integers.usize))',
	},
	{
		what: 'a pattern takes the element before',
		file: 'lower/pattern.ts',
		from: 'c.element(array, c.literal(index, integers.usize), array.type.element)',
		to: 'c.element(array, c.literal(index === 0n ? 0n : index - 1n, integers.usize), array.type.element)',
	},
	{
		what: 'a slice is as long as its end says',
		file: 'intrinsics/slice.ts',
		from: `c.binary('-', high, low, integers.usize)`,
		to: 'high',
	},
	{
		what: 'a slice begins as many bytes on as it should elements',
		file: 'intrinsics/slice.ts',
		from: 'c.literal(layoutOf(element).size, integers.usize)',
		to: 'c.literal(1n, integers.usize)',
	},
	{
		what: 'the end of a slice is not checked',
		file: 'c/prelude.ts',
		from: '__builtin_expect(to > length, 0)',
		to: '__builtin_expect(to > length + 64, 0)',
	},
	{
		what: `'offset' counts bytes`,
		file: 'intrinsics/memory.ts',
		from: 'c.literal(layoutOf(type.target).size, integers.usize)',
		to: 'c.literal(1n, integers.usize)',
	},
	{
		what: 'the object of an accessor is found twice',
		file: 'lower/accessor.ts',
		from: 'const object = self.map(hold);',
		to: 'const object = self;',
	},
	{
		what: `'fetchAnd' is 'fetchOr'`,
		file: 'intrinsics/atomic.ts',
		from: `readModifyWrite('amoand', 'fetch_and')`,
		to: `readModifyWrite('amoor', 'fetch_or')`,
	},
	{
		what: `'swap' adds`,
		file: 'intrinsics/atomic.ts',
		from: `readModifyWrite('amoswap', 'exchange_n')`,
		to: `readModifyWrite('amoadd', 'fetch_add')`,
	},
	{
		what: 'a member of an enum has the value of the one before',
		file: 'lower/constant.ts',
		from: 'c.constant(before.value + 1n)',
		to: 'c.constant(before.value)',
	},
	{
		what: 'print pads with spaces only',
		file: 'intrinsics/format.ts',
		from: `hasZeros: zero !== ''`,
		to: 'hasZeros: false',
	},
	{
		what: 'a table is computed from the index after',
		file: 'lower/elements.ts',
		from: 'c.literal(index, integers.usize)',
		to: 'c.literal(index + 1n, integers.usize)',
	},
];
