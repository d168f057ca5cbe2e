import ts from 'typescript';
import type { Diagnostic } from '../native/compile.ts';

/** What Porffor compiles to something else, in silence, and no lowering repairs. */
const globals: ReadonlyMap<string, readonly [code: string, help: string]> = new Map([
	['BigInt', ['OT1001', 'Use numbers, exact up to 2^53, or a native module for 64 bits.']],
	['BigInt64Array', ['OT1001', 'Use numbers, exact up to 2^53, or a native module for 64 bits.']],
	['BigUint64Array', ['OT1001', 'Use numbers, exact up to 2^53, or a native module for 64 bits.']],
	['Proxy', ['OT1002', 'Use a class with methods of its own.']],
	['eval', ['OT1003', 'Everything is compiled before the machine starts: write the code itself.']],
]);

const notExtensible = new Set(['Array', 'Date', 'Function', 'Map', 'Promise', 'RegExp', 'Set']);

/** Refuses what would compile, and then do the wrong thing. */
export function refuse(file: ts.SourceFile, program: ts.Program): readonly Diagnostic[] {
	const checker = program.getTypeChecker();
	const found: Diagnostic[] = [];
	const report = (node: ts.Node, code: string, message: string, help: string) => {
		const start = node.getStart(file);
		const { line, character } = file.getLineAndCharacterOfPosition(start);
		const frame = file.text.split('\n')[line] ?? '';
		const place = { file: file.fileName, line: line + 1, column: character + 1 };
		found.push({ code, ...place, length: node.end - start, message, help, frame });
	};

	const isGlobal = (node: ts.Identifier) => {
		const declarations = checker.getSymbolAtLocation(node)?.declarations ?? [];
		return declarations.some(each => program.isSourceFileDefaultLibrary(each.getSourceFile()));
	};

	const visit = (node: ts.Node): void => {
		if (ts.isTypeNode(node) && !ts.isExpressionWithTypeArguments(node)) return;
		if (ts.isBigIntLiteral(node)) {
			const [code, help] = globals.get('BigInt') ?? ['', ''];
			report(
				node,
				code,
				`'${node.getText(file)}' is a BigInt, which Porffor cannot compute with.`,
				help,
			);
		}
		const refused = ts.isIdentifier(node) ? globals.get(node.text) : undefined;
		if (refused !== undefined && ts.isIdentifier(node) && isGlobal(node)) {
			report(node, refused[0], `'${node.text}' does not work in ordinary code.`, refused[1]);
		}
		if (ts.isHeritageClause(node) && node.token === ts.SyntaxKind.ExtendsKeyword) {
			const base = node.types[0]?.expression;
			if (base !== undefined && ts.isIdentifier(base) && notExtensible.has(base.text)) {
				if (ts.isClassLike(node.parent) && isGlobal(base)) {
					report(
						base,
						'OT1004',
						`A class cannot extend '${base.text}' in ordinary code.`,
						`Keep one in a field, and give the class the methods that you need.`,
					);
				}
			}
		}
		ts.forEachChild(node, visit);
	};
	visit(file);
	return found;
}
