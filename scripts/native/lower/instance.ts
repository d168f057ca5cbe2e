import ts from 'typescript';
import {
	type Environment,
	type MachineType,
	type StructType,
	typeKey,
	typeName,
} from '../types/machine-type.ts';
import type { FunctionNode } from './function.ts';

export type NamedFunction = Exclude<FunctionNode, ts.ArrowFunction>;

/** As the user would write it: `HandlerTable_64.handle`, `max_u32`. */
export function functionName(
	node: NamedFunction,
	self: StructType | undefined,
	own: Environment,
): string {
	const suffix = own.size === 0 ? '' : `_${instance(own, typeName)}`;
	const name = `${node.name?.getText() ?? 'default'}${suffix}`;
	if (self) return `${self.name.replaceAll(/[<>, ]+/g, '_').replace(/_$/, '')}.${name}`;
	return ts.isClassDeclaration(node.parent)
		? `${node.parent.name?.text ?? 'default'}.${name}`
		: name;
}

/** Tells the instances of what stands inside a generic class apart. */
export const instanceKey = (environment: Environment) => instance(environment, typeKey);

const instance = (environment: Environment, name: (type: MachineType) => string) =>
	[...environment.values()]
		.map(value => (typeof value === 'bigint' ? `${value}` : name(value)))
		.join();
