import type * as c from '../c/ast.ts';
import { isLinkName } from '../c/names.ts';
import * as d from '../diagnostics.ts';
import { broken } from '../lower/context.ts';
import { integers, sameType, voidType } from '../types/machine-type.ts';
import { literalText, typeArgument } from './arguments.ts';
import type { Intrinsic } from './intrinsics.ts';

/** The address of something that the linker script or an assembly file defines. */
const symbolAddress: Intrinsic = (call, context) => {
	const name = literalText(call, 0, 'A symbol', context);
	if (!name) return broken;
	if (context.modules.defines(name)) return context.report(d.definedHere(call, name));
	if (!/^[A-Za-z_]\w*$/.test(name)) return context.report(d.wrongSymbol(call, name));
	if (!context.modules.externals.has(name)) context.modules.externals.set(name, integers.u8);
	context.modules.symbols.set(name, call);
	return { kind: 'cast', type: integers.usize, operand: { kind: 'symbol', name, type: voidType } };
};

const importFunction: Intrinsic = (call, context) => {
	const name = literalText(call, 0, 'A symbol', context);
	const type = typeArgument(call, context);
	if (!name || !type || type.kind === 'error') return broken;
	if (type.kind !== 'function') return context.report(d.typeArgumentWanted(call, 'importFunction'));
	if (context.modules.defines(name)) return context.report(d.definedHere(call, name));
	const known = context.modules.externals.get(name);
	if (!isLinkName(name) || (known && !sameType(known, type)))
		return context.report(d.wrongSymbol(call, name));
	context.modules.externals.set(name, type);
	context.modules.symbols.set(name, call);
	const imported: c.Expression = { kind: 'function', name, type };
	return imported;
};

/** `exportSymbol` and `exportVariable` are read before anything is lowered: compile.ts. */
const elsewhere: Intrinsic = (call, context) =>
	context.report(d.exportInFunction(call, call.expression.getText()));

export const link: Readonly<Record<string, Intrinsic>> = {
	exportSymbol: elsewhere,
	exportVariable: elsewhere,
	importFunction,
	symbolAddress,
};
