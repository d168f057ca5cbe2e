import ts from 'typescript';
import { lowerElement, lowerMember } from './access.ts';
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

/** Which visitor lowers which kind of node, and what to say of those that none does. */
export interface Visitors {
	readonly expressions: Partial<Record<ts.SyntaxKind, ExpressionVisitor<never>>>;
	readonly statements: Partial<Record<ts.SyntaxKind, StatementVisitor<never>>>;
	/** What TypeScript has and native code does not, and what to write instead. */
	readonly unsupported: Partial<Record<ts.SyntaxKind, readonly [what: string, instead?: string]>>;
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

const unsupported: Visitors['unsupported'] = {
	[K.BigIntLiteral]: ['bigint', `Write the number without 'n': a u64 holds 64 bits.`],
	[K.TemplateExpression]: ['template strings', 'Write the parts one after the other.'],
	[K.TaggedTemplateExpression]: ['template strings', 'Write the parts one after the other.'],
	[K.RegularExpressionLiteral]: [
		'regular expressions',
		'Compare bytes, or do it in an ordinary module.',
	],
	[K.ArrayLiteralExpression]: [
		'array literals',
		`Use 'zeroed<FixedArray<T, N>>()' and assign the elements.`,
	],
	[K.FunctionExpression]: [
		'function expressions',
		'Write an arrow function or a function at module level.',
	],
	[K.ClassExpression]: ['class expressions', 'Declare the class at module level.'],
	[K.AwaitExpression]: [`'await'`, 'Post an event and await it in an ordinary module.'],
	[K.YieldExpression]: ['generators', 'Write a loop, or do it in an ordinary module.'],
	[K.DeleteExpression]: [
		`'delete'`,
		'Fields of a layout always exist; assign a value that means empty.',
	],
	[K.TypeOfExpression]: [`'typeof' at run time`, 'Types are known at build time.'],
	[K.VoidExpression]: [`'void'`, 'Write the expression as a statement.'],
	[K.SpreadElement]: ['spread', 'Name every element.'],
	[K.AsExpression]: [
		'type assertions',
		`Convert with 'u32(…)' and its like, or use 'pointerAt<T>(…)'.`,
	],
	[K.SatisfiesExpression]: [`'satisfies'`, 'Annotate the declaration.'],
	[K.TypeAssertionExpression]: ['type assertions', `Convert with 'u32(…)' and its like.`],
	[K.NonNullExpression]: [`'!' after an expression`, `Compare with 'null' first.`],
	[K.SuperKeyword]: ['inheritance', 'Hold the other object in a field.'],
	[K.MetaProperty]: ['meta properties'],
	[K.ImportKeyword]: ['dynamic imports', `Write 'import' at the top of the module.`],
	[K.ForInStatement]: [`'for … in'`, 'Loop over indices.'],
	[K.ThrowStatement]: ['exceptions', `Return a value that says so, or call 'panic(…)'.`],
	[K.TryStatement]: ['exceptions', 'Check results instead.'],
	[K.WithStatement]: [`'with'`],
	[K.DebuggerStatement]: [`'debugger'`, 'Set a breakpoint with gdb.'],
	[K.FunctionDeclaration]: ['functions inside functions', 'Move the function to module level.'],
	[K.ClassDeclaration]: ['classes inside functions', 'Move the class to module level.'],
	[K.EnumDeclaration]: ['enums inside functions', 'Move the enum to module level.'],
};

export const visitors: Visitors = { expressions, statements, unsupported };
