import ts from 'typescript';

/** `native:memory.addressOf` for a declaration of an intrinsic module, `u32` for a global one. */
export function intrinsicName(symbol: ts.Symbol | undefined): string | undefined {
	const declaration = symbol?.declarations?.[0];
	if (!symbol || !declaration?.getSourceFile().isDeclarationFile) return undefined;
	for (let node: ts.Node = declaration; node; node = node.parent) {
		if (ts.isModuleDeclaration(node)) return `${node.name.text}.${symbol.name}`;
	}
	return symbol.name;
}

/** Whether a type is what `Ptr<T>` consists of: `Pointer<T>`, or `Target<T>` beside an array. */
export const isPointer = (type: ts.Type): boolean =>
	['native:memory.Pointer', 'native:memory.Target'].includes(intrinsicName(type.symbol) ?? '');
