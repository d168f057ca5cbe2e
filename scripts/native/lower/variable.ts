import ts from 'typescript';
import * as c from '../c/ast.ts';
import { hasEffects, isStable } from '../c/effects.ts';
import * as d from '../diagnostics.ts';
import { lowerSection } from '../intrinsics/section.ts';
import { asValue, isPlace, voidType } from '../types/machine-type.ts';
import { coerce } from './coerce.ts';
import { broken, type Context } from './context.ts';
import { lowerAs, lowerExpression, lowerValue } from './expression.ts';
import { lowerPattern } from './pattern.ts';
import { lowerStorage } from './storage.ts';

/** `let` and `const` inside a function. */
export function lowerVariables(
	list: ts.VariableDeclarationList,
	context: Context,
): readonly c.Statement[] {
	return list.declarations.flatMap(declaration => lowerVariable(declaration, context));
}

function lowerVariable(node: ts.VariableDeclaration, context: Context): readonly c.Statement[] {
	if (!ts.isIdentifier(node.name)) {
		if (!node.initializer) return [];
		const isConstant = (node.parent.flags & ts.NodeFlags.Const) !== 0;
		return lowerPattern(node.name, lowerExpression(node.initializer, context), isConstant, context);
	}
	const declared = node.type && context.resolver.storage(node.type, context.environment);
	const storage = node.initializer && lowerStorage(node.initializer, declared, context);
	if (storage) {
		const name = context.declare(node.name, storage.type, true, !isPlace(storage.type));
		if (storage.type.kind === 'error') return [];
		const { statements, initial } = settleParts(storage.initial, context);
		return [...statements, c.declare(name, storage.type, initial)];
	}
	const isConstant = (node.parent.flags & ts.NodeFlags.Const) !== 0;
	const isEnum = !isConstant && !declared && node.initializer;
	const wanted = declared ? asValue(declared) : isEnum ? context.enumOf(isEnum) : undefined;
	if (wanted && ['null', 'void', 'never'].includes(wanted.kind)) {
		context.report(d.cannotEmbed(node, wanted));
		context.bind(node.name, broken);
		return [];
	}
	const section = node.initializer && lowerSection(node.initializer, context, wanted);
	const before = section?.statements ?? [];
	const value = section
		? section.result && (wanted ? coerce(section.result, wanted, node, context) : section.result)
		: !node.initializer
			? undefined
			: wanted
				? lowerAs(node.initializer, context, wanted)
				: lowerValue(node.initializer, context);
	const type = wanted ?? value?.type ?? (section ? voidType : { kind: 'error' });
	if (value?.kind === 'literal' && type.kind === 'constant' && isConstant) {
		context.bind(node.name, value);
		return before;
	}
	if (type.kind === 'constant' && value?.kind === 'literal') {
		context.report(d.undecidedConstant(node, value.value));
	} else if (['null', 'void', 'never'].includes(type.kind)) {
		context.report(d.cannotEmbed(node, type));
	}
	if (['constant', 'null', 'void', 'never', 'error'].includes(type.kind)) {
		context.bind(node.name, { kind: 'zero', type: { kind: 'error' } });
		return value && type.kind === 'never' ? [c.evaluate(value)] : [];
	}
	const name = context.declare(node.name, type, true, isConstant);
	return [...before, c.declare(name, type, value ?? { kind: 'zero', type })];
}

/** Computes the parts of an initialiser one after the other: C leaves their order open. */
function settleParts(
	initial: c.Expression,
	context: Context,
): { readonly statements: readonly c.Statement[]; readonly initial: c.Expression } {
	const statements: c.Statement[] = [];
	const settle = (value: c.Expression): c.Expression => {
		if (value.kind === 'initializer') {
			const fields = value.fields.map(([field, part]) => [field, settle(part)] as const);
			return { ...value, fields };
		}
		if (value.kind === 'elements') return { ...value, values: value.values.map(settle) };
		if (isStable(value)) return value;
		const name = context.temporary();
		statements.push(c.declare(name, value.type, value));
		return c.name(name, value.type, true);
	};
	return { initial: hasEffects(initial) ? settle(initial) : initial, statements };
}
