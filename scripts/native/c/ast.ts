import {
	booleanType,
	constantType,
	type FunctionType,
	type IntegerType,
	type MachineType,
	pointerTo,
	stringType,
	voidType,
} from '../types/machine-type.ts';

/**
 * The lowered program: a typed tree, printed as C by print.ts and walked by call-graph.ts. Every
 * expression knows its machine type; one whose type is a place stands for the place itself.
 */
export type Expression =
	| {
			readonly kind: 'literal';
			readonly value: bigint;
			readonly type: MachineType;
			readonly complemented?: boolean;
	  }
	| { readonly kind: 'null'; readonly type: MachineType }
	| { readonly kind: 'string'; readonly text: string; readonly type: MachineType }
	| {
			readonly kind: 'name';
			readonly name: string;
			readonly type: MachineType;
			readonly isStable: boolean;
	  }
	| { readonly kind: 'function'; readonly name: string; readonly type: FunctionType }
	| { readonly kind: 'symbol'; readonly name: string; readonly type: MachineType }
	| {
			readonly kind: 'unary';
			readonly operator: string;
			readonly operand: Expression;
			readonly type: MachineType;
	  }
	| {
			readonly kind: 'binary';
			readonly operator: string;
			readonly left: Expression;
			readonly right: Expression;
			readonly type: MachineType;
	  }
	| { readonly kind: 'cast'; readonly operand: Expression; readonly type: MachineType }
	| {
			readonly kind: 'conditional';
			readonly condition: Expression;
			readonly whenTrue: Expression;
			readonly whenFalse: Expression;
			readonly type: MachineType;
	  }
	| {
			readonly kind: 'call';
			readonly callee: Expression;
			readonly operands: readonly Expression[];
			readonly type: MachineType;
	  }
	/** A function of the prelude or of the panic path, by its C name. */
	| {
			readonly kind: 'runtime';
			readonly name: string;
			readonly operands: readonly Expression[];
			readonly isPure: boolean;
			readonly type: MachineType;
	  }
	| {
			readonly kind: 'member';
			readonly object: Expression;
			readonly field: string;
			readonly type: MachineType;
	  }
	| {
			readonly kind: 'element';
			readonly array: Expression;
			readonly index: Expression;
			readonly type: MachineType;
	  }
	| { readonly kind: 'dereference'; readonly pointer: Expression; readonly type: MachineType }
	| { readonly kind: 'address'; readonly place: Expression; readonly type: MachineType }
	| { readonly kind: 'volatile'; readonly place: Expression; readonly type: MachineType }
	| {
			readonly kind: 'assign';
			readonly place: Expression;
			readonly value: Expression;
			readonly type: MachineType;
	  }
	| {
			readonly kind: 'initializer';
			readonly fields: readonly (readonly [string, Expression])[];
			readonly type: MachineType;
	  }
	| {
			readonly kind: 'elements';
			readonly values: readonly Expression[];
			readonly type: MachineType;
	  }
	| { readonly kind: 'zero'; readonly type: MachineType }
	| Asm
	| {
			readonly kind: 'sequence';
			readonly statements: readonly Statement[];
			readonly result: Expression | undefined;
			readonly type: MachineType;
	  };

/** GNU C extended assembly. Operands are written `%[name]` in the template. */
export interface Asm {
	readonly kind: 'asm';
	readonly template: string;
	readonly outputs: readonly AsmOperand[];
	readonly inputs: readonly AsmOperand[];
	readonly clobbers: readonly string[];
	readonly type: MachineType;
}

export interface AsmOperand {
	readonly name: string;
	readonly constraint: string;
	readonly expression: Expression;
}

/** A place in the user's source: `#line` and panics use it. */
export interface Position {
	readonly file: string;
	readonly line: number;
}

