import ts from 'typescript';
import { functionAround, resolveVariables, type Variable } from './bindings.ts';
import { parse, type Renderer, rewriteText } from './render.ts';

type Loop = ts.ForStatement | ts.ForOfStatement | ts.ForInStatement;

/**
 * Keeps a variable that closures in a loop share, and that changes, in an object: Porffor gives each
 * closure that is made in a loop a copy of what it captures, as it is when the closure is made.
 *
 * A variable in the head of a loop is copied into the object when a round begins, and back when it ends
 * ([ECMA] "CreatePerIterationEnvironment").
 */
export function boxCaptures(text: string): string {
	const file = parse(text);
	const { variables } = resolveVariables(file);
	const boxes = new Map<ts.Identifier, string>(); // by the use of the variable
	const inBlock = new Map<ts.Node, string[]>(); // what is created at the start of a block
	const ofDeclaration = new Map<ts.VariableDeclaration, Map<string, string>>();
	const ofLoop = new Map<Loop, Map<string, string>>();
	let count = 0;

	const put = <Key>(map: Map<Key, Map<string, string>>, key: Key, name: string, box: string) => {
		map.set(key, (map.get(key) ?? new Map<string, string>()).set(name, box));
	};

	for (const variable of variables) {
		const { declaration, uses } = variable;
		const [first] = uses;
		if (declaration === undefined || first === undefined || !mustBox(variable)) continue;
		count += 1;
		const box = `$box${count}`;
		const name = first.text;
		const around = declaration.parent.parent;
		if (isLoop(around)) {
			put(ofLoop, around, name, box);
			for (const use of uses) if (isInside(use, around.statement)) boxes.set(use, box);
		} else {
			put(ofDeclaration, declaration, name, box);
			const block = around.parent;
			inBlock.set(block, [...(inBlock.get(block) ?? []), `const ${box} = { ${name}: undefined };`]);
			for (const use of uses) boxes.set(use, box);
		}
	}
	if (count === 0) return text;

	const rewriteUse = (node: ts.Identifier, box: string): string => {
		const { parent } = node;
		if (ts.isShorthandPropertyAssignment(parent)) return `${node.text}: ${box}.${node.text}`;
		const isCalled = ts.isCallExpression(parent) && parent.expression === node;
		return isCalled ? `(0, ${box}.${node.text})` : `${box}.${node.text}`;
	};

	const rewriteDeclarations = (node: ts.VariableStatement, { render }: Renderer): string => {
		const { declarationList } = node;
		const keyword = declarationList.flags & ts.NodeFlags.Const ? 'const' : 'let';
		return declarationList.declarations
			.map(declaration => {
				const boxed = ofDeclaration.get(declaration);
				if (boxed === undefined) return `${keyword} ${render(declaration)};`;
				const value =
					declaration.initializer === undefined ? 'undefined' : render(declaration.initializer);
				const [[name, box] = ['', '']] = [...boxed];
				if (ts.isIdentifier(declaration.name)) return `${box}.${name} = ${named(name, value)};`;
				const copies = [...boxed].map(([each, its]) => `${its}.${each} = ${each};`);
				return `${keyword} ${render(declaration.name)} = ${value}; ${copies.join(' ')}`;
			})
			.join(' ');
	};

	const rewriteLoop = (node: Loop, boxed: ReadonlyMap<string, string>, renderer: Renderer) => {
		const { copy, render } = renderer;
		const label = `$round${count + node.pos}`;
		const enter = [...boxed].map(([name, box]) => `const ${box} = { ${name}: ${name} };`).join(' ');
		const body = (child: ts.Node) => {
			if (child !== node.statement) return undefined;
			if (!ts.isForStatement(node)) return `{ ${enter} ${render(child)} }`;
			const leave = [...boxed].map(([name, box]) => `${name} = ${box}.${name};`).join(' ');
			const inner = withContinueAs(label, node, renderer);
			return `{ ${enter} ${label}: { ${inner} } ${leave} }`;
		};
		return copy(node, body);
	};

	return rewriteText(file, (node, renderer) => {
		if (ts.isIdentifier(node)) {
			const box = boxes.get(node);
			return box === undefined ? undefined : rewriteUse(node, box);
		}
		if (ts.isShorthandPropertyAssignment(node)) {
			const box = boxes.get(node.name);
			return box === undefined ? undefined : rewriteUse(node.name, box);
		}
		if (isLoop(node)) {
			const boxed = ofLoop.get(node);
			return boxed === undefined ? undefined : rewriteLoop(node, boxed, renderer);
		}
		if (ts.isVariableStatement(node)) {
			const isBoxed = node.declarationList.declarations.some(each => ofDeclaration.has(each));
			return isBoxed ? rewriteDeclarations(node, renderer) : undefined;
		}
		const created = inBlock.get(node);
		if (created === undefined) return undefined;
		const inner = renderer.copy(node);
		return ts.isBlock(node)
			? `{ ${created.join(' ')}${inner.slice(1)}`
			: `${created.join(' ')} ${inner}`;
	});
}

