import ts from 'typescript';
import * as c from '../c/ast.ts';
import * as d from '../diagnostics.ts';
import { type MachineType, referenceTo, voidType } from '../types/machine-type.ts';
import { broken, type Context } from './context.ts';
import { lowerExpression } from './expression.ts';

/** `object.name` or `Class.name` where `name` has `get` or `set`, with what to call it on. */
export interface Accessor {
	readonly name: string;
	readonly getter: c.Expression | undefined;
	readonly setter: c.Expression;
	/** The object's address; nothing for a static accessor. */
	readonly self: readonly c.Expression[];
	readonly type: MachineType;
}

/** `object.name` as a call of `get name()`. */
export function callGetter(
	node: ts.PropertyAccessExpression,
	symbol: ts.Symbol,
	context: Context,
): c.Expression {
	const getter = symbol.declarations?.find(ts.isGetAccessor);
	if (!getter) {
		return context.report(d.noGetter(node.name, node.name.text));
	}
	const owner = ownerOf(node, getter, context);
	const callee = owner && context.modules.functionOf(getter, owner.struct);
	return callee?.type.kind === 'function'
		? c.call(callee, owner?.self ?? [], callee.type.result)
		: broken;
}

/** The accessor that an assignment to `node` goes through, if it goes through one. */
export function accessorOf(node: ts.Expression, context: Context): Accessor | undefined {
	if (!ts.isPropertyAccessExpression(node)) return undefined;
	const { declarations } = context.symbolOf(node) ?? {};
	const setter = declarations?.find(ts.isSetAccessor);
	if (!setter) return undefined;
	const getter = declarations?.find(ts.isGetAccessor);
	const owner = ownerOf(node, setter, context);
	const name = node.name.text;
	if (!owner) return { name, getter: undefined, setter: broken, self: [], type: broken.type };
	const callee = context.modules.functionOf(setter, owner.struct);
	const type = callee.type.kind === 'function' ? callee.type.parameters.at(-1) : undefined;
	return {
		name,
		getter: getter && context.modules.functionOf(getter, owner.struct),
		setter: callee,
		self: owner.self,
		type: type ?? broken.type,
	};
}

function ownerOf(
	node: ts.PropertyAccessExpression,
	accessor: ts.AccessorDeclaration,
	context: Context,
) {
	if (ts.getCombinedModifierFlags(accessor) & ts.ModifierFlags.Static) {
		return { struct: undefined, self: [] };
	}
	const object = context.asPlace(lowerExpression(node.expression, context));
	if (object.type.kind !== 'struct') return undefined;
	return { struct: object.type, self: [c.address(object, referenceTo(object.type))] };
}

/**
 * Sets what `accessor` stands for to `compute(old)`. The value is the new one, as of any assignment, or
 * the old one for `x++`.
 */
export function throughAccessor(
	{ name, getter, setter, self, type }: Accessor,
	node: ts.Node,
	context: Context,
	wanted: 'new' | 'old',
	compute: (old: c.Expression) => c.Expression,
): c.Expression {
	if (setter.type.kind === 'error') return broken;
	if (!getter) {
		return context.report(d.noGetter(node, name));
	}
	const statements: c.Statement[] = [];
	const hold = (value: c.Expression) => {
		const text = context.temporary();
		statements.push(c.declare(text, value.type, value));
		return c.name(text, value.type, true);
	};
	const object = self.map(hold);
	const old = hold(c.call(getter, object, type));
	const value = compute(old);
	if (value.type.kind === 'error') return broken;
	const held = hold(value);
	statements.push(c.evaluate(c.call(setter, [...object, held], voidType)));
	return c.sequence(statements, wanted === 'old' ? old : held);
}

/** `accessor = value`; the value is what was assigned, not what a getter would give. */
export function assignThrough(
	{ setter, self }: Accessor,
	value: c.Expression,
	isValueUsed: boolean,
	context: Context,
): c.Expression {
	if (setter.type.kind === 'error' || value.type.kind === 'error') return broken;
	if (!isValueUsed) {
		return context.inOrder([...self, value], operands => c.call(setter, operands, voidType));
	}
	const names = [...self, value].map(operand => c.name(context.temporary(), operand.type, true));
	const held = [...self, value].map((operand, i) => {
		const name = names[i];
		return c.declare(name?.kind === 'name' ? name.name : '', operand.type, operand);
	});
	return c.sequence([...held, c.evaluate(c.call(setter, names, voidType))], names.at(-1));
}
