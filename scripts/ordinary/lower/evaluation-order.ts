import ts from 'typescript';
import { isAssignment } from './bindings.ts';
import { effectsOf, isUnstable } from './effects.ts';
import { parse, type Renderer } from './render.ts';
import { rewriteScopes, Scopes } from './scope.ts';

/**
 * Evaluates operands from left to right, each once: `f(i, i++)` becomes `f(($1 = i, $1), i++)`.
 *
 * Porffor reads a variable where its value is used, after whatever the operands behind it have changed;
 * leaves it to the C compiler which of two calls in `a() * b()` comes first; and reads the variable of
 * `x += f()` after the call ([ECMA] "Evaluation" of each kind of expression).
 */
export function orderEvaluation(text: string): string {
	const file = parse(text);
	const scopes = new Scopes();
	const effects = effectsOf(file);

	const keep = (value: string): string => {
		const variable = scopes.declare(`$kept${scopes.next()}`);
		return `(${variable} = ${value}, ${variable})`;
	};

	/** `operands` in their order, those kept whose value could change before it is used. */
	const inOrder = (
		operands: readonly ts.Expression[],
		render: Renderer['render'],
		isCallStable: boolean,
	): ReadonlyMap<ts.Node, string> => {
		const kept = new Map<ts.Node, string>();
		operands.forEach((operand, index) => {
			const later = effects.among(operands.slice(index + 1));
			// Porffor evaluates a computed key behind its value.
			const isStable = isCallStable && !ts.isComputedPropertyName(operand.parent);
			if (later === undefined || !isUnstable(operand, later, isStable)) return;
			if (ts.isSpreadElement(operand)) {
				kept.set(operand, `...${keep(render(operand.expression))}`);
			} else {
				kept.set(operand, keep(render(operand)));
			}
		});
		return kept;
	};

	const reorder = (
		node: ts.Node,
		operands: readonly ts.Expression[],
		{ copy, render }: Renderer,
		isCallStable = true,
	): string | undefined => {
		if (effects.among(operands.slice(1)) === undefined) return undefined;
		const kept = inOrder(operands, render, isCallStable);
		return kept.size === 0 ? undefined : deepCopy(node, kept, copy);
	};

	/** The member that `target` names, its object and key evaluated once, in front. */
	const place = (target: Member, render: Renderer['render']) => {
		const object = scopes.declare(`$object${scopes.next()}`);
		const isObjectFixed = isFixed(target.expression);
		const start = isObjectFixed ? [] : [`${object} = ${render(target.expression)}`];
		const base = isObjectFixed ? render(target.expression) : object;
		if (ts.isPropertyAccessExpression(target)) {
			return { start, text: `${base}.${target.name.text}` };
		}
		const { argumentExpression: index } = target;
		if (ts.isLiteralExpression(index)) return { start, text: `${base}[${render(index)}]` };
		const key = scopes.declare(`$key${scopes.next()}`);
		start.push(`${key} = ${render(index)}`);
		return { start, text: `${base}[${key}]` };
	};

	const assign = (node: ts.BinaryExpression, renderer: Renderer): string | undefined => {
		const { left, right, operatorToken } = node;
		const { render } = renderer;
		const later = effects.among([right]);
		const operator = operatorToken.getText(file).slice(0, -1);
		if (isMember(left)) {
			const isPlain = operator === '';
			const parts = partsOf(left);
			const hasLateEffects =
				later !== undefined && (!isPlain || parts.some(part => isUnstable(part, later, true)));
			if (!hasLateEffects && (isPlain || effects.among(parts) === undefined)) return undefined;
			const { start, text } = place(left, render);
			const value = render(right);
			const changed = isPlain
				? `${text} = ${value}`
				: isLogical(operatorToken.kind) || later === undefined
					? `${text} ${operator}= ${value}`
					: `${text} = ${keep(text)} ${operator} (${value})`;
			return `(${[...start, changed].join(', ')})`;
		}
		if (operator === '' || isLogical(operatorToken.kind) || !ts.isIdentifier(left))
			return undefined;
		if (later === undefined || !isUnstable(left, later, true)) return undefined;
		return `(${left.text} = ${keep(left.text)} ${operator} (${render(right)}))`;
	};

	const count = (
		node: ts.PrefixUnaryExpression | ts.PostfixUnaryExpression,
		{ render }: Renderer,
	): string | undefined => {
		const { operand, operator } = node;
		const sign = operator === ts.SyntaxKind.PlusPlusToken ? '++' : '--';
		if (operator !== ts.SyntaxKind.PlusPlusToken && operator !== ts.SyntaxKind.MinusMinusToken) {
			return undefined;
		}
		if (!isMember(operand) || effects.among(partsOf(operand)) === undefined) return undefined;
		const { start, text } = place(operand, render);
		const changed = ts.isPrefixUnaryExpression(node) ? `${sign}${text}` : `${text}${sign}`;
		return `(${[...start, changed].join(', ')})`;
	};

	const call = (node: ts.CallExpression, renderer: Renderer): string | undefined => {
		const { expression: callee, arguments: values } = node;
		const isOptional = (node.flags & ts.NodeFlags.OptionalChain) !== 0;
		const later = effects.among(values);
		if (later === undefined) return undefined;
		if (isOptional || !isMember(callee) || !isUnstable(callee.expression, later, true)) {
			return reorder(node, values, renderer);
		}
		// Porffor looks the method up in front of the arguments, and `this` behind them.
		const receiver = scopes.declare(`$self${scopes.next()}`);
		const kept = new Map(inOrder(values, renderer.render, true));
		kept.set(callee.expression, receiver);
		const start = `${receiver} = ${renderer.render(callee.expression)}`;
		return `(${start}, ${deepCopy(node, kept, renderer.copy)})`;
	};

	return rewriteScopes(file, scopes, (node, renderer) => {
		if (ts.isCallExpression(node)) return call(node, renderer);
		if (ts.isNewExpression(node)) return reorder(node, node.arguments ?? [], renderer);
		if (ts.isArrayLiteralExpression(node)) {
			return isPattern(node) ? undefined : reorder(node, node.elements, renderer);
		}
		if (ts.isObjectLiteralExpression(node)) {
			return isPattern(node) ? undefined : reorder(node, valuesOf(node), renderer);
		}
		if (ts.isTemplateExpression(node)) {
			const operands = node.templateSpans.map(({ expression }) => expression);
			return reorder(node, operands, renderer);
		}
		if (ts.isElementAccessExpression(node) && !isTarget(node)) {
			if ((node.flags & ts.NodeFlags.OptionalChain) !== 0) return undefined;
			if (node.expression.kind === ts.SyntaxKind.SuperKeyword) return undefined;
			return reorder(node, [node.expression, node.argumentExpression], renderer);
		}
		if (ts.isPrefixUnaryExpression(node) || ts.isPostfixUnaryExpression(node)) {
			return count(node, renderer);
		}
		if (!ts.isBinaryExpression(node)) return undefined;
		if (isAssignment(node)) return assign(node, renderer);
		if (isLogical(node.operatorToken.kind) || ts.isPrivateIdentifier(node.left)) return undefined;
		if (node.operatorToken.kind === ts.SyntaxKind.CommaToken) return undefined;
		return reorder(node, [node.left, node.right], renderer, false);
	});
}

