/** A generated program as a tree: what the generator makes, print.ts writes and evaluate.ts runs. */

import type { Accessed, Expression, Initial, Operand, Place, Variable } from './nodes.ts';
import type { Integer, Operator, Scalar, Shape } from './shapes.ts';

/** What `const` or `for … of` take apart. */
export type Pattern =
	| { readonly kind: 'name'; readonly variable: Variable }
	| { readonly kind: 'fields'; readonly parts: readonly (readonly [string, Pattern])[] }
	| { readonly kind: 'elements'; readonly parts: readonly (Pattern | undefined)[] };

/** A piece of a template: text, or a value with how it is shown. */
export type Printed =
	| string
	| {
			readonly value: Expression;
			readonly base: '' | 'x' | 'o' | 'b';
			readonly width: number;
			readonly isZeroed: boolean;
	  }
	| { readonly name: Place }
	| { readonly text: string };

export type Statement =
	| {
			readonly kind: 'destructure';
			readonly isConst: boolean;
			readonly pattern: Pattern;
			readonly place: Place;
	  }
	| {
			readonly kind: 'forOf';
			readonly label: readonly string[];
			readonly isConst: boolean;
			readonly pattern: Pattern;
			readonly of: Operand;
			readonly body: Body;
	  }
	| {
			readonly kind: 'set';
			readonly accessor: Accessed;
			readonly operator: Operator | undefined;
			readonly type: Scalar;
			readonly value: Expression;
	  }
	/** Another pointer or slice, or a value of an enum, in a variable. */
	| { readonly kind: 'rebind'; readonly variable: Variable; readonly value: Operand }
	/** A swap of a function in an atomic, if it is `expected`. */
	| {
			readonly kind: 'exchange';
			readonly place: Place;
			readonly expected: Operand;
			readonly desired: Operand;
	  }
	| { readonly kind: 'print'; readonly parts: readonly Printed[] }
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
			/** The enum whose members the cases are. */
			readonly enumeration?: Enumeration;
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
	readonly statics: readonly Function[];
	readonly accessors: readonly Function[];
	/** Printed with its offsets asserted. */
	readonly hasLayout: boolean;
	/** `<…>` behind the name of a generic class; an instance of one is not printed. */
	readonly generic?: { readonly parameters: string } | 'instance';
	/** Of an instance: its `N`, which `new` is given. */
	readonly length?: number;
}

export interface Enumeration {
	readonly name: string;
	readonly isConst: boolean;
	readonly type: Integer;
	readonly members: readonly {
		readonly name: string;
		readonly value: bigint;
		readonly text: string | undefined;
	}[];
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
	/** `<…>` behind the name. */
	readonly generic?: string;
	/** An accessor that is written: `get` and `set` share a name. */
	readonly isSetter?: boolean;
}

export interface Signature {
	readonly name: string;
	readonly parameters: readonly Scalar[];
	readonly result: Scalar;
}

export interface Global {
	readonly name: string;
	readonly shape: Shape;
	/** The arguments of `new`, or the value of a `hartLocal` or atomic; none for `zeroed()`. */
	readonly values: readonly Expression[];
	/** One for each hart. */
	readonly isHart?: boolean;
	/** A table that nothing changes: its elements, or each by its index. */
	readonly table?:
		| { readonly elements: readonly Operand[] }
		| { readonly index: Variable; readonly element: Expression };
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
	readonly enumerations: readonly Enumeration[];
	readonly structs: readonly Struct[];
	/** The generic classes that some of them are instances of. */
	readonly templates: readonly Struct[];
	readonly globals: readonly Global[];
	/** Each calls only those before it. */
	readonly functions: readonly Function[];
	readonly main: Body;
	/** How many modules it is spread over. */
	readonly modules: number;
}
