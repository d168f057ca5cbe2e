import ts from 'typescript';
import { parse, rewriteText } from './render.ts';

const walk = [
	'function* $walk(it) { for (let r = it.next(); !r.done; r = it.next()) yield r.value; }',
	'function $iterable(x) {',
	"if (typeof x !== 'object' || x === null || Array.isArray(x)) return x;",
	'if (x instanceof Map || x instanceof Set) return x;',
	'const make = x[Symbol.iterator];',
	"return typeof make === 'function' ? $walk(make.call(x)) : x; }",
].join(' ');

const array = 'function $array(x) { return Array.isArray(x) ? x : [...x]; }';

/**
 * Lets `for … of`, spread and array patterns take what they should. Porffor iterates what it knows; an
 * object with an iterator of its own is walked by a generator, and a pattern is given an array.
 */
export function lowerIteration(text: string): string {
	const file = parse(text);
	const hasIterators = text.includes('Symbol.iterator');
	const used = new Set<string>();
	const through = (name: string, definition: string, value: string) => {
		used.add(definition);
		return `${name}(${value})`;
	};
	const iterable = (value: string) => through('$iterable', walk, value);

	const lowered = rewriteText(file, (node, { copy, render }) => {
		if (ts.isVariableDeclaration(node) && ts.isArrayBindingPattern(node.name)) {
			const { initializer } = node;
			if (initializer === undefined || ts.isArrayLiteralExpression(initializer)) return undefined;
			const value = hasIterators ? iterable(render(initializer)) : render(initializer);
			return copy(node, initializer, through('$array', array, value));
		}
		if (!hasIterators) return undefined;
		if (ts.isForOfStatement(node) && node.awaitModifier === undefined) {
			return copy(node, node.expression, iterable(render(node.expression)));
		}
		if (ts.isSpreadElement(node) && !ts.isArrayLiteralExpression(node.expression)) {
			return `...${iterable(render(node.expression))}`;
		}
		return undefined;
	});
	return [...used, lowered].join(' ');
}
