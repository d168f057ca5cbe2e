/** A generated program as a tree: what the generator makes, print.ts writes and evaluate.ts runs. */

export const integers = [
	...(['u8', 'u16', 'u32', 'u64', 'usize'] as const),
	...(['i8', 'i16', 'i32', 'i64', 'isize'] as const),
] as const;
export type Integer = (typeof integers)[number];
export type Scalar = Integer | 'boolean';

export const bitsOf = (type: Integer): number =>
	type.endsWith('size') ? 64 : Number(type.slice(1));
export const isSigned = (type: Integer): boolean => type.startsWith('i');

/** `value` modulo 2ⁿ, as a number of the type. */
export const wrap = (type: Integer, value: bigint): bigint =>
	isSigned(type) ? BigInt.asIntN(bitsOf(type), value) : BigInt.asUintN(bitsOf(type), value);

/** What a variable, field or element holds. */
export type Shape =
	| Scalar
	| { readonly array: Shape; readonly length: number }
	| { readonly struct: string }
	| { readonly signature: string };

export const isScalar = (shape: Shape): shape is Scalar => typeof shape === 'string';

export const arithmeticOperators = ['+', '-', '*', '/', '%', '&', '|', '^'] as const;
export const shiftOperators = ['<<', '>>', '>>>'] as const;
export const operators = [...arithmeticOperators, ...shiftOperators] as const;
export type Operator = (typeof operators)[number];
export const comparisons = ['<', '<=', '>', '>=', '===', '!=='] as const;
export type Comparison = (typeof comparisons)[number];

/** A variable or parameter. Two of one name are told apart by `id`: the inner one shadows the outer. */
export interface Variable {
	readonly id: number;
	readonly name: string;
	readonly shape: Shape;
	/** Loop counters and constants are read only, so that every loop ends. */
	readonly isFixed: boolean;
}

/** `$` in a name or text stands for the program's own prefix. */
export type Expression =
	/** An integer constant without a type (`isOpen`), or a typed one; as a literal or by name. */
	| {
			readonly kind: 'constant';
			readonly type: Scalar;
			readonly text: string;
			readonly value: bigint;
			readonly isOpen: boolean;
	  }
	| { readonly kind: 'read'; readonly type: Scalar; readonly place: Place }
	| {
			readonly kind: 'unary';
			readonly operator: '-' | '~' | '!';
			readonly type: Scalar;
			readonly operand: Expression;
	  }
	| {
			readonly kind: 'binary';
			readonly operator: Operator;
			readonly type: Integer;
			readonly left: Expression;
			readonly right: Expression;
	  }
	| {
			readonly kind: 'compare';
			readonly operator: Comparison;
			readonly type: 'boolean';
			readonly of: Scalar;
			readonly left: Expression;
			readonly right: Expression;
	  }
	| {
			readonly kind: 'logical';
			readonly operator: '&&' | '||';
			readonly type: 'boolean';
			readonly left: Expression;
			readonly right: Expression;
	  }
	| {
			readonly kind: 'conditional';
			readonly type: Scalar;
			readonly condition: Expression;
			readonly whenTrue: Expression;
			readonly whenFalse: Expression;
	  }
	| { readonly kind: 'convert'; readonly type: Integer; readonly operand: Expression }
	/** Notes the value in the trace, and is it. */
	| { readonly kind: 'seen'; readonly type: Scalar; readonly operand: Expression }
	| {
			readonly kind: 'call';
			readonly type: Scalar;
			readonly callee: Callee;
			readonly operands: readonly Operand[];
	  }
	| {
			readonly kind: 'assign';
			readonly type: Scalar;
			readonly place: Place;
			readonly value: Expression;
	  }
	| {
			readonly kind: 'compound';
			readonly operator: Operator;
			readonly type: Integer;
			readonly place: Place;
			readonly value: Expression;
	  }
	| {
			readonly kind: 'step';
			readonly operator: '++' | '--';
			readonly isPrefix: boolean;
			readonly type: Integer;
			readonly place: Place;
	  };

export type Callee =
	| { readonly kind: 'function'; readonly name: string }
	| {
			readonly kind: 'method';
			readonly object: Place;
			readonly struct: string;
			readonly name: string;
	  }
	| { readonly kind: 'indirect'; readonly place: Place };

/** An argument, or the value of a function variable. */
export type Operand =
	| Expression
	| { readonly kind: 'reference'; readonly place: Place }
	| { readonly kind: 'code'; readonly name: string };