type Member = ts.PropertyAccessExpression | ts.ElementAccessExpression;

function isMember(node: ts.Node): node is Member {
	return (
		(ts.isPropertyAccessExpression(node) || ts.isElementAccessExpression(node)) &&
		node.expression.kind !== ts.SyntaxKind.SuperKeyword
	);
}

/** What is evaluated before a member is read or written. */
function partsOf(node: Member): readonly ts.Expression[] {
	return ts.isElementAccessExpression(node)
		? [node.expression, node.argumentExpression]
		: [node.expression];
}

/** Whether `node` gives the same whenever it is evaluated. */
function isFixed(node: ts.Expression): boolean {
	return node.kind === ts.SyntaxKind.ThisKeyword;
}

function valuesOf(node: ts.ObjectLiteralExpression): readonly ts.Expression[] {
	return node.properties.flatMap(property => {
		const { name } = property;
		const key = name !== undefined && ts.isComputedPropertyName(name) ? [name.expression] : [];
		return ts.isPropertyAssignment(property) ? [...key, property.initializer] : key;
	});
}

function isLogical(kind: ts.SyntaxKind): boolean {
	return logical.has(kind);
}

const logical: ReadonlySet<ts.SyntaxKind> = new Set([
	ts.SyntaxKind.AmpersandAmpersandToken,
	ts.SyntaxKind.BarBarToken,
	ts.SyntaxKind.QuestionQuestionToken,
	ts.SyntaxKind.AmpersandAmpersandEqualsToken,
	ts.SyntaxKind.BarBarEqualsToken,
	ts.SyntaxKind.QuestionQuestionEqualsToken,
]);

/** Whether `node` is written to, counted, deleted or called. */
function isTarget(node: ts.Expression): boolean {
	const { parent } = node;
	if (ts.isBinaryExpression(parent)) return parent.left === node && isAssignment(parent);
	return (
		ts.isDeleteExpression(parent) ||
		ts.isPrefixUnaryExpression(parent) ||
		ts.isPostfixUnaryExpression(parent) ||
		(ts.isCallExpression(parent) && parent.expression === node) ||
		isPattern(node)
	);
}

/** Whether `node` is a part of a pattern that is assigned to. */
function isPattern(node: ts.Node): boolean {
	let child = node;
	let around = node.parent;
	while (
		ts.isArrayLiteralExpression(around) ||
		ts.isObjectLiteralExpression(around) ||
		ts.isPropertyAssignment(around) ||
		ts.isSpreadElement(around) ||
		ts.isSpreadAssignment(around)
	) {
		child = around;
		around = around.parent;
	}
	if (ts.isForOfStatement(around) || ts.isForInStatement(around)) {
		return around.initializer === child;
	}
	return ts.isBinaryExpression(around) && around.left === child && isAssignment(around);
}

/** A copy of `node` with the texts of some nodes, however deep they lie in it, given. */
function deepCopy(
	node: ts.Node,
	texts: ReadonlyMap<ts.Node, string>,
	copy: Renderer['copy'],
): string {
	const replace = (child: ts.Node): string | undefined => {
		const text = texts.get(child);
		if (text !== undefined) return text;
		const isAround = [...texts.keys()].some(
			inner => inner.pos >= child.pos && inner.end <= child.end,
		);
		return isAround ? copy(child, replace) : undefined;
	};
	return copy(node, replace);
}