export type Statement = { readonly position?: Position } & (
	| { readonly kind: 'expression'; readonly expression: Expression }
	| {
			readonly kind: 'declaration';
			readonly name: string;
			readonly type: MachineType;
			readonly initial: Expression | undefined;
	  }
	| {
			readonly kind: 'if';
			readonly condition: Expression;
			readonly whenTrue: Statement;
			readonly whenFalse: Statement | undefined;
	  }
	| { readonly kind: 'while'; readonly condition: Expression; readonly body: Statement }
	| { readonly kind: 'do'; readonly condition: Expression; readonly body: Statement }
	| {
			readonly kind: 'for';
			readonly initial: readonly Statement[];
			readonly condition: Expression | undefined;
			readonly step: Expression | undefined;
			readonly body: Statement;
	  }
	| { readonly kind: 'switch'; readonly value: Expression; readonly clauses: readonly Clause[] }
	| { readonly kind: 'return'; readonly value: Expression | undefined }
	| { readonly kind: 'block'; readonly statements: readonly Statement[] }
	| { readonly kind: 'break' }
	| { readonly kind: 'continue' }
	| { readonly kind: 'goto'; readonly label: string }
	| { readonly kind: 'label'; readonly label: string }
);

/** A `case` with its constants, or `default` without any. */
export interface Clause {
	readonly value: Expression | undefined;
	readonly statements: readonly Statement[];
}

export type { FunctionUnit, Program, VariableUnit } from './units.ts';

export const literal = (value: bigint, type: MachineType): Expression => ({
	kind: 'literal',
	value,
	type,
});
export const constant = (value: bigint, complemented = false): Expression => ({
	kind: 'literal',
	value,
	type: constantType,
	complemented,
});
export const boolean = (value: boolean): Expression => literal(value ? 1n : 0n, booleanType);
export const string = (text: string): Expression => ({ kind: 'string', text, type: stringType });
export const name = (text: string, type: MachineType, isStable = false): Expression => ({
	kind: 'name',
	name: text,
	type,
	isStable,
});
export const unary = (operator: string, operand: Expression, type = operand.type): Expression => ({
	kind: 'unary',
	operator,
	operand,
	type,
});
export const binary = (
	operator: string,
	left: Expression,
	right: Expression,
	type: MachineType,
): Expression => ({
	kind: 'binary',
	operator,
	left,
	right,
	type,
});
export const cast = (type: MachineType, operand: Expression): Expression =>
	operand.type.kind === 'integer' && type.kind === 'integer' && operand.type.name === type.name
		? operand
		: { kind: 'cast', operand, type };
export const call = (
	callee: Expression,
	operands: readonly Expression[],
	type: MachineType,
): Expression => ({
	kind: 'call',
	callee,
	operands,
	type,
});
export const runtime = (
	text: string,
	operands: readonly Expression[],
	type: MachineType,
	isPure = false,
): Expression => ({ kind: 'runtime', name: text, operands, type, isPure });
export const member = (object: Expression, field: string, type: MachineType): Expression => ({
	kind: 'member',
	object,
	field,
	type,
});
export const element = (array: Expression, index: Expression, type: MachineType): Expression => ({
	kind: 'element',
	array,
	index,
	type,
});
export const dereference = (pointer: Expression, type: MachineType): Expression =>
	pointer.kind === 'address' ? pointer.place : { kind: 'dereference', pointer, type };
export const address = (
	place: Expression,
	type: MachineType = pointerTo(place.type),
): Expression =>
	place.kind === 'dereference'
		? retyped(place.pointer, type)
		: place.kind === 'volatile'
			? address(place.place, type)
			: { kind: 'address', place, type };
/** The same expression under another type that C prints alike. */
export const retyped = (expression: Expression, type: MachineType): Expression =>
	({ ...expression, type }) as Expression;
export const volatile = (place: Expression, type: IntegerType | MachineType): Expression => ({
	kind: 'volatile',
	place,
	type,
});
export const assign = (place: Expression, value: Expression): Expression => ({
	kind: 'assign',
	place,
	value,
	type: value.type,
});
export const sequence = (statements: readonly Statement[], result?: Expression): Expression => ({
	kind: 'sequence',
	statements,
	result,
	type: result?.type ?? voidType,
});
export const evaluate = (expression: Expression): Statement => ({ kind: 'expression', expression });
export const declare = (text: string, type: MachineType, initial?: Expression): Statement => ({
	kind: 'declaration',
	name: text,
	type,
	initial,
});
