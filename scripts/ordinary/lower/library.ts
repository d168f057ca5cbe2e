import ts from 'typescript';
import { errors } from './errors.ts';
import { parse, rewriteText } from './render.ts';

/** Functions that stand in for what Porffor's library gets wrong; only those in use are added. */
const replacements = {
	// A RangeError is an instance of Error.
	$isError: [
		`function $isError(e) { return ${errors.map(name => `e instanceof ${name}`).join(' || ')}; }`,
	],
	// Halves go up, not to the even number.
	$round: [
		'function $round(x) {',
		'const low = Math.floor(x); return x - low >= 0.5 ? low + 1 : low; }',
	],
	// A generator has no length, and elements all the same.
	$from: [
		'function $from(x, f) {',
		"const isBare = typeof x === 'object' && x !== null && typeof x.length !== 'number';",
		'const all = isBare ? [...x] : Array.from(x); return f === undefined ? all : all.map(f); }',
	],
	// The iterators of arrays cannot be iterated: these are arrays.
	$entries: [
		'function $entries(x) { if (!Array.isArray(x)) return x.entries(); const all = [];',
		'for (let i = 0; i < x.length; i++) all.push([i, x[i]]); return all; }',
	],
	$keys: [
		'function $keys(x) { if (!Array.isArray(x)) return x.keys(); const all = [];',
		'for (let i = 0; i < x.length; i++) all.push(i); return all; }',
	],
	// Porffor writes the numbers of a typed array where it should write their digits.
	$join: [
		"function $join(x, by = ',') {",
		'return (ArrayBuffer.isView(x) ? [...x] : x).join(by); }',
	],
	// A start behind the end gives nothing, not everything.
	$substring: [
		"function $substring(x, a, b) { if (typeof x !== 'string') return x.substring(a, b);",
		'const n = x.length; const i = Math.min(Math.max(a || 0, 0), n);',
		'const j = b === undefined ? n : Math.min(Math.max(b || 0, 0), n);',
		'return i < j ? x.slice(i, j) : x.slice(j, i); }',
	],
} as const;

type Replacement = keyof typeof replacements;

const functions: ReadonlyMap<string, Replacement> = new Map([
	['Math.round', '$round'],
	['Array.from', '$from'],
]);
const methods: ReadonlyMap<string, Replacement> = new Map([
	['entries', '$entries'],
	['join', '$join'],
	['keys', '$keys'],
	['substring', '$substring'],
]);
const withoutArguments: ReadonlySet<Replacement> = new Set(['$entries', '$keys']);

/** Calls the functions above in place of the library's. */
export function lowerLibrary(text: string): string {
	const file = parse(text);
	const used = new Set<Replacement>();

	const lowered = rewriteText(file, (node, { render }) => {
		if (isErrorTest(node)) {
			used.add('$isError');
			return `$isError(${render(node.left)})`;
		}
		if (!ts.isCallExpression(node) || !ts.isPropertyAccessExpression(node.expression)) {
			return undefined;
		}
		const { expression: object, name, questionDotToken } = node.expression;
		const values = node.arguments.map(render);
		const byFunction = functions.get(node.expression.getText(file));
		if (byFunction !== undefined) {
			used.add(byFunction);
			return `${byFunction}(${values.join(', ')})`;
		}
		const byMethod = methods.get(name.text);
		if (
			byMethod === undefined ||
			questionDotToken !== undefined ||
			object.kind === ts.SyntaxKind.SuperKeyword ||
			(object.flags & ts.NodeFlags.OptionalChain) !== 0 ||
			(withoutArguments.has(byMethod) && values.length > 0)
		) {
			return undefined;
		}
		used.add(byMethod);
		return `${byMethod}(${[render(object), ...values].join(', ')})`;
	});
	return [...[...used].flatMap(name => replacements[name]), lowered].join(' ');
}

function isErrorTest(node: ts.Node): node is ts.BinaryExpression {
	return (
		ts.isBinaryExpression(node) &&
		node.operatorToken.kind === ts.SyntaxKind.InstanceOfKeyword &&
		ts.isIdentifier(node.right) &&
		node.right.text === 'Error'
	);
}
