import ts from 'typescript';
import * as d from '../diagnostics.ts';
import { isOrdinary } from '../program.ts';

/** Refuses what a native module imports from ordinary ones; what is wrong in those is not told here. */
export function refuseOrdinaryImports(
	file: ts.SourceFile,
	checker: ts.TypeChecker,
	report: (mistake: d.Mistake) => void,
): void {
	for (const statement of file.statements) {
		if (!ts.isImportDeclaration(statement) && !ts.isExportDeclaration(statement)) continue;
		const { moduleSpecifier } = statement;
		const imported =
			moduleSpecifier && checker.getSymbolAtLocation(moduleSpecifier)?.valueDeclaration;
		if (!moduleSpecifier || !imported || !isOrdinary(imported.getSourceFile())) continue;
		report(d.missingDirective(moduleSpecifier, moduleSpecifier.getText().slice(1, -1)));
	}
}