/** The body of a loop, with what goes on with the next round leaving the block `label` instead. */
function withContinueAs(label: string, loop: ts.ForStatement, { copy, render }: Renderer): string {
	const isOwn = (jump: ts.ContinueStatement): boolean => {
		for (let around: ts.Node = jump.parent; ; around = around.parent) {
			if (around === loop) return jump.label === undefined || isLabelOf(jump.label.text, loop);
			if (jump.label === undefined && ts.isIterationStatement(around, false)) return false;
		}
	};
	const replace = (node: ts.Node): string | undefined => {
		if (ts.isFunctionLike(node)) return undefined;
		if (ts.isContinueStatement(node)) return isOwn(node) ? `break ${label};` : undefined;
		return holdsContinue(node) ? copy(node, replace) : undefined;
	};
	return replace(loop.statement) ?? render(loop.statement);
}

function isLabelOf(label: string, { parent }: ts.Node): boolean {
	return ts.isLabeledStatement(parent) && parent.label.text === label;
}

function holdsContinue(node: ts.Node): boolean {
	if (ts.isFunctionLike(node)) return false;
	if (ts.isContinueStatement(node)) return true;
	return ts.forEachChild(node, child => holdsContinue(child) || undefined) ?? false;
}

/** A function without a name of its own takes the variable's: Porffor looks at the property only. */
function named(name: string, value: string): string {
	return /^(\(|async|function|class)/.test(value) ? `({ ${name}: ${value} }).${name}` : value;
}

/** Whether `variable` is of a loop, captured there, and not the same all the time. */
function mustBox({ declaration, uses, values, isOpen }: Variable): boolean {
	if (declaration === undefined || ts.isCatchClause(declaration.parent)) return false;
	if ((declaration.parent.flags & ts.NodeFlags.BlockScoped) === 0) return false;
	const own = functionAround(declaration);
	const loop = loopAround(declaration);
	if (loop === undefined) return false;
	const around = declaration.parent.parent;
	const isHead = isLoop(around);
	const captured = uses.filter(use => functionAround(use) !== own);
	if (captured.length === 0) return false;
	if (isHead) {
		const within = uses.filter(use => isInside(use, around.statement));
		return captured.some(use => isInside(use, around.statement)) && within.some(isChanged);
	}
	if (!ts.isBlock(around.parent)) return false;
	const isEarly = captured.some(use => functionOf(use, own).pos < declaration.end);
	const isLate = declaration.initializer === undefined || values.length > 1;
	return isEarly || isLate || (isOpen && uses.some(isChanged)) || uses.some(isChanged);
}

/** Whether `use` sets its variable. */
function isChanged(use: ts.Identifier): boolean {
	let node: ts.Node = use;
	let { parent } = node;
	if (ts.isPrefixUnaryExpression(parent) || ts.isPostfixUnaryExpression(parent)) {
		return (
			parent.operator === ts.SyntaxKind.PlusPlusToken ||
			parent.operator === ts.SyntaxKind.MinusMinusToken
		);
	}
	while (
		ts.isArrayLiteralExpression(parent) ||
		ts.isObjectLiteralElement(parent) ||
		ts.isObjectLiteralExpression(parent) ||
		ts.isSpreadElement(parent)
	) {
		node = parent;
		({ parent } = parent);
	}
	if (ts.isForOfStatement(parent) || ts.isForInStatement(parent))
		return parent.initializer === node;
	if (!ts.isBinaryExpression(parent) || parent.left !== node) return false;
	const { kind } = parent.operatorToken;
	return kind >= ts.SyntaxKind.FirstAssignment && kind <= ts.SyntaxKind.LastAssignment;
}

function isLoop(node: ts.Node): node is Loop {
	return ts.isForStatement(node) || ts.isForOfStatement(node) || ts.isForInStatement(node);
}

function isInside(node: ts.Node, around: ts.Node): boolean {
	return node.pos >= around.pos && node.end <= around.end;
}

/** The loop around `node` in its own function. */
function loopAround(node: ts.Node): ts.Node | undefined {
	for (let around = node.parent; around !== undefined; around = around.parent) {
		if (ts.isFunctionLike(around)) return undefined;
		if (ts.isIterationStatement(around, false)) return around;
	}
	return undefined;
}

/** The outermost function around `use` inside of `own`. */
function functionOf(use: ts.Node, own: ts.Node): ts.Node {
	let found: ts.Node = use;
	for (let around = functionAround(use); around !== own; around = functionAround(around)) {
		found = around;
	}
	return found;
}
