import ts from 'typescript';
import * as c from '../c/ast.ts';
import { isStable } from '../c/effects.ts';
import * as d from '../diagnostics.ts';
import { isGuarded } from '../types/guarded.ts';
import { intrinsicName } from '../types/intrinsic-name.ts';
import { type Environment, isPlace, type StructType } from '../types/machine-type.ts';
import { broken, Context } from './context.ts';
import { lowerAs, lowerValue } from './expression.ts';
import type { ModuleLowering } from './module.ts';
import { lowerStorage } from './storage.ts';

const nothing: Environment = new Map();

const contextOf = (node: ts.Node, modules: ModuleLowering) =>
	new Context(modules, node, nothing, undefined, undefined);

/** A module-level `const`: everything in it is known at build time. */
export function lowerConstant(
	node: ts.VariableDeclaration,
	name: string,
	modules: ModuleLowering,
): c.Expression {
	if (!(node.parent.flags & ts.NodeFlags.Const)) {
		modules.report(d.sharedVariable(node.name, name));
		return broken;
	}
	if (!node.initializer) {
		return broken; // refused as a form
	}
	return lowerInitial(node, node.initializer, name, modules);
}

/** A variable in static storage, or a plain constant. */
function lowerInitial(
	node: ts.VariableDeclaration | ts.PropertyDeclaration,
	initializer: ts.Expression,
	name: string,
	modules: ModuleLowering,
): c.Expression {
	const context = contextOf(node, modules);
	const hartLocal = lowerHartLocal(node, initializer, name, context);
	if (hartLocal) return hartLocal;
	const declared = node.type && modules.resolver.storage(node.type, nothing);
	const storage = lowerStorage(initializer, declared, context);
	if (!storage) return lowerPlainConstant(initializer, node.type, name, context);
	const { initial, type } = storage;
	if (type.kind === 'error' || initial.type.kind === 'error') return broken;
	const isConstant = type.kind === 'struct' && isImmutable(type);
	return modules.store(node, name, {
		type,
		initial,
		isHartLocal: false,
		isGuarded: isGuarded(node.type, modules.checker),
		isConstant,
	});
}

function lowerHartLocal(
	node: ts.VariableDeclaration | ts.PropertyDeclaration,
	call: ts.Expression,
	name: string,
	context: Context,
): c.Expression | undefined {
	if (!ts.isCallExpression(call)) return undefined;
	if (intrinsicName(context.symbolOf(call.expression)) !== 'native:hart.hartLocal')
		return undefined;
	const argument = call.typeArguments?.[0];
	if (!argument) return context.report(d.typeArgumentWanted(call, 'hartLocal'));
	const type = context.resolver.storage(argument, nothing);
	if (type.kind === 'error') return broken;
	const given = call.arguments[0];
	const initial: c.Expression = !given
		? { kind: 'zero', type }
		: isPlace(type)
			? (lowerStorage(given, type, context)?.initial ?? context.report(d.notConstant(given, name)))
			: lowerAs(given, context, type);
	if (initial.type.kind === 'error') return broken;
	return context.modules.store(node, name, {
		type,
		initial,
		isHartLocal: true,
		isGuarded: false,
		isConstant: false,
	});
}

function lowerPlainConstant(
	initial: ts.Expression,
	annotation: ts.TypeNode | undefined,
	name: string,
	context: Context,
): c.Expression {
	const value = annotation
		? lowerAs(initial, context, context.resolver.value(annotation, nothing))
		: lowerValue(initial, context);
	if (value.type.kind === 'error' || isStable(value)) return value;
	return context.report(d.notConstant(initial, name));
}

/** `static readonly` of a class. */
export function lowerStatic(
	node: ts.PropertyDeclaration,
	name: string,
	modules: ModuleLowering,
): c.Expression {
	if (!node.initializer || !(ts.getCombinedModifierFlags(node) & ts.ModifierFlags.Readonly)) {
		modules.report(d.sharedVariable(node, name));
		return broken;
	}
	return lowerInitial(node, node.initializer, name, modules);
}

/** An enum member: its initialiser, or one more than the member before it. */
export function lowerEnumMember(node: ts.EnumMember, modules: ModuleLowering): c.Expression {
	const context = contextOf(node, modules);
	if (modules.refused.has(node)) return broken;
	if (node.initializer) {
		const value = lowerValue(node.initializer, context);
		if (value.kind === 'literal')
			return c.constant(value.value, value.type.kind === 'constant' && value.complemented === true);
		return value.type.kind === 'error'
			? broken
			: context.report(d.notConstant(node, node.name.getText()));
	}
	const { members } = node.parent;
	const previous = members[members.indexOf(node) - 1];
	if (!previous) return c.constant(0n);
	const before = modules.enumMember(previous);
	return before.kind === 'literal' ? c.constant(before.value + 1n) : broken;
}

/** Whether nothing in a structure can ever be written. */
function isImmutable(type: StructType): boolean {
	return type.fields().every(field => {
		if (!field.isReadonly) return false;
		return field.type.kind === 'struct' ? isImmutable(field.type) : !isPlace(field.type);
	});
}
