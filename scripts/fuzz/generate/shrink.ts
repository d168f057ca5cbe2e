import { evaluate } from '../evaluate.ts';
import type { Expression } from '../nodes.ts';
import type { Scalar } from '../shapes.ts';
import type { Program, Statement } from '../tree.ts';

/**
 * Smaller programs, the most promising first. They end, and what they name exists; whether they are well
 * typed in every other way is for the compiler to say.
 */
export function* smaller(
	program: Program,
	seen: Set<string>, // what has been tried before, on the way to `program`
): IterableIterator<Program> {
	for (const edited of edits(program) as IterableIterator<Program>) {
		const candidate = pruned(edited);
		const key = textOf(candidate);
		if (seen.has(key)) continue;
		seen.add(key);
		if (isSound(candidate)) yield candidate;
	}
}

function isSound(program: Program): boolean {
	try {
		evaluate(program, 50_000);
		return true;
	} catch {
		return false;
	}
}

type Node = Readonly<Record<string, unknown>>;

const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null;
const isExpression = (value: unknown): value is Expression =>
	isNode(value) && typeof value['kind'] === 'string' && typeof value['type'] === 'string';
const statementKinds = new Set([
	...['declare', 'object', 'bind', 'expression', 'point', 'mention', 'note', 'if', 'for', 'while'],
	...['do', 'switch', 'block', 'break', 'continue', 'return', 'destructure', 'forOf', 'set'],
	...['rebind', 'exchange', 'print'],
]);
const isStatement = (value: unknown): value is Statement =>
	isNode(value) && statementKinds.has(String(value['kind'])) && !('type' in value);

/** Every way to make one thing in `node` smaller. */
function* edits(node: unknown): IterableIterator<unknown> {
	if (Array.isArray(node)) {
		if (node.length > 0 && node.every(isStatement)) yield* shorter(node);
		for (const [i, item] of node.entries()) {
			for (const edited of edits(item)) yield node.with(i, edited);
		}
		return;
	}
	if (!isNode(node)) return;
	if (isExpression(node)) yield* simpler(node);
	// `main` comes first: what it no longer calls goes by itself.
	const keys = Object.keys(node).filter(key => !['variable', 'counter', 'shape'].includes(key));
	for (const key of keys.sort((a, b) => Number(b === 'main') - Number(a === 'main'))) {
		for (const edited of edits((node as Node)[key])) yield { ...node, [key]: edited };
	}
}

/** Fewer statements: without a run of them, or with the body of one in its place. */
function* shorter(body: readonly Statement[]): IterableIterator<readonly Statement[]> {
	for (let size = body.length; size >= 1; size = Math.floor(size / 2)) {
		for (let start = body.length - size; start >= 0; start -= size) {
			yield body.toSpliced(start, size);
		}
		// A function must keep its last statement.
		if (size > 1 && size === body.length) yield body.slice(-1);
	}
	for (const [i, statement] of body.entries()) {
		if (statement.kind === 'if') {
			yield body.toSpliced(i, 1, ...statement.whenTrue);
			if (statement.whenFalse) yield body.toSpliced(i, 1, ...statement.whenFalse);
		}
		if (statement.kind === 'print' && statement.parts.length > 2)
			for (const part of statement.parts.slice(0, -1))
				yield body.with(i, { ...statement, parts: [part, '\n'] });
		if (statement.kind === 'block') yield body.toSpliced(i, 1, ...statement.body);
	}
}

/** A constant, or a part of the same type, in place of an expression. */
function* simpler(node: Expression): IterableIterator<Expression> {
	if (node.kind !== 'constant') {
		yield constant(node.type, 0n);
		yield constant(node.type, 1n);
		for (const part of Object.values(node)) {
			if (isExpression(part) && part.type === node.type) yield part;
		}
	} else if (node.text.length > 2 && !node.text.startsWith('$')) {
		yield constant(node.type, 0n, node.isOpen);
		yield constant(node.type, node.value, node.isOpen);
	}
}

function constant(type: Scalar, value: bigint, isOpen = false): Expression {
	const text = type === 'boolean' ? `${value === 1n}` : `${value}`;
	return { kind: 'constant', type, text, value, isOpen };
}

const textOf = (value: unknown) =>
	JSON.stringify(value, (_, part) => (typeof part === 'bigint' ? `${part}n` : part));

/** Without what nothing mentions any more. */
function pruned(program: Program): Program {
	const lists = [
		...(['functions', 'globals', 'structs', 'templates'] as const),
		...(['enumerations', 'signatures', 'constants'] as const),
	];
	let current = program;
	for (let isDone = false; !isDone; ) {
		isDone = true;
		for (const list of lists) {
			for (const item of current[list]) {
				const without = {
					...current,
					[list]: (current[list] as readonly unknown[]).filter(each => each !== item),
				};
				if (new RegExp(`"${item.name.replace('$', '\\$')}["<.]`).test(textOf(without))) continue;
				current = without;
				isDone = false;
			}
		}
	}
	return current;
}
