import ts from 'typescript';
import { intrinsicName } from './intrinsic-name.ts';

/** Whether a declaration's type is marked `Guarded<…>`, which leaves no trace in tsc's own type. */
export function isGuarded(node: ts.TypeNode | undefined, checker: ts.TypeChecker): boolean {
	if (!node || !ts.isTypeReferenceNode(node)) return false;
	const symbol = checker.getSymbolAtLocation(node.typeName);
	const isAlias = symbol && symbol.flags & ts.SymbolFlags.Alias;
	const target = isAlias ? checker.getAliasedSymbol(symbol) : symbol;
	return intrinsicName(target) === 'native:atomic.Guarded';
}
