import ts from 'typescript';
import * as c from '../c/ast.ts';
import * as d from '../diagnostics.ts';
import { asValue, isPlace } from '../types/machine-type.ts';
import type { Context } from './context.ts';
import { lowerAs, lowerValue } from './expression.ts';
import { lowerStorage } from './storage.ts';

/** `let` and `const` inside a function. */
export function lowerVariables(list: ts.VariableDeclarationList, context: Context): readonly c.Statement[] {
	if ((list.flags & ts.NodeFlags.BlockScoped) === 0) {
		context.report(d.unsupported(list, `'var'`, `Write 'let' or 'const'.`));
	}
	return list.declarations.flatMap(declaration => lowerVariable(declaration, context));
}

function lowerVariable(node: ts.VariableDeclaration, context: Context): readonly c.Statement[] {
	if (!ts.isIdentifier(node.name)) {
		context.report(d.unsupported(node.name, 'destructuring yet', 'Read the fields one by one.'));
		return [];
	}
	const declared = node.type && context.resolver.storage(node.type, context.environment);
	const storage = node.initializer && lowerStorage(node.initializer, declared, context);
	if (storage) {
		const name = context.declare(node.name, storage.type, true, !isPlace(storage.type));
		return storage.type.kind === 'error' ? [] : [c.declare(name, storage.type, storage.initial)];
	}
	const isConstant = (node.parent.flags & ts.NodeFlags.Const) !== 0;
	const wanted = declared && asValue(declared);
	const value = !node.initializer
		? undefined
		: wanted
			? lowerAs(node.initializer, context, wanted)
			: lowerValue(node.initializer, context);
	const type = wanted ?? value?.type ?? { kind: 'error' };
	if (value?.kind === 'literal' && type.kind === 'constant' && isConstant) {
		context.bind(node.name, value);
		return [];
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
	return [c.declare(name, type, value ?? { kind: 'zero', type })];
}
