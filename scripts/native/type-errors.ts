import ts from 'typescript';
import * as d from './diagnostics.ts';
import { fromTypeScript, isOrdinary } from './program.ts';
import { libraryMember, libraryName } from './refuse/library.ts';
import { integers, isIntegerName } from './types/machine-type.ts';

/** One thing that tsc has against a program, in our form, and what of the source it is about. */
export interface TypeError {
	readonly diagnostic: d.Diagnostic;
	readonly file: ts.SourceFile | undefined;
	readonly start: number;
	readonly end: number;
	/** The expression whose type does not fit. */
	readonly culprit: ts.Node | undefined;
}

/** tsc's advice to simplify a shift by 32 and more, which holds for JavaScript's 32 bits only. */
const shiftAdvice = 6807;

/** `Promise` and others that a form of TypeScript wants and the dialect does not have: the form gets an NT code. */
const missingGlobal = 2318;

/**
 * What comes of forms that native code does not have, and that are refused themselves: `undefined`, `unknown`,
 * inheritance, index signatures.
 */
const followUps = new Set([
	2411, 2415, 2416, 2420, 2504, 2515, 2532, 2533, 2571, 18046, 18048, 18049,
]);

/** "… implicitly has an 'any' type", which is true of every arrow function in the call of something unknown. */
const implicitAny = new Set([7006, 7019, 7031]);

const cannotFindName = new Set([2304, 2503, 2552, 2580, 2581, 2582, 2583, 2584, 2591, 2592, 2593]);
const noSuchMember = new Set([2339, 2550, 2551]);
const cannotFindModule = new Set([2307, 2591, 2792]);
const notIterable = 2488;
const notIndexable = 7053;
const notAPlace = 2364;
const needsJsx = 6142;
const unknownThis = 2683;
const notAssignable = new Set([2322, 2345]);

/** What tsc itself finds wrong, of files that parse; of the others, why they do not. */
export function typeErrors(
	program: ts.Program,
	refused: ReadonlySet<ts.Node>,
): { readonly errors: readonly TypeError[]; readonly unparsed: ReadonlySet<ts.SourceFile> } {
	const syntactic = program.getSyntacticDiagnostics();
	const unparsed = new Set(syntactic.map(({ file }) => file));
	const refusing = new Set([...refused].map(node => node.getSourceFile()));
	const semantic = [
		...program.getOptionsDiagnostics(),
		...program.getGlobalDiagnostics(),
		...program.getSemanticDiagnostics(),
	].filter(
		({ code, file, start }) =>
			code !== shiftAdvice &&
			!(code === missingGlobal && !file) &&
			!(file && unparsed.has(file)) &&
			!(file && refusing.has(file) && followUps.has(code)) &&
			!(file && start !== undefined && liesInRefused(file, start, refused)),
	);
	const checker = program.getTypeChecker();
	const places = new Set<string>();
	const errors = [...syntactic, ...semantic]
		.filter(({ file }) => !file || !isOrdinary(file))
		.filter(({ file, start }) => {
			const place = `${file?.fileName} ${start}`;
			return places.has(place) ? !file : places.add(place);
		})
		.map(error => typeError(error, checker))
		.filter(({ culprit }) => !culprit || !refused.has(culprit));
	return {
		errors: errors.filter(error => !isOfUnknownCall(error, errors, refused)),
		unparsed: new Set([...unparsed].filter(file => file !== undefined)),
	};
}

/** Whether an error is about an arrow function that something is called with which tsc does not know either. */
function isOfUnknownCall(
	error: TypeError,
	errors: readonly TypeError[],
	refused: ReadonlySet<ts.Node>,
): boolean {
	const { diagnostic, file, start } = error;
	if (!file || !implicitAny.has(Number(diagnostic.code.slice(2)))) return false;
	const isWithin = (other: TypeError) =>
		other !== error && other.file === file && other.start <= start && error.end <= other.end;
	if (errors.some(isWithin)) return true;
	for (let node = tokenAt(file, start); node.parent; node = node.parent) {
		if (!ts.isCallExpression(node) && !ts.isNewExpression(node)) continue;
		const { expression } = node;
		const { end, pos } = expression;
		if (ts.isPropertyAccessExpression(expression) && refused.has(expression.expression))
			return true;
		const inCallee = (other: TypeError) =>
			other.file === file && pos <= other.start && other.end <= end;
		if (errors.some(inCallee)) return true;
	}
	return false;
}

/** Whether what stands at `start` belongs to a form that has been refused as a whole. */
function liesInRefused(file: ts.SourceFile, start: number, refused: ReadonlySet<ts.Node>): boolean {
	for (let node = tokenAt(file, start); node.parent; node = node.parent) {
		if (refused.has(node) && (node.getStart(file) === start || isWhole(node))) return true;
		if (isMemberOf(node, refused)) return true;
		if (ts.isFunctionLike(node.parent) && refused.has(node.parent) && node.parent.type === node)
			return true;
	}
	return false;
}

