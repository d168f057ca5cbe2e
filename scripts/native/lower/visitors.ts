import ts from 'typescript';
import { lowerElement, lowerMember } from './access.ts';
import { lowerAssertion } from './assertion.ts';
import { lowerIncrement } from './assignment.ts';
import { lowerBinary } from './binary.ts';
import { lowerCall } from './call.ts';
import { lowerConditional } from './conditional.ts';
import type { Context, ExpressionVisitor, StatementVisitor } from './context.ts';
import { lowerBlock, lowerExpressionStatement, lowerIf, lowerReturn } from './control.ts';
import { lowerExpression } from './expression.ts';
import { lowerArrow } from './function.ts';
import { lowerIdentifier, lowerThis } from './identifier.ts';
import {
	lowerFalse,
	lowerNull,
	lowerNumber,
	lowerParentheses,
	lowerString,
	lowerTrue,
} from './literal.ts';
import {
	lowerBreak,
	lowerContinue,
	lowerDo,
	lowerFor,
	lowerForOf,
	lowerLabeled,
	lowerWhile,
} from './loop.ts';
import { lowerLooseStorage } from './storage.ts';
import { lowerSwitch } from './switch.ts';
import { lowerPrefix } from './unary.ts';
import { lowerVariables } from './variable.ts';

const K = ts.SyntaxKind;

/** Which visitor lowers which kind of node. */
export interface Visitors {
	readonly expressions: Partial<Record<ts.SyntaxKind, ExpressionVisitor<never>>>;
	readonly statements: Partial<Record<ts.SyntaxKind, StatementVisitor<never>>>;
}

const expressions: Visitors['expressions'] = {
	[K.NumericLiteral]: lowerNumber,
	[K.StringLiteral]: lowerString,
	[K.NoSubstitutionTemplateLiteral]: lowerString,
	[K.TrueKeyword]: lowerTrue,
	[K.FalseKeyword]: lowerFalse,
	[K.NullKeyword]: lowerNull,
	[K.Identifier]: lowerIdentifier,
	[K.ThisKeyword]: lowerThis,
	[K.ParenthesizedExpression]: lowerParentheses(lowerExpression),
	[K.BinaryExpression]: lowerBinary,
	[K.PrefixUnaryExpression]: lowerPrefix,
	[K.PostfixUnaryExpression]: lowerIncrement,
	[K.ConditionalExpression]: lowerConditional,
	[K.PropertyAccessExpression]: lowerMember,
	[K.ElementAccessExpression]: lowerElement,
	[K.CallExpression]: lowerCall,
	[K.ArrowFunction]: lowerArrow,
	[K.AsExpression]: lowerAssertion,
	[K.NewExpression]: lowerLooseStorage,
	[K.ObjectLiteralExpression]: lowerLooseStorage,
};

const statements: Visitors['statements'] = {
	[K.Block]: lowerBlock,
	[K.BreakStatement]: lowerBreak,
	[K.ContinueStatement]: lowerContinue,
	[K.DoStatement]: lowerDo,
	[K.EmptyStatement]: () => [],
	[K.ExpressionStatement]: lowerExpressionStatement,
	[K.ForOfStatement]: lowerForOf,
	[K.ForStatement]: lowerFor,
	[K.IfStatement]: lowerIf,
	[K.LabeledStatement]: lowerLabeled,
	[K.ReturnStatement]: lowerReturn,
	[K.SwitchStatement]: lowerSwitch,
	[K.VariableStatement]: (node: ts.VariableStatement, context: Context) =>
		lowerVariables(node.declarationList, context),
	[K.WhileStatement]: lowerWhile,
	[K.InterfaceDeclaration]: () => [],
	[K.TypeAliasDeclaration]: () => [],
};

export const visitors: Visitors = { expressions, statements };
