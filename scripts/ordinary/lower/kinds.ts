import ts from 'typescript';
import type { Resolve, Variable } from './bindings.ts';

/**
 * What kind of value an expression gives: `plain` for numbers and what `+` takes for numbers (booleans,
 * null and undefined), `text` for strings that Porffor knows as well.
 */
export type Kind = 'plain' | 'text' | 'unknown';

/** Tells kinds, as far as that is possible without types. */
export class Kinds {
	private readonly resolve: Resolve;
	private readonly known = new Map<Variable, boolean>();

	constructor(resolve: Resolve) {
		this.resolve = resolve;
	}

	of(node: ts.Expression): Kind {
		if (ts.isParenthesizedExpression(node)) return this.of(node.expression);
		if (ts.isNumericLiteral(node)) return 'plain';
		if (ts.isStringLiteralLike(node) || ts.isTemplateExpression(node)) return 'text';
		if (plainKinds.has(node.kind)) return 'plain';
		if (ts.isIdentifier(node)) return this.isPlainVariable(node) ? 'plain' : 'unknown';
		if (ts.isConditionalExpression(node)) return this.both(node.whenTrue, node.whenFalse);
		if (ts.isBinaryExpression(node)) return this.ofBinary(node);
		if (ts.isPropertyAccessExpression(node)) {
			return node.name.text === 'length' || isMath(node) ? 'plain' : 'unknown';
		}
		if (!ts.isCallExpression(node)) return 'unknown';
		const { expression: callee } = node;
		const isNumber = ts.isIdentifier(callee) ? numeric.has(callee.text) : isMath(callee);
		return isNumber ? 'plain' : 'unknown';
	}

	private ofBinary(node: ts.BinaryExpression): Kind {
		const { left, right, operatorToken } = node;
		const { kind } = operatorToken;
		if (kind === ts.SyntaxKind.EqualsToken) return this.of(right);
		if (kind === ts.SyntaxKind.PlusToken || kind === ts.SyntaxKind.PlusEqualsToken) {
			const kinds = [this.of(left), this.of(right)];
			if (kinds.includes('text')) return 'text';
			return kinds.includes('unknown') ? 'unknown' : 'plain';
		}
		if (kind === ts.SyntaxKind.CommaToken) {
			const isKept =
				ts.isBinaryExpression(left) &&
				left.operatorToken.kind === ts.SyntaxKind.EqualsToken &&
				left.left.getText() === right.getText();
			return this.of(isKept ? left.right : right);
		}
		return choices.has(kind) ? this.both(left, right) : 'plain';
	}

	private both(one: ts.Expression, other: ts.Expression): Kind {
		const kind = this.of(one);
		return kind === this.of(other) && kind === 'plain' ? 'plain' : 'unknown';
	}

	private isPlainVariable(name: ts.Identifier): boolean {
		if (name.text === 'undefined' || name.text === 'NaN' || name.text === 'Infinity') return true;
		const variable = this.resolve(name);
		if (variable === undefined || variable.isOpen) return false;
		const known = this.known.get(variable);
		if (known !== undefined) return known;
		// Until something else turns up: a variable may depend on itself.
		this.known.set(variable, true);
		const isPlain = variable.values.every(value => this.of(value) === 'plain');
		this.known.set(variable, isPlain);
		return isPlain;
	}
}

function isMath(node: ts.Expression): boolean {
	return (
		ts.isPropertyAccessExpression(node) &&
		ts.isIdentifier(node.expression) &&
		node.expression.text === 'Math'
	);
}

const numeric = new Set(['Number', 'parseFloat', 'parseInt', '$clz32', '$round', '$toNumber']);

const plainKinds: ReadonlySet<ts.SyntaxKind> = new Set([
	ts.SyntaxKind.FalseKeyword,
	ts.SyntaxKind.NullKeyword,
	ts.SyntaxKind.PostfixUnaryExpression,
	ts.SyntaxKind.PrefixUnaryExpression,
	ts.SyntaxKind.TrueKeyword,
	ts.SyntaxKind.VoidExpression,
]);

const choices: ReadonlySet<ts.SyntaxKind> = new Set([
	ts.SyntaxKind.AmpersandAmpersandEqualsToken,
	ts.SyntaxKind.AmpersandAmpersandToken,
	ts.SyntaxKind.BarBarEqualsToken,
	ts.SyntaxKind.BarBarToken,
	ts.SyntaxKind.QuestionQuestionEqualsToken,
	ts.SyntaxKind.QuestionQuestionToken,
]);