/** Whether `node` is the name in `object.name`, of an object that has been refused. */
function isMemberOf(node: ts.Node, refused: ReadonlySet<ts.Node>): boolean {
	const { parent } = node;
	return (
		ts.isPropertyAccessExpression(parent) && parent.name === node && refused.has(parent.expression)
	);
}

/** Whether nothing inside of a refused node is worth a mistake of its own. */
const isWhole = (node: ts.Node): boolean =>
	(ts.isExpression(node) ||
		ts.isThrowStatement(node) ||
		ts.isParameter(node) ||
		ts.isImportEqualsDeclaration(node)) &&
	!ts.isFunctionLike(node) &&
	!ts.isClassLike(node);

function tokenAt(file: ts.SourceFile, position: number): ts.Node {
	let found: ts.Node = file;
	for (;;) {
		const inner: ts.Node | undefined = ts.forEachChild(found, child =>
			child.getStart(file) <= position && position < child.getEnd() ? child : undefined,
		);
		if (!inner) return found;
		found = inner;
	}
}

function typeError(error: ts.Diagnostic, checker: ts.TypeChecker): TypeError {
	const { file, length = 1, start = 0 } = error;
	const plain = fromTypeScript(error);
	const node = file && tokenAt(file, start);
	const culprit = node && notAssignable.has(error.code) ? culpritOf(node) : undefined;
	const told = node && translate(error, node, checker);
	const { code, help, message } = told ?? plain;
	const diagnostic = {
		...plain,
		code,
		message: readable(message),
		...(help ? { help: readable(help) } : {}),
	};
	return { diagnostic, file, start, end: start + length, culprit };
}

/** The same in the dialect's words, where tsc's would not help. */
function translate(
	error: ts.Diagnostic,
	node: ts.Node,
	checker: ts.TypeChecker,
): d.Mistake | undefined {
	if (cannotFindModule.has(error.code) && ts.isStringLiteral(node))
		return d.missingModule(node, node.text);
	if (error.code === needsJsx) return d.jsx(node);
	if (cannotFindName.has(error.code)) return libraryName(node);
	if (noSuchMember.has(error.code)) return libraryMember(node, checker);
	if (notAssignable.has(error.code)) return mixedIntegers(error, node);
	const { parent } = node;
	const nameOf = (expression: ts.Expression) =>
		readable(checker.typeToString(checker.getTypeAtLocation(expression)));
	if (error.code === notIterable && ts.isForOfStatement(parent) && parent.expression === node)
		return d.notIterable(node, nameOf(parent.expression));
	if (error.code === notIndexable && ts.isElementAccessExpression(parent))
		return d.notIndexable(node, nameOf(parent.expression));
	if (error.code === unknownThis) return d.thisOutsideMethod(node);
	return error.code === notAPlace ? d.notAssignable(node) : undefined;
}

/** `'u64' … 'u32'`, wherever tsc says so. */
function mixedIntegers(error: ts.Diagnostic, node: ts.Node): d.Mistake | undefined {
	const text = ts.flattenDiagnosticMessageText(error.messageText, '\n').split('\n')[0] ?? '';
	const [, found = '', wanted = ''] =
		/type '(\w+)' is not assignable to (?:parameter of )?type '(\w+)'/i.exec(text) ?? [];
	if (!isIntegerName(found) || !isIntegerName(wanted)) return undefined;
	return d.wrongType(node, integers[wanted], integers[found]);
}

/** The expression that an error of tsc is about, which it shows at the name that is being given a value. */
function culpritOf(node: ts.Node): ts.Node {
	const { parent } = node;
	if (ts.isReturnStatement(node)) return node.expression ?? node;
	if (ts.isReturnStatement(parent)) return parent.expression ?? node;
	const isNamed =
		ts.isVariableDeclaration(parent) ||
		ts.isPropertyAssignment(parent) ||
		ts.isPropertyDeclaration(parent);
	if (isNamed && parent.name === node) return parent.initializer ?? node;
	for (let inner = node; !ts.isStatement(inner); inner = inner.parent) {
		const outer = inner.parent;
		if (ts.isBinaryExpression(outer) && outer.left === inner) return outer.right;
	}
	return node;
}

/** A branded number is shown by its name. */
const readable = (text: string): string =>
	text
		.replaceAll(/\bPointer</g, 'Ptr<')
		.replaceAll(/[Nn]umber & \{ readonly \[machine\]\?: "(\w+)"(?: \| undefined)?;? \}/g, '$1')
		.replaceAll(/'"(\w+)"'/g, (whole, name: string) => (isIntegerName(name) ? `'${name}'` : whole));
