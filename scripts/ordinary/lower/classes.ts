import ts from 'typescript';
import { errors } from './errors.ts';
import { parse, type Renderer } from './render.ts';
import { rewriteScopes, Scopes } from './scope.ts';

type Class = ts.ClassLikeDeclaration;

/**
 * Repairs what Porffor gets wrong in a class with a base class: `super.method()` runs with a wrong
 * `this`, and a subclass of an error has neither message nor name.
 */
export function lowerClasses(text: string): string {
	const file = parse(text);
	const scopes = new Scopes();
	let isUsed = false;

	const rewriteErrorCall = (node: ts.CallExpression, render: Renderer['render']) => {
		const values = node.arguments.map(render);
		const message = scopes.declare(`$message${scopes.next()}`);
		const [first = 'undefined', ...rest] = values;
		return `(${message} = ${first}, super(${message}), $startError(${['this', message, ...rest].join(', ')}))`;
	};

	const lowered = rewriteScopes(file, scopes, (node, { copy, render }) => {
		if (ts.isClassLike(node)) {
			const base = baseOf(node);
			if (base === undefined || !errors.includes(base)) return undefined;
			if (node.members.some(ts.isConstructorDeclaration)) {
				return `${copy(node).slice(0, -1)} ${members(base, node)} }`;
			}
			const made = `constructor(message, options) { super(message); $startError(this, message, options); }`;
			return `${copy(node).slice(0, -1)} ${made} ${members(base, node)} }`;
		}
		const getter = superGetter(node);
		if (getter !== undefined) {
			isUsed = true;
			return getter;
		}
		if (!ts.isCallExpression(node)) return undefined;
		const { expression } = node;
		const type = classAround(node);
		const base = type === undefined ? undefined : baseOf(type);
		if (type === undefined || base === undefined) return undefined;
		if (expression.kind === ts.SyntaxKind.SuperKeyword && errors.includes(base)) {
			return rewriteErrorCall(node, render);
		}
		if (
			ts.isPropertyAccessExpression(expression) &&
			expression.expression.kind === ts.SyntaxKind.SuperKeyword
		) {
			const owner = isStaticPlace(node) ? base : `${base}.prototype`;
			const values = ['this', ...node.arguments.map(render)].join(', ');
			return `${owner}.${expression.name.text}.call(${values})`;
		}
		return undefined;
	});
	return isUsed ? `${readSuper} ${lowered}` : lowered;
}

/** What `super.name` gives, by the accessor of the base class where there is one. */
const readSuper = [
	'function $super(base, name, self) {',
	'for (let o = base; o !== null && o !== undefined; o = Object.getPrototypeOf(o)) {',
	'const found = Object.getOwnPropertyDescriptor(o, name);',
	'if (found !== undefined) return found.get === undefined ? found.value : found.get.call(self);',
	'} }',
].join(' ');

function superGetter(node: ts.Node): string | undefined {
	if (
		!ts.isPropertyAccessExpression(node) ||
		node.expression.kind !== ts.SyntaxKind.SuperKeyword ||
		(ts.isCallExpression(node.parent) && node.parent.expression === node) ||
		(ts.isBinaryExpression(node.parent) &&
			node.parent.left === node &&
			node.parent.operatorToken.kind === ts.SyntaxKind.EqualsToken)
	) {
		return undefined;
	}
	const type = classAround(node);
	const base = type === undefined ? undefined : baseOf(type);
	if (base === undefined) return undefined;
	const owner = isStaticPlace(node) ? base : `${base}.prototype`;
	return `$super(${owner}, '${node.name.text}', this)`;
}

/** The members that a subclass of an error needs beside its own: Porffor's are for its own errors only. */
function members(base: string, type: Class): string {
	const has = (wanted: string) =>
		type.members.some(
			({ name }) => name !== undefined && ts.isIdentifier(name) && name.text === wanted,
		);
	const name = `get name() { return '${base}'; } set name(value) { $nameError(this, value); }`;
	const text = 'toString() { return $errorText(this); }';
	return [...(has('name') ? [] : [name]), ...(has('toString') ? [] : [text])].join(' ');
}

/** The name of the base class, or undefined if there is none or it is not a name. */
function baseOf(type: Class): string | undefined {
	const clause = type.heritageClauses?.find(({ token }) => token === ts.SyntaxKind.ExtendsKeyword);
	const base = clause?.types[0]?.expression;
	return base !== undefined && ts.isIdentifier(base) ? base.text : undefined;
}

/** The class to which `super` in `node` belongs. */
function classAround(node: ts.Node): Class | undefined {
	const member = memberAround(node);
	return member !== undefined && ts.isClassLike(member.parent) ? member.parent : undefined;
}

/** Whether `super` in `node` is the base class itself and not its prototype. */
function isStaticPlace(node: ts.Node): boolean {
	const member = memberAround(node);
	if (member === undefined) return false;
	return (
		ts.isClassStaticBlockDeclaration(member) ||
		(ts.canHaveModifiers(member) &&
			ts.getModifiers(member)?.some(({ kind }) => kind === ts.SyntaxKind.StaticKeyword) === true)
	);
}

/** The class or object member around `node`; arrow functions have no `super` of their own. */
function memberAround(node: ts.Node): ts.Node | undefined {
	for (let around = node.parent; around !== undefined; around = around.parent) {
		if (ts.isClassElement(around) || ts.isObjectLiteralElement(around)) return around;
		if (ts.isFunctionDeclaration(around) || ts.isFunctionExpression(around)) return undefined;
	}
	return undefined;
}
