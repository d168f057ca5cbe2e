import ts from 'typescript';
import * as d from '../diagnostics.ts';
import { brief, type Refusal } from './refusal.ts';

const K = ts.SyntaxKind;

/** What the grammar alone tells to be no declaration of native code. */
export const refusedDeclarations: Partial<Record<ts.SyntaxKind, Refusal<never>>> = {
	[K.FunctionDeclaration]: (node: ts.FunctionDeclaration) => [
		...(isNested(node) ? [d.nestedFunction(node.name ?? node, brief(node.name))] : []),
		...refuseKind(node),
	],
	[K.ArrowFunction]: refuseKind,
	[K.MethodDeclaration]: refuseKind,
	[K.EnumDeclaration]: (node: ts.EnumDeclaration) =>
		isNested(node) ? d.nestedEnum(node.name, node.name.text) : undefined,
	[K.EnumMember]: refuseEnumMember,
	[K.Parameter]: refuseParameter,
	[K.BindingElement]: refuseBinding,
	[K.VariableStatement]: refuseVariables,
	[K.ModuleDeclaration]: (node: ts.ModuleDeclaration) => d.namespace(node.name, node.name.text),
	[K.ImportEqualsDeclaration]: (node: ts.ImportEqualsDeclaration) =>
		d.importEquals(node, node.name.text),
	[K.ExportAssignment]: d.exportValue,
	[K.Decorator]: (node: ts.Decorator) => d.decorator(node, brief(node)),
};

/** Whether a declaration stands inside of a function. */
export const isNested = (node: ts.Node): boolean => !ts.isSourceFile(node.parent);

/** `async`, `function*`, and what has no body. */
function refuseKind(
	node: ts.FunctionDeclaration | ts.MethodDeclaration | ts.ArrowFunction,
): readonly d.Mistake[] {
	const name = brief(
		node.name ?? (ts.isVariableDeclaration(node.parent) ? node.parent.name : node),
	);
	const async = node.modifiers?.find(modifier => modifier.kind === K.AsyncKeyword);
	const isAbstract = node.modifiers?.some(modifier => modifier.kind === K.AbstractKeyword);
	return [
		...(node.body || isAbstract ? [] : [d.overload(node.name ?? node, name)]),
		...(async ? [d.asyncFunction(async, name)] : []),
		...(node.asteriskToken ? [d.generator(node.asteriskToken, name)] : []),
	];
}

function refuseEnumMember(node: ts.EnumMember): d.Mistake | undefined {
	const { initializer, name } = node;
	const isText =
		initializer && (ts.isStringLiteralLike(initializer) || ts.isTemplateExpression(initializer));
	return isText ? d.stringEnumMember(initializer, brief(name)) : undefined;
}

/** Every form of parameter but `name: type`. */
function refuseParameter(node: ts.ParameterDeclaration): d.Mistake | undefined {
	const { dotDotDotToken, initializer, modifiers, name, questionToken } = node;
	const isOfType =
		ts.isFunctionTypeNode(node.parent) || ts.isIndexSignatureDeclaration(node.parent);
	if (dotDotDotToken) return d.restParameter(node, brief(name));
	if (initializer) return d.defaultParameter(node, brief(name));
	if (questionToken) return d.optionalParameter(node, brief(name));
	if (isOfType) return undefined;
	if (!ts.isIdentifier(name)) return d.patternParameter(name);
	if (name.text === 'this') return d.thisParameter(node);
	const isProperty = modifiers?.some(modifier => !ts.isDecorator(modifier));
	return isProperty ? d.parameterProperty(node, brief(name)) : undefined;
}

function refuseBinding(node: ts.BindingElement): d.Mistake | undefined {
	if (node.dotDotDotToken) return d.restInPattern(node, brief(node));
	return node.initializer && d.defaultInPattern(node, brief(node.name));
}

/** What stands at module level has a name and a value. */
function refuseVariables(node: ts.VariableStatement): readonly d.Mistake[] {
	if (isNested(node)) return [];
	return node.declarationList.declarations.flatMap(({ initializer, name }) => {
		if (!ts.isIdentifier(name)) return [d.patternAtModuleLevel(name)];
		const isConstant = (node.declarationList.flags & ts.NodeFlags.Const) !== 0;
		return isConstant && !initializer ? [d.constantWithoutValue(name, name.text)] : [];
	});
}
