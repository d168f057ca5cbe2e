import ts from 'typescript';
import * as d from '../diagnostics.ts';
import { isDerived } from '../types/fields.ts';
import { intrinsicName } from '../types/intrinsic-name.ts';
import { layoutOf } from '../types/layout.ts';
import { Context } from './context.ts';
import { lowerValue } from './expression.ts';
import { checkGuards } from './guards.ts';
import type { ModuleLowering } from './module.ts';

const K = ts.SyntaxKind;

/** Reads the `exportSymbol` and `exportVariable` of a module, before anything is named. */
export function readExports(file: ts.SourceFile, modules: ModuleLowering): void {
	reserveLinkNames(file, modules);
	for (const statement of file.statements) {
		const call = moduleCall(statement);
		const name = call && intrinsicName(symbolOf(call.expression, modules));
		if (!call || (name !== 'native:link.exportSymbol' && name !== 'native:link.exportVariable'))
			continue;
		const [symbol, target] = call.arguments;
		const declaration = target && symbolOf(target, modules)?.valueDeclaration;
		if (!symbol || !ts.isStringLiteralLike(symbol))
			modules.report(d.literalWanted(call, 'A symbol'));
		else if (!declaration) modules.report(d.nothingToExport(call, symbol.text));
		else modules.choose(declaration, symbol.text, call);
	}
}

/** Keeps local variables from being named like what the linker or assembly defines. */
function reserveLinkNames(file: ts.SourceFile, modules: ModuleLowering): void {
	const visit = (node: ts.Node): void => {
		const [name] = ts.isCallExpression(node) ? node.arguments : [];
		if (ts.isCallExpression(node) && name && ts.isStringLiteralLike(name)) {
			const called = node.expression.getText(file);
			if (/^(symbolAddress|importFunction|exportSymbol|exportVariable)$/.test(called))
				modules.linkNames.add(name.text);
		}
		ts.forEachChild(node, visit);
	};
	visit(file);
}

function symbolOf(node: ts.Node, modules: ModuleLowering): ts.Symbol | undefined {
	const symbol = modules.checker.getSymbolAtLocation(node);
	return symbol && symbol.flags & ts.SymbolFlags.Alias
		? modules.checker.getAliasedSymbol(symbol)
		: symbol;
}

const moduleCall = (statement: ts.Statement) =>
	ts.isExpressionStatement(statement) && ts.isCallExpression(statement.expression)
		? statement.expression
		: undefined;

/** Lowers everything that stands at the top level of a module, mentioned elsewhere or not. */
export function lowerModule(file: ts.SourceFile, modules: ModuleLowering): void {
	checkGuards(file, modules);
	file.statements.forEach((statement, i) => {
		if (ts.isFunctionDeclaration(statement)) {
			// A generic function is lowered where it is called.
			if (!statement.typeParameters?.length) modules.functionOf(statement, undefined);
		} else if (ts.isClassDeclaration(statement)) lowerClass(statement, modules);
		else if (ts.isVariableStatement(statement)) lowerConstants(statement, modules);
		else if (ts.isEnumDeclaration(statement))
			for (const member of statement.members) modules.enumMember(member);
		else if (ts.isInterfaceDeclaration(statement)) checkLayout(statement, modules);
		else if (!isDeclaration(statement) && !(i === 0 && isDirective(statement)))
			lowerCall(statement, modules);
	});
}

const isDirective = (statement: ts.Statement) =>
	ts.isExpressionStatement(statement) && ts.isStringLiteral(statement.expression);

const isDeclaration = (statement: ts.Statement) =>
	[K.ImportDeclaration, K.ExportDeclaration, K.TypeAliasDeclaration, K.EmptyStatement].includes(
		statement.kind,
	);

function lowerCall(statement: ts.Statement, modules: ModuleLowering): void {
	const node = ts.isExpressionStatement(statement) ? statement.expression : statement;
	if (modules.refused.has(node)) return;
	const call = moduleCall(statement);
	const name = call && intrinsicName(symbolOf(call.expression, modules));
	if (call && (name === 'native:memory.layout' || name === 'native:memory.staticAssert')) {
		lowerValue(call, new Context(modules, call, new Map(), undefined, undefined));
	} else if (!name?.startsWith('native:link.export')) {
		modules.report(d.unsupportedStatementAtModuleLevel(statement));
	}
}

function lowerConstants(statement: ts.VariableStatement, modules: ModuleLowering): void {
	for (const declaration of statement.declarationList.declarations) {
		const symbol = modules.checker.getSymbolAtLocation(declaration.name);
		if (ts.isIdentifier(declaration.name) && symbol) modules.variableOf(declaration, symbol);
	}
}

/** Resolves the fields of an interface, so that its mistakes show although nothing uses it. */
function checkLayout(node: ts.InterfaceDeclaration, modules: ModuleLowering): void {
	const isMerged = (modules.checker.getSymbolAtLocation(node.name)?.declarations?.length ?? 1) > 1;
	if (isMerged) modules.report(d.mergedDeclaration(node.name, node.name.text));
	if (!node.typeParameters?.length) modules.resolver.struct(node, []).fields();
}

function lowerClass(node: ts.ClassDeclaration, modules: ModuleLowering): void {
	if (isDerived(node)) return; // refused as a form, and its members are not all known
	const isGeneric = (node.typeParameters?.length ?? 0) > 0;
	const struct = isGeneric ? undefined : modules.resolver.struct(node, []);
	if (struct) layoutOf(struct);
	for (const member of node.members) {
		const isStatic = (ts.getCombinedModifierFlags(member) & ts.ModifierFlags.Static) !== 0;
		if (ts.isMethodDeclaration(member) && member.typeParameters?.length) continue;
		if (ts.isAccessor(member) || ts.isMethodDeclaration(member)) {
			if (isStatic) modules.functionOf(member, undefined);
			else if (struct) modules.functionOf(member, struct);
		} else if (ts.isPropertyDeclaration(member)) {
			if (isStatic) modules.staticOf(member);
		}
	}
}
