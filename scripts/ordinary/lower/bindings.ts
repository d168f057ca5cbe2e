import ts from 'typescript';

/** What is known of one variable. */
export interface Variable {
	/** Every expression that it is set to. */
	readonly values: ts.Expression[];
	/** Whether it may also hold something that no expression shows: it is a parameter, say. */
	isOpen: boolean;
	/** Where it is declared as a variable, if it is one. */
	declaration: ts.VariableDeclaration | undefined;
	/** Where it is used. */
	readonly uses: ts.Identifier[];
}

/** Tells which variable an identifier stands for; undefined for a global. */
export type Resolve = (name: ts.Identifier) => Variable | undefined;

export interface Bindings {
	readonly resolve: Resolve;
	readonly variables: readonly Variable[];
}

type Scope = Map<string, Variable>;

/** Looks up the variables of a program and what is assigned to them. */
export function resolveVariables(file: ts.SourceFile): Bindings {
	const variables: Variable[] = [];
	const scopes = new Map<ts.Node, Scope>();

	const declare = (scope: ts.Node, name: string): Variable => {
		const names = scopes.get(scope) ?? new Map<string, Variable>();
		scopes.set(scope, names);
		const known = names.get(name);
		if (known !== undefined) return known;
		const variable = { values: [], isOpen: false, declaration: undefined, uses: [] };
		names.set(name, variable);
		variables.push(variable);
		return variable;
	};

	const declareAll = (node: ts.Node): void => {
		if (ts.isVariableDeclaration(node)) {
			const scope = scopeOfDeclaration(node);
			if (ts.isIdentifier(node.name)) {
				const variable = declare(scope, node.name.text);
				variable.declaration = node;
				if (node.initializer !== undefined) variable.values.push(node.initializer);
				const { parent } = node.parent;
				if (ts.isForOfStatement(parent) || ts.isForInStatement(parent)) variable.isOpen = true;
				if (ts.isCatchClause(node.parent)) variable.isOpen = true;
			} else {
				for (const name of namesIn(node.name)) {
					const variable = declare(scope, name);
					variable.isOpen = true;
					variable.declaration = node;
				}
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
		if (ts.isIdentifier(node) && isUse(node)) resolve(node)?.uses.push(node);
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
	return { resolve, variables };
}

/** Whether `name` is a variable here, and neither declared nor the name of a property. */
function isUse(name: ts.Identifier): boolean {
	const { parent } = name;
	if (ts.isPropertyAccessExpression(parent)) return parent.name !== name;
	if (ts.isPropertyAssignment(parent)) return parent.initializer === name;
	if (ts.isShorthandPropertyAssignment(parent)) return parent.name === name;
	if (ts.isBindingElement(parent)) return parent.initializer === name;
	if (ts.isLabeledStatement(parent) || ts.isBreakOrContinueStatement(parent)) return false;
	const declares =
		ts.isVariableDeclaration(parent) ||
		ts.isParameter(parent) ||
		ts.isFunctionLike(parent) ||
		ts.isClassLike(parent) ||
		ts.isClassElement(parent) ||
		ts.isObjectLiteralElement(parent);
	return !(declares && 'name' in parent && parent.name === name);
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

export function namesIn(name: ts.BindingName): readonly string[] {
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

export function blockAround(node: ts.Node): ts.Node {
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

export function functionAround(node: ts.Node): ts.Node {
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
