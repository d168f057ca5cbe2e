import ts from 'typescript';

/** Where in a module a call writes text and numbers only: the places of the method's name. */
export type PlainLogs = ReadonlyMap<string, readonly number[]>;

const methods = new Set(['log', 'info', 'debug', 'warn', 'error']);

/** The method that writes such values and nothing else. */
const plainMethod = 'logText';

/**
 * Finds the calls of the console that need none of what shows objects, which is most of a small image:
 * by tsc's types, every argument is text, a number or the like.
 */
export function findPlainLogs(program: ts.Program, files: readonly ts.SourceFile[]): PlainLogs {
	const checker = program.getTypeChecker();
	const found = new Map<string, number[]>();
	for (const file of files) {
		const places: number[] = [];
		const visit = (node: ts.Node): void => {
			if (ts.isCallExpression(node) && isPlain(node, checker)) {
				places.push((node.expression as ts.PropertyAccessExpression).name.getStart(file));
			}
			ts.forEachChild(node, visit);
		};
		visit(file);
		if (places.length > 0) found.set(file.fileName, places);
	}
	return found;
}

/** `text` with the calls at `places` made plain ones. */
export function withPlainLogs(text: string, places: readonly number[]): string {
	let written = '';
	let position = 0;
	for (const place of places) {
		const name = /^\w+/.exec(text.slice(place))?.[0] ?? '';
		written += text.slice(position, place) + plainMethod;
		position = place + name.length;
	}
	return written + text.slice(position);
}

function isPlain(node: ts.CallExpression, checker: ts.TypeChecker): boolean {
	const { expression: callee, arguments: values } = node;
	if (!ts.isPropertyAccessExpression(callee) || callee.questionDotToken !== undefined) return false;
	if (!ts.isIdentifier(callee.expression) || callee.expression.text !== 'console') return false;
	if (!methods.has(callee.name.text) || !isGlobal(callee.expression, checker)) return false;
	if (values.some(value => ts.isSpreadElement(value) || !isPrimitive(value, checker))) return false;
	const [first] = values;
	return values.length < 2 || first === undefined || !mayBeForm(first, checker);
}

function isGlobal(node: ts.Identifier, checker: ts.TypeChecker): boolean {
	const declarations = checker.getSymbolAtLocation(node)?.declarations ?? [];
	return (
		declarations.length > 0 && declarations.every(each => each.getSourceFile().isDeclarationFile)
	);
}

const primitive =
	ts.TypeFlags.StringLike |
	ts.TypeFlags.NumberLike |
	ts.TypeFlags.BooleanLike |
	ts.TypeFlags.Undefined |
	ts.TypeFlags.Null;

function isPrimitive(node: ts.Expression, checker: ts.TypeChecker): boolean {
	return partsOf(checker.getTypeAtLocation(node)).every(({ flags }) => (flags & primitive) !== 0);
}

/** Whether `node`, the first of several arguments, may be a text with places like `%s`. */
function mayBeForm(node: ts.Expression, checker: ts.TypeChecker): boolean {
	return partsOf(checker.getTypeAtLocation(node)).some(part =>
		part.isStringLiteral()
			? part.value.includes('%')
			: (part.flags & ts.TypeFlags.StringLike) !== 0,
	);
}

function partsOf(type: ts.Type): readonly ts.Type[] {
	return type.isUnion() ? type.types : [type];
}
