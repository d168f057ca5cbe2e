import ts from 'typescript';
import type * as c from '../c/ast.ts';
import { isStable } from '../c/effects.ts';
import * as d from '../diagnostics.ts';
import { lowerAsmStructure } from '../intrinsics/asm.ts';
import { intrinsicName } from '../types/intrinsic-name.ts';
import { isPlace, type MachineType, type StructType, typeName } from '../types/machine-type.ts';
import { broken, Context, type ExpressionVisitor } from './context.ts';
import { lowerElements } from './elements.ts';
import { lowerAs } from './expression.ts';
import { giveUp } from './pattern.ts';

/** A structure, array or atomic that a declaration makes: its type and its first contents. */
export interface Storage {
	readonly type: MachineType;
	readonly initial: c.Expression;
}

/**
 * What `new X(…)`, `zeroed<T>()`, `atomic(v)` or `{ … }` makes, or undefined for any other initialiser.
 * `declared` is the type that the declaration or field states.
 */
export function lowerStorage(
	node: ts.Expression,
	declared: MachineType | undefined,
	context: Context,
): Storage | undefined {
	if (ts.isParenthesizedExpression(node)) return lowerStorage(node.expression, declared, context);
	if (ts.isNewExpression(node)) return lowerNew(node, context);
	if (ts.isObjectLiteralExpression(node)) return lowerObject(node, declared, context);
	if (!ts.isCallExpression(node)) return undefined;
	const name = intrinsicName(context.symbolOf(node.expression));
	if (name === 'native:memory.zeroed') {
		const argument = node.typeArguments?.[0];
		const type = argument ? context.resolver.storage(argument, context.environment) : declared;
		if (type) return { type, initial: { kind: 'zero', type } };
		context.report(d.typeArgumentWanted(node, 'zeroed'));
		return { type: broken.type, initial: broken };
	}
	if (name === 'native:memory.arrayOf' || name === 'native:memory.arrayFrom') {
		const type = arrayType(node, declared, context);
		const initial = type?.kind === 'array' ? lowerElements(node, type, context) : broken;
		return { type: initial.type.kind === 'error' ? broken.type : initial.type, initial };
	}
	if (name === 'native:atomic.atomic') {
		const argument = node.typeArguments?.[0];
		const of = argument
			? context.resolver.storage(argument, context.environment)
			: declared?.kind === 'atomic'
				? declared.of
				: undefined;
		const initial = node.arguments[0];
		if (!of || !initial) {
			context.report(d.typeArgumentWanted(node, 'atomic'));
			return { type: broken.type, initial: broken };
		}
		const type = context.resolver.atomic(of, node);
		return { type, initial: type.kind === 'atomic' ? lowerAs(initial, context, of) : broken };
	}
	if (name === 'native:asm.asm' && node.typeArguments?.[0]) {
		const type = context.resolver.storage(node.typeArguments[0], context.environment);
		if (type.kind === 'struct') return { type, initial: lowerAsmStructure(node, type, context) };
	}
	return undefined;
}

/** The type of `arrayOf` and `arrayFrom`: as written out, or as the declaration says. */
function arrayType(
	node: ts.CallExpression,
	declared: MachineType | undefined,
	context: Context,
): MachineType | undefined {
	const [elementNode, lengthNode] = node.typeArguments ?? [];
	if (!elementNode || !lengthNode) {
		if (declared?.kind !== 'array' && declared?.kind !== 'error')
			context.report(d.typeArgumentWanted(node, node.expression.getText()));
		return declared;
	}
	const element = context.resolver.storage(elementNode, context.environment);
	const lengthType = context.checker.getTypeFromTypeNode(lengthNode);
	const length = context.resolver.number(lengthType, context.environment, lengthNode);
	return length === undefined || element.kind === 'error'
		? undefined
		: { kind: 'array', element, length };
}

/** `new` where nothing holds the result. */
export const lowerLooseStorage: ExpressionVisitor<ts.Expression> = (node, context) => {
	const storage = lowerStorage(node, undefined, context);
	return storage && storage.type.kind !== 'error'
		? context.report(d.needsStorage(node, storage.type))
		: broken;
};

