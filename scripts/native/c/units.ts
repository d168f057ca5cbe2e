import type { FunctionType, MachineType } from '../types/machine-type.ts';
import type { Expression, Position, Statement } from './ast.ts';

export interface FunctionUnit {
	readonly symbol: string;
	readonly name: string;
	readonly position: Position;
	readonly parameters: readonly { readonly name: string; readonly type: MachineType }[];
	readonly type: FunctionType;
	readonly isExternal: boolean;
	readonly body: readonly Statement[];
}

export interface VariableUnit {
	readonly symbol: string;
	readonly name: string;
	readonly position: Position;
	readonly type: MachineType;
	readonly initial: Expression;
	readonly isHartLocal: boolean;
	/** Marked `Guarded<…>`: plain memory that the program itself protects. */
	readonly isGuarded: boolean;
	readonly isConstant: boolean;
	readonly isExternal: boolean;
}

/** The whole native program after lowering. */
export interface Program {
	readonly variables: readonly VariableUnit[];
	readonly functions: readonly FunctionUnit[];
	/** Functions and data that assembly or the linker script define. */
	readonly externals: ReadonlyMap<string, MachineType>;
}