export type Place =
	| { readonly kind: 'variable'; readonly variable: Variable }
	/** At module level: a structure, an array, or a `hartLocal` scalar. */
	| { readonly kind: 'global'; readonly name: string; readonly shape: Shape }
	| { readonly kind: 'this'; readonly shape: Shape }
	| { readonly kind: 'field'; readonly object: Place; readonly name: string; readonly shape: Shape }
	| {
			readonly kind: 'element';
			readonly array: Place;
			readonly index: Expression;
			readonly length: number;
			readonly shape: Shape;
	  };

export const shapeOf = (place: Place): Shape =>
	place.kind === 'variable' ? place.variable.shape : place.shape;

/** What a declaration of an object writes: fields in the order of the source. */
export type Initial =
	| { readonly kind: 'zeroed' }
	| {
			readonly kind: 'object';
			readonly fields: readonly (readonly [string, Expression | Initial])[];
	  }
	| { readonly kind: 'new'; readonly operands: readonly Expression[] };

export type Statement =
	| {
			readonly kind: 'declare';
			readonly variable: Variable;
			readonly isConst: boolean;
			readonly isAnnotated: boolean;
			readonly value: Operand;
	  }
	| { readonly kind: 'object'; readonly variable: Variable; readonly initial: Initial }
	/** `const name = …` of a constant without a type. */
	| { readonly kind: 'bind'; readonly name: string; readonly text: string }
	| { readonly kind: 'expression'; readonly expression: Expression }
	| { readonly kind: 'point'; readonly place: Place; readonly value: Operand }
	/** An element named for its effects alone. */
	| { readonly kind: 'mention'; readonly place: Place }
	| { readonly kind: 'note'; readonly expression: Expression }
	| {
			readonly kind: 'if';
			readonly condition: Expression;
			readonly whenTrue: Body;
			readonly whenFalse: Body | undefined;
	  }
	| {
			readonly kind: 'for';
			readonly label: readonly string[];
			readonly counter: Variable;
			readonly start: Expression;
			readonly condition: Expression;
			readonly step: Expression;
			readonly body: Body;
	  }
	/** The counter is stepped first of all, so that `continue` cannot skip it. */
	| {
			readonly kind: 'while' | 'do';
			readonly label: readonly string[];
			readonly counter: Variable;
			readonly start: Expression;
			readonly condition: Expression;
			readonly step: Expression;
			readonly body: Body;
	  }
	| {
			readonly kind: 'switch';
			readonly label: readonly string[];
			readonly value: Expression;
			readonly clauses: readonly Clause[];
	  }
	| { readonly kind: 'block'; readonly label: readonly string[]; readonly body: Body }
	| { readonly kind: 'break' | 'continue'; readonly label: string | undefined }
	| { readonly kind: 'return'; readonly value: Expression };

export type Body = readonly Statement[];

/** Cases (undefined is `default`) that share a body; without a `break` only the last clause may end. */
export interface Clause {
	readonly cases: readonly (bigint | undefined)[];
	readonly body: Body;
	readonly hasBreak: boolean;
}

export interface Struct {
	readonly name: string;
	readonly isClass: boolean;
	readonly fields: readonly Field[];
	/** The fields that the constructor takes, in the order of its parameters. */
	readonly filled: readonly string[];
	readonly methods: readonly Function[];
}

export interface Field {
	readonly name: string;
	readonly shape: Shape;
}

export interface Function {
	readonly name: string;
	readonly parameters: readonly Variable[];
	readonly result: Scalar;
	readonly body: Body;
	/** `const name = (…): … => expression`. */
	readonly isArrow: boolean;
	/** The signature that it was made for; it may have fewer parameters. */
	readonly signature: string | undefined;
}

export interface Signature {
	readonly name: string;
	readonly parameters: readonly Scalar[];
	readonly result: Scalar;
}

export interface Global {
	readonly name: string;
	readonly shape: Shape;
	/** The arguments of `new`, or the value of a `hartLocal`; none for `zeroed()`. */
	readonly values: readonly Expression[];
}

/** A module-level constant, typed or not. */
export interface Constant {
	readonly name: string;
	readonly type: Integer | undefined;
	readonly text: string;
	readonly value: bigint;
}

export interface Program {
	readonly constants: readonly Constant[];
	readonly signatures: readonly Signature[];
	readonly structs: readonly Struct[];
	readonly globals: readonly Global[];
	/** Each calls only those before it. */
	readonly functions: readonly Function[];
	readonly main: Body;
}

export function sameShape(a: Shape, b: Shape): boolean {
	if (isScalar(a) || isScalar(b)) return a === b;
	if ('struct' in a) return 'struct' in b && a.struct === b.struct;
	if ('signature' in a) return 'signature' in b && a.signature === b.signature;
	return 'array' in b && a.length === b.length && sameShape(a.array, b.array);
}