/** Runs the constructor at build time as far as its arguments are constants: it only fills fields. */
function lowerNew(node: ts.NewExpression, context: Context): Storage {
	const none = { type: broken.type, initial: broken };
	const type = context.resolver.of(
		context.checker.getTypeAtLocation(node),
		context.environment,
		node,
	);
	if (type.kind !== 'struct') {
		if (type.kind !== 'error') context.report(d.unsupported(node, `'new' of '${typeName(type)}'`));
		return none;
	}
	const { declaration } = type;
	if (!ts.isClassDeclaration(declaration)) return none;
	const inner = new Context(context.modules, declaration, type.environment, type, undefined);
	const build = declaration.members.find(ts.isConstructorDeclaration);
	const values = new Map<string, c.Expression>();
	inner.building = values;

	for (const member of declaration.members) {
		if (!ts.isPropertyDeclaration(member) || !member.initializer) continue;
		if (ts.getCombinedModifierFlags(member) & ts.ModifierFlags.Static) continue;
		if (ts.isIdentifier(member.name) || ts.isPrivateIdentifier(member.name))
			fill(type, member.name.text, member.initializer, inner, values);
	}
	build?.parameters.forEach((parameter, i) => {
		const argument = node.arguments?.[i];
		if (!ts.isIdentifier(parameter.name) || !parameter.type) return;
		if (!argument) inner.bind(parameter.name, broken);
		if (!argument) return;
		if (isNumericTypeParameter(parameter.type, context)) return;
		const wanted = context.resolver.value(parameter.type, type.environment);
		inner.bind(parameter.name, hold(lowerAs(argument, context, wanted), argument, context));
	});
	for (const statement of build?.body?.statements ?? []) {
		const assignment = ts.isExpressionStatement(statement) ? statement.expression : undefined;
		const isFill =
			assignment &&
			ts.isBinaryExpression(assignment) &&
			assignment.operatorToken.kind === ts.SyntaxKind.EqualsToken &&
			ts.isPropertyAccessExpression(assignment.left) &&
			assignment.left.expression.kind === ts.SyntaxKind.ThisKeyword;
		if (!isFill) {
			context.report(d.constructorStatement(statement));
			if (ts.isVariableStatement(statement)) {
				for (const { name } of statement.declarationList.declarations) giveUp(name, inner);
			}
			continue;
		}
		fill(
			type,
			(assignment.left as ts.PropertyAccessExpression).name.text,
			assignment.right,
			inner,
			values,
		);
	}
	return { type, initial: contents(type, values) };
}

/** `constructor(size: N)` has its argument for inference only. */
function isNumericTypeParameter(node: ts.TypeNode, context: Context): boolean {
	const type = context.checker.getTypeFromTypeNode(node);
	const constraint = type.getConstraint();
	return (
		(type.flags & ts.TypeFlags.TypeParameter) !== 0 &&
		((constraint?.flags ?? 0) & ts.TypeFlags.Number) !== 0
	);
}

/** An argument that a constructor may use several times must not be computed several times. */
function hold(value: c.Expression, node: ts.Node, context: Context): c.Expression {
	if (isStable(value) || value.type.kind === 'error') return value;
	if (value.kind === 'name') return value;
	return context.report(d.computedConstructorArgument(node));
}

function fill(
	type: StructType,
	name: string,
	node: ts.Expression,
	context: Context,
	values: Map<string, c.Expression>,
): void {
	const field = type
		.fields()
		.find(candidate => candidate.name === name.replace(/^#(.*)$/, '$1$$private'));
	if (!field) return;
	if (isPlace(field.type)) {
		const storage = lowerStorage(node, field.type, context);
		values.set(
			field.name,
			storage?.initial ?? context.report(d.embeddedStructure(node, field.type)),
		);
		return;
	}
	values.set(field.name, lowerAs(node, context, field.type));
}

function lowerObject(
	node: ts.ObjectLiteralExpression,
	declared: MachineType | undefined,
	context: Context,
): Storage {
	if (declared?.kind !== 'struct') {
		const hasSpread = node.properties.some(property => context.modules.refused.has(property));
		if (!hasSpread) context.report(d.untypedObject(node));
		return { type: broken.type, initial: broken };
	}
	const values = new Map<string, c.Expression>();
	for (const property of node.properties) {
		const isShort = ts.isShorthandPropertyAssignment(property);
		if (!isShort && !ts.isPropertyAssignment(property)) continue;
		if (!ts.isIdentifier(property.name)) continue;
		const { text } = property.name;
		// What the type does not have at all, tsc has complained about.
		const isKnown = context.checker.getContextualType(node)?.getProperty(text);
		if (isKnown && !declared.fields().some(({ name }) => name === text))
			context.report(d.objectProperty(property.name, text));
		else fill(declared, text, isShort ? property.name : property.initializer, context, values);
	}
	return { type: declared, initial: contents(declared, values) };
}

function contents(type: StructType, values: ReadonlyMap<string, c.Expression>): c.Expression {
	// In the order of the source, which is the order of evaluation.
	const fields = [...values].filter(([, value]) => value.kind !== 'zero');
	return fields.length === 0 ? { kind: 'zero', type } : { kind: 'initializer', fields, type };
}
