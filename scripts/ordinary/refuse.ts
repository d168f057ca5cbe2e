import ts from 'typescript';
import type { Diagnostic } from '../native/compile.ts';

/** Why something is refused. The help follows the code, which is never used for anything else. */
interface Refusal {
	readonly node: ts.Node;
	readonly code: string;
	readonly message: string;
}

const helps: Readonly<Record<string, string>> = {
	OT1001: 'Use numbers, exact up to 2^53, or a native module for 64 bits.',
	OT1002: 'Use a class with methods of its own.',
	OT1003: 'Everything is compiled before the machine starts: write the code itself.',
	OT1004: 'Keep one in a field, and give the class the methods that you need.',
	OT1005: 'Put numbers and dates into words yourself: there are no locales on the machine.',
	OT1006: 'Give the object a method, and call it.',
	OT1007: "Leave out the 'new': a primitive value has the same methods.",
	OT1008: 'Normalize the text before it comes to the machine.',
	OT1009: "Declare it as 'readonly T[]': then the build finds what would change it.",
};

/** Globals that Porffor lacks, or compiles to something else in silence. */
const globals: ReadonlyMap<string, string> = new Map([
	['BigInt', 'OT1001'],
	['BigInt64Array', 'OT1001'],
	['BigUint64Array', 'OT1001'],
	['Proxy', 'OT1002'],
	['eval', 'OT1003'],
	['Intl', 'OT1005'],
]);

const notExtensible = new Set(['Array', 'Date', 'Function', 'Map', 'Promise', 'RegExp', 'Set']);
const wrappers = new Set(['Boolean', 'Number', 'String']);
const unaskedSymbols = new Set(['hasInstance', 'isConcatSpreadable', 'species', 'toPrimitive']);
const freezing = new Set(['freeze', 'preventExtensions', 'seal']);

/** Refuses what would compile, and then do the wrong thing. */
export function refuse(file: ts.SourceFile, program: ts.Program): readonly Diagnostic[] {
	const checker = program.getTypeChecker();
	const isGlobal: GlobalTest = node => {
		const declarations = checker.getSymbolAtLocation(node)?.declarations ?? [];
		return declarations.some(each => program.isSourceFileDefaultLibrary(each.getSourceFile()));
	};
	const found: Diagnostic[] = [];
	const visit = (node: ts.Node): void => {
		if (ts.isTypeNode(node) && !ts.isExpressionWithTypeArguments(node)) return;
		const refusal =
			refuseValue(node, isGlobal) ??
			refuseClass(node, isGlobal) ??
			refuseMember(node, isGlobal, checker);
		if (refusal !== undefined) found.push(diagnosticOf(refusal, file));
		ts.forEachChild(node, visit);
	};
	visit(file);
	return found;
}

type GlobalTest = (node: ts.Node) => boolean;

function diagnosticOf({ node, code, message }: Refusal, file: ts.SourceFile): Diagnostic {
	const start = node.getStart(file);
	const { line, character } = file.getLineAndCharacterOfPosition(start);
	const frame = file.text.split('\n')[line] ?? '';
	const place = { file: file.fileName, line: line + 1, column: character + 1 };
	return { code, ...place, length: node.end - start, message, help: helps[code] ?? '', frame };
}

function refuseValue(node: ts.Node, isGlobal: GlobalTest): Refusal | undefined {
	if (ts.isBigIntLiteral(node)) {
		const message = `'${node.getText()}' is a BigInt, which Porffor cannot compute with.`;
		return { node, code: 'OT1001', message };
	}
	if (!ts.isIdentifier(node)) return undefined;
	const { parent } = node;
	const isCalled =
		(ts.isCallExpression(parent) || ts.isNewExpression(parent)) && parent.expression === node;
	const code = node.text === 'Function' && isCalled ? 'OT1003' : globals.get(node.text);
	if (code !== undefined && isGlobal(node)) {
		return { node, code, message: `'${node.text}' does not work in ordinary code.` };
	}
	const isWrapped = ts.isNewExpression(parent) && parent.expression === node;
	if (!isWrapped || !wrappers.has(node.text) || !isGlobal(node)) return undefined;
	const message = `'new ${node.text}' makes an object that does not work in ordinary code.`;
	return { node: parent, code: 'OT1007', message };
}

function refuseClass(node: ts.Node, isGlobal: GlobalTest): Refusal | undefined {
	if (!ts.isHeritageClause(node) || node.token !== ts.SyntaxKind.ExtendsKeyword) return undefined;
	const base = node.types[0]?.expression;
	if (base === undefined || !ts.isIdentifier(base) || !notExtensible.has(base.text)) {
		return undefined;
	}
	if (!ts.isClassLike(node.parent) || !isGlobal(base)) return undefined;
	const message = `A class cannot extend '${base.text}' in ordinary code.`;
	return { node: base, code: 'OT1004', message };
}

function refuseMember(
	node: ts.Node,
	isGlobal: GlobalTest,
	checker: ts.TypeChecker,
): Refusal | undefined {
	if (!ts.isPropertyAccessExpression(node)) return undefined;
	const { expression: object, name, parent } = node;
	const of = ts.isIdentifier(object) && isGlobal(object) ? object.text : '';
	if (of === 'Symbol' && unaskedSymbols.has(name.text)) {
		const message = `Nothing looks for '${node.getText()}' in ordinary code.`;
		return { node, code: 'OT1006', message };
	}
	if (name.text === 'normalize' && isGlobal(name)) {
		return { node: name, code: 'OT1008', message: "'normalize' does not work in ordinary code." };
	}
	const [first] = ts.isCallExpression(parent) && parent.expression === node ? parent.arguments : [];
	if (of !== 'Object' || !freezing.has(name.text) || first === undefined) return undefined;
	if (!checker.isArrayLikeType(checker.getTypeAtLocation(first))) return undefined;
	const message = `An array that 'Object.${name.text}' is called for can be changed all the same.`;
	return { node: first, code: 'OT1009', message };
}
