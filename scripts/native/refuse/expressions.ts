import ts from 'typescript';
import * as d from '../diagnostics.ts';
import { libraryName } from './library.ts';
import { brief, type Refusal } from './refusal.ts';

const K = ts.SyntaxKind;

/** What the grammar alone tells to be no expression of native code. */
export const refusedExpressions: Partial<Record<ts.SyntaxKind, Refusal<never>>> = {
	[K.Identifier]: refuseName,
	[K.TemplateExpression]: (node: ts.TemplateExpression) =>
		ts.isTaggedTemplateExpression(node.parent) ? undefined : d.templateString(node),
	[K.TaggedTemplateExpression]: (node: ts.TaggedTemplateExpression) =>
		d.taggedTemplate(node, brief(node.tag)),
	[K.RegularExpressionLiteral]: d.regularExpression,
	[K.BigIntLiteral]: (node: ts.BigIntLiteral) => d.bigintLiteral(node, node.getText()),
	[K.BinaryExpression]: refuseBinary,
	[K.PrefixUnaryExpression]: (node: ts.PrefixUnaryExpression) =>
		node.operator === K.PlusToken ? d.unaryPlus(node, brief(node.operand)) : undefined,
	[K.PropertyAccessExpression]: refuseChain,
	[K.ElementAccessExpression]: refuseChain,
	[K.CallExpression]: refuseCall,
	[K.NewExpression]: (node: ts.NewExpression) => refuseSpread(node.arguments),
	[K.AwaitExpression]: d.awaitExpression,
	[K.YieldExpression]: d.yieldExpression,
	[K.VoidExpression]: (node: ts.VoidExpression) => d.voidOperator(node, brief(node.expression)),
	[K.TypeOfExpression]: (node: ts.TypeOfExpression) =>
		d.typeofOperator(node, brief(node.expression)),
	[K.DeleteExpression]: (node: ts.DeleteExpression) =>
		d.deleteOperator(node, brief(node.expression)),
	[K.AsExpression]: (node: ts.AsExpression) =>
		ts.isConstTypeReference(node.type) ? d.typeAssertion(node, brief(node.type)) : undefined,
	[K.TypeAssertionExpression]: (node: ts.TypeAssertion) => d.typeAssertion(node, brief(node.type)),
	[K.SatisfiesExpression]: (node: ts.SatisfiesExpression) =>
		d.satisfiesOperator(node, brief(node.type)),
	[K.NonNullExpression]: (node: ts.NonNullExpression) =>
		d.nonNullAssertion(node, brief(node.expression)),
	[K.ArrayLiteralExpression]: (node: ts.ArrayLiteralExpression) =>
		isTarget(node) ? undefined : [d.arrayLiteral(node), ...refuseElements(node.elements)],
	[K.ObjectLiteralExpression]: (node: ts.ObjectLiteralExpression) =>
		node.properties.flatMap(property => refuseProperty(property) ?? []),
	[K.FunctionExpression]: d.functionExpression,
	[K.ClassExpression]: d.classExpression,
	[K.MetaProperty]: (node: ts.MetaProperty) => d.metaProperty(node, node.getText()),
	[K.SuperKeyword]: d.superReference,
};

/** Names that tsc knows without a library, where they stand for a value. */
function refuseName(node: ts.Identifier): d.Mistake | undefined {
	const { parent, text } = node;
	if ((parent as { readonly name?: ts.Node }).name === node) return undefined;
	if (text === 'undefined') return d.undefinedValue(node);
	if (text === 'arguments') return d.argumentsObject(node);
	return text === 'globalThis' ? libraryName(node) : undefined;
}

/** Whether an array literal stands on the left of an assignment, as a pattern. */
const isTarget = (node: ts.Node): boolean =>
	(ts.isBinaryExpression(node.parent) && node.parent.left === node) ||
	(ts.isForOfStatement(node.parent) && node.parent.initializer === node);

function refuseBinary(node: ts.BinaryExpression): d.Mistake | undefined {
	const { left, operatorToken } = node;
	const operator = operatorToken.getText();
	switch (operatorToken.kind) {
		case K.EqualsToken:
			return ts.isArrayLiteralExpression(left) || ts.isObjectLiteralExpression(left)
				? d.patternAssignment(left)
				: undefined;
		case K.QuestionQuestionToken:
			return d.nullishCoalescing(node, brief(left).replaceAll('?.', '.'));
		case K.QuestionQuestionEqualsToken:
			return d.logicalAssignment(node, operator, brief(left));
		case K.AsteriskAsteriskToken:
		case K.AsteriskAsteriskEqualsToken:
			return d.exponentiation(operatorToken, operator);
		case K.EqualsEqualsToken:
		case K.ExclamationEqualsToken:
			return d.looseEquality(operatorToken, operator);
		case K.InKeyword:
			return d.inOperator(node);
		case K.InstanceOfKeyword:
			return d.instanceofOperator(node, brief(left));
		default:
			return undefined;
	}
}

function refuseChain(
	node: ts.PropertyAccessExpression | ts.ElementAccessExpression,
): d.Mistake | undefined {
	return node.questionDotToken && d.optionalChain(node, brief(node.expression));
}

function refuseCall(node: ts.CallExpression): d.Mistake | readonly d.Mistake[] | undefined {
	if (node.expression.kind === K.ImportKeyword) return d.dynamicImport(node);
	if (node.questionDotToken) return d.optionalChain(node, brief(node.expression));
	return refuseSpread(node.arguments);
}

const refuseSpread = (values: readonly ts.Expression[] | undefined): readonly d.Mistake[] =>
	(values ?? [])
		.filter(ts.isSpreadElement)
		.map(argument => d.spreadArgument(argument, brief(argument)));

const refuseElements = (values: readonly ts.Expression[]): readonly d.Mistake[] =>
	values.filter(ts.isSpreadElement).map(element => d.spreadElement(element, brief(element)));

function refuseProperty(node: ts.ObjectLiteralElementLike): d.Mistake | undefined {
	if (ts.isSpreadAssignment(node)) return d.spreadProperty(node, brief(node));
	if (ts.isMethodDeclaration(node)) return d.objectMethod(node.name, brief(node.name));
	if (ts.isAccessor(node)) return d.objectAccessor(node.name, brief(node.name));
	if (ts.isComputedPropertyName(node.name)) return d.computedName(node.name, brief(node.name));
	return ts.isIdentifier(node.name) ? undefined : d.objectProperty(node.name, brief(node.name));
}
