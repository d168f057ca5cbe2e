import ts from 'typescript';
import { parse, type Renderer, rewriteText } from './render.ts';

/**
 * Makes an async generator a generator that yields marks where it waits, and something that drives it:
 * Porffor hands out what such a function waits for as if it had been yielded.
 *
 * Runs after `for await` is lowered. kernel/runtime/library/async-generators.ts is the other half.
 */
export function lowerAsyncGenerators(text: string): string {
	const file = parse(text);

	const rewriteBody = (node: ts.Node, { render }: Renderer): string | undefined => {
		if (ts.isAwaitExpression(node)) return `(yield $await(${render(node.expression)}))`;
		if (ts.isReturnStatement(node) && node.expression !== undefined) {
			return `return (yield $await(${render(node.expression)}));`;
		}
		if (!ts.isYieldExpression(node)) return undefined;
		const value = node.expression === undefined ? 'undefined' : render(node.expression);
		if (node.asteriskToken === undefined) return `(yield (yield $await(${value})))`;
		return `(yield* (${delegate})($asyncCursor(${value})))`;
	};

	return rewriteText(file, (node, renderer) => {
		if (isAsyncGenerator(node)) return rewriteFunction(node, renderer);
		const around = functionAround(node);
		return around !== undefined && isAsyncGenerator(around)
			? rewriteBody(node, renderer)
			: undefined;
	});
}

/** A generator that yields what an async cursor comes to, and marks where it waits. */
const delegate = [
	'function* (steps) { let result = yield $await(steps.next(undefined));',
	'while (steps.accept(result)) {',
	'const sent = yield steps.value; result = yield $await(steps.next(sent)); }',
	'return result.value; }',
].join(' ');

type AsyncGenerator = (ts.FunctionDeclaration | ts.FunctionExpression | ts.MethodDeclaration) & {
	readonly body: ts.Block;
};

function rewriteFunction(node: AsyncGenerator, { copy, render }: Renderer): string {
	const body = render(node.body);
	const usesArguments = /\barguments\b/.test(body);
	const values = usesArguments ? '.apply(this, arguments)' : '.call(this)';
	const inner = `{ return $asyncGenerator((function* () ${body})${values}); }`;
	// What is copied between the children is white space and punctuation, and the asterisk is a child.
	return copy(node, child => {
		if (child === node.body) return inner;
		if (child === node.asteriskToken || child.kind === ts.SyntaxKind.AsyncKeyword) return '';
		return undefined;
	});
}

function isAsyncGenerator(node: ts.Node): node is AsyncGenerator {
	return (
		(ts.isFunctionDeclaration(node) ||
			ts.isFunctionExpression(node) ||
			ts.isMethodDeclaration(node)) &&
		node.body !== undefined &&
		node.asteriskToken !== undefined &&
		node.modifiers?.some(({ kind }) => kind === ts.SyntaxKind.AsyncKeyword) === true
	);
}

function functionAround(node: ts.Node): ts.Node | undefined {
	for (let around = node.parent; around !== undefined; around = around.parent) {
		if (ts.isFunctionLike(around)) return around;
	}
	return undefined;
}
