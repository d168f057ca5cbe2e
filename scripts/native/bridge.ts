import ts from 'typescript';
import { functionType } from './lower/function.ts';
import type { ModuleLowering } from './lower/module.ts';
import type { MachineType } from './types/machine-type.ts';

/** An exported native function that ordinary code may call. */
export interface Bridged {
	readonly module: string;
	readonly name: string;
	readonly symbol: string;
	/** The name of each type; `error` for one that has been reported, in a program that is not compiled. */
	readonly parameters: readonly { readonly name: string; readonly type: string }[];
	readonly result: string;
}

const bridgeable = new Set(['integer', 'boolean', 'string', 'void', 'never', 'error']);

/** Makes the exported functions of a module visible to the linker and tells their signatures. */
export function exposeBridged(file: ts.SourceFile, modules: ModuleLowering): readonly Bridged[] {
	const exports: Bridged[] = [];
	for (const [name, declaration] of exportedFunctions(file, modules.checker)) {
		if (declaration.typeParameters) continue;
		const type = functionType(declaration, new Map(), undefined, modules);
		const isSimple = [...type.parameters, type.result].every(part => bridgeable.has(part.kind));
		// Others may well be meant for native code only; ordinary code does not see them.
		if (!isSimple || type.result.kind === 'string') continue;
		exports.push({
			module: file.fileName,
			name,
			symbol: modules.expose(declaration),
			parameters: declaration.parameters.map((parameter, i) => ({
				name: parameter.name.getText(),
				type: bridgeName(type.parameters[i]),
			})),
			result: bridgeName(type.result),
		});
	}
	return exports;
}

/** The functions that a module exports, by the names that importers use: `f as g`, and re-exports too. */
function exportedFunctions(
	file: ts.SourceFile,
	checker: ts.TypeChecker,
): readonly (readonly [name: string, declaration: ts.FunctionDeclaration])[] {
	const module = checker.getSymbolAtLocation(file);
	if (!module) return [];
	return checker.getExportsOfModule(module).flatMap(symbol => {
		const target = symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol;
		const declaration = target.valueDeclaration;
		if (!declaration || !ts.isFunctionDeclaration(declaration)) return [];
		return declaration.getSourceFile().isDeclarationFile
			? []
			: [[symbol.name, declaration] as const];
	});
}

const bridgeName = (type: MachineType | undefined) =>
	type?.kind === 'integer' ? type.name : (type?.kind ?? 'void');
