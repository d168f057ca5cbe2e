import ts from 'typescript';
import * as d from '../diagnostics.ts';
import { isGuarded } from '../types/guarded.ts';
import { isModuleLevel } from './identifier.ts';
import type { ModuleLowering } from './module.ts';

/** Reports each `Guarded<…>` that marks nothing, or does not say what protects the memory. */
export function checkGuards(file: ts.SourceFile, modules: ModuleLowering): void {
	const visit = (node: ts.Node): void => {
		ts.forEachChild(node, visit);
		if (!ts.isTypeReferenceNode(node) || !isGuarded(node, modules.checker)) return;
		const { parent } = node;
		const isMark =
			ts.isPropertyDeclaration(parent) ||
			ts.isPropertySignature(parent) ||
			(ts.isVariableDeclaration(parent) && isModuleLevel(parent));
		if (!isMark) modules.report(d.misplacedGuard(node));
		const reason = node.typeArguments?.[1];
		const isSaid = reason && ts.isLiteralTypeNode(reason) && ts.isStringLiteral(reason.literal);
		if (!isSaid || reason.literal.text.trim() === '') modules.report(d.guardWithoutReason(node));
	};
	visit(file);
}
