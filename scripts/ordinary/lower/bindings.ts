import ts from 'typescript';

/** What is known of one variable. */
export interface Variable {
	/** Every expression that it is set to. */
	readonly values: ts.Expression[];
	/** Whether it may also hold something that no expression shows: it is a parameter, say. */
	isOpen: boolean;
}

/** Tells which variable an identifier stands for; undefined for a global. */
export type Resolve = (name: ts.Identifier) => Variable | undefined;

type Scope = Map<string, Variable>;

/** Looks up the variables of a program and what is assigned to them. */
export function resolveVariables(file: ts.SourceFile): Resolve {
	const scopes = new Map<ts.Node, Scope>();

	const declare = (scope: ts.Node, name: string): Variable => {
		const names = scopes.get(scope) ?? new Map<string, Variable>();
		scopes.set(scope, names);
		const variable = names.get(name) ?? { values: [], isOpen: false };
		names.set(name, variable);
		return variable;
	};

	const declareAll = (node: ts.Node): void => {
		if (ts.isVariableDeclaration(node)) {
			const scope = scopeOfDeclaration(node);
			if (ts.isIdentifier(node.name)) {
				const variable = declare(scope, node.name.text);
				if (node.initializer !== undefined) variable.values.push(node.initializer);
				const { parent } = node.parent;
				if (ts.isForOfStatement(parent) || ts.isForInStatement(parent)) variable.isOpen = true;
				if (ts.isCatchClause(node.parent)) variable.isOpen = true;
			} else {
				for (const name of namesIn(node.name)) declare(scope, name).isOpen = true;
			}
		} else if (ts.isParameter(node)) {
			for (const name of namesIn(node.name)) declare(node.parent, name).isOpen = true;
		} else if (
			(ts.isFunctionDeclaration(node) || ts.isClassDeclaration(node)) &&
			node.name !== undefined
		) {
			declare(blockAround(node), node.name.text).isOpen = true;
		} else if (
			(ts.isFunctionExpression(node) || ts.isClassExpression(node)) &&
			node.name !== undefined
		) {
			declare(node, node.name.text).isOpen = true;
		}
		ts.forEachChild(node, declareAll);
	};

	const resolve: Resolve = name => {
		for (let around: ts.Node = name.parent; around !== undefined; around = around.parent) {
			const variable = scopes.get(around)?.get(name.text);
			if (variable !== undefined) return variable;
		}
		return undefined;
	};

	const note = (node: ts.Node): void => {
		if (ts.isBinaryExpression(node) && isAssignment(node)) {
			if (ts.isIdentifier(node.left)) {
				// `x += y` is what x is set to, as `x + y` would be.
				const isPlain = node.operatorToken.kind === ts.SyntaxKind.EqualsToken;
				resolve(node.left)?.values.push(isPlain ? node.right : node);
			} else open(node.left, resolve);
		} else if (ts.isForOfStatement(node) || ts.isForInStatement(node)) {
			if (!ts.isVariableDeclarationList(node.initializer)) open(node.initializer, resolve);
		}
		ts.forEachChild(node, note);
	};

	declareAll(file);
	note(file);
	return resolve;
}

/** Marks the variables that a pattern sets. */
function open(target: ts.Node, resolve: Resolve): void {
	if (ts.isIdentifier(target)) {
		const variable = resolve(target);
		if (variable !== undefined) variable.isOpen = true;
		return;
	}
	if (ts.isPropertyAccessExpression(target) || ts.isElementAccessExpression(target)) return;
	ts.forEachChild(target, child => open(child, resolve));
}

export function isAssignment({ operatorToken: { kind } }: ts.BinaryExpression): boolean {
	return kind >= ts.SyntaxKind.FirstAssignment && kind <= ts.SyntaxKind.LastAssignment;
}

function namesIn(name: ts.BindingName): readonly string[] {
	if (ts.isIdentifier(name)) return [name.text];
	return name.elements.flatMap(element =>
		ts.isBindingElement(element) ? namesIn(element.name) : [],
	);
}

/** The node whose variables `declaration` belongs to. */
function scopeOfDeclaration(declaration: ts.VariableDeclaration): ts.Node {
	const { parent } = declaration;
	if (ts.isCatchClause(parent)) return parent;
	const isVar = (parent.flags & ts.NodeFlags.BlockScoped) === 0;
	return isVar ? functionAround(parent) : blockAround(parent);
}

function blockAround(node: ts.Node): ts.Node {
	let around = node.parent;
	while (
		!ts.isBlock(around) &&
		!ts.isCaseBlock(around) &&
		!ts.isIterationStatement(around, false) &&
		!ts.isFunctionLike(around) &&
		!ts.isSourceFile(around)
	) {
		around = around.parent;
	}
	return around;
}

function functionAround(node: ts.Node): ts.Node {
	let around = node.parent;
	while (
		!ts.isFunctionLike(around) &&
		!ts.isClassStaticBlockDeclaration(around) &&
		!ts.isSourceFile(around)
	) {
		around = around.parent;
	}
	return around;
}
