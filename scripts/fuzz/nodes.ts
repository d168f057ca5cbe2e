/** The expressions of generated programs, and the places that they name. */

import type { Comparison, Integer, Operator, Scalar, Shape } from './shapes.ts';

/** A variable or parameter. Two of one name are told apart by `id`: the inner one shadows the outer. */
export interface Variable {
	readonly id: number;
	readonly name: string;
	readonly shape: Shape;
	/** Loop counters and constants are read only, so that every loop ends. */
	readonly isFixed: boolean;
	/** What it refers to is read only, too. */
	readonly isFrozen?: boolean;
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
	  }
	/** Of an array or slice. */
	| { readonly kind: 'length'; readonly type: 'usize'; readonly place: Place }
	/** Through an accessor. */
	| { readonly kind: 'get'; readonly type: Scalar; readonly accessor: Accessed }
	/** Whether a function may be called. */
	| {
			readonly kind: 'isCode';
			readonly type: 'boolean';
			readonly place: Place;
			readonly isWanted: boolean;
	  }
	| {
			readonly kind: 'atomic';
			readonly operation: AtomicOperation;
			readonly type: Scalar;
			readonly place: Place;
			readonly operands: readonly Operand[];
			readonly ordering: string;
	  };

export const atomicOperations = [
	...(['load', 'store', 'swap', 'compareExchange'] as const),
	...(['fetchAdd', 'fetchAnd', 'fetchOr', 'fetchXor'] as const),
] as const;
export type AtomicOperation = (typeof atomicOperations)[number];

/** An accessor of an object. */
export interface Accessed {
	readonly object: Place;
	readonly struct: string;
	readonly name: string;
}

export type Callee =
	/** `types` are the type arguments, if they are written. */
	| { readonly kind: 'function'; readonly name: string; readonly types?: string }
	| { readonly kind: 'static'; readonly struct: string; readonly name: string }
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
	| { readonly kind: 'code'; readonly name: string }
	| { readonly kind: 'null' }
	| {
			readonly kind: 'slice';
			readonly of: Place;
			readonly from: Expression | undefined;
			readonly to: Expression | undefined;
	  }
	/** `sliceAt(addressOf(element), length)`. */
	| { readonly kind: 'sliceAt'; readonly element: Place; readonly length: number }
	| { readonly kind: 'text'; readonly text: string }
	| { readonly kind: 'address'; readonly element: Place }
	| { readonly kind: 'offset'; readonly pointer: Place; readonly by: Expression }
	/** A pointer, function or object, one or the other. */
	| {
			readonly kind: 'choice';
			readonly condition: Expression;
			readonly whenTrue: Operand;
			readonly whenFalse: Operand;
	  }
	/** A value of an enum that tsc knows nothing about: the member at an index. */
	| { readonly kind: 'pick'; readonly enumeration: string; readonly index: Expression }
	/** The function in an atomic, or the old one. */
	| {
			readonly kind: 'taken';
			readonly place: Place;
			readonly swapped: Operand | undefined;
			readonly ordering: string;
	  };

export type Place =
	| { readonly kind: 'variable'; readonly variable: Variable }
	/** At module level: a structure, an array, or a `hartLocal` scalar. */
	| {
			readonly kind: 'global';
			readonly name: string;
			readonly shape: Shape;
			readonly isHart?: boolean;
	  }
	| { readonly kind: 'this'; readonly shape: Shape }
	| { readonly kind: 'field'; readonly object: Place; readonly name: string; readonly shape: Shape }
	| {
			readonly kind: 'element';
			readonly array: Place;
			readonly index: Expression;
			readonly shape: Shape;
	  }
	/** What a pointer points at: `p[index]`, or `p.target`. Nothing checks it. */
	| {
			readonly kind: 'pointed';
			readonly pointer: Place;
			readonly index: Expression | undefined;
			readonly shape: Shape;
	  };

export const shapeOf = (place: Place): Shape =>
	place.kind === 'variable' ? place.variable.shape : place.shape;

/** What a declaration of an object writes: fields in the order of the source. */
export type Initial =
	| { readonly kind: 'zeroed' }
	| {
			readonly kind: 'object';
			readonly fields: readonly (readonly [string, Operand | Initial])[];
	  }
	| { readonly kind: 'new'; readonly operands: readonly Expression[] };
