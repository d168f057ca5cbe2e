import ts from 'typescript';

/** What evaluating expressions may change. */
export interface Effects {
	/** Variables that are assigned. */
	readonly variables: ReadonlySet<string>;
	/** Whether properties may change. */
	readonly changesProperties: boolean;
}

/** Tells what expressions of one program may change, by the names of its variables. */
export interface EffectFinder {
	/** What evaluating any of `nodes` may change, or undefined for nothing. */
	among(nodes: readonly ts.Node[]): Effects | undefined;
}

/** Looks through `file` for what its functions change from afar. */
export function effectsOf(file: ts.SourceFile): EffectFinder {
	const fromAfar = assignedFromAfar(file);
	const known = new Map<ts.Node, Effects | undefined>();

	const effectsIn = (node: ts.Node): Effects | undefined => {
		if (ts.isFunctionLike(node)) return undefined;
		if (known.has(node)) return known.get(node);
		const variables = new Set<string>();
		let isAny = false;
		let changesProperties = false;
		const add = (more: Effects | undefined) => {
			if (more === undefined) return;
			isAny = true;
			for (const name of more.variables) variables.add(name);
			changesProperties ||= more.changesProperties;
		};
		const target = targetOf(node);
		if (target !== undefined) {
			isAny = true;
			for (const name of namesIn(target)) variables.add(name);
			changesProperties = !ts.isIdentifier(target);
		}
		if (runsOtherCode(node)) add({ variables: fromAfar, changesProperties: true });
		ts.forEachChild(node, child => add(effectsIn(child)));
		const found = isAny ? { variables, changesProperties } : undefined;
		known.set(node, found);
		return found;
	};

	return {
		among(nodes) {
			const all = nodes.map(effectsIn).filter(each => each !== undefined);
			const [first] = all;
			if (first === undefined || all.length === 1) return first;
			return {
				variables: new Set(all.flatMap(({ variables }) => [...variables])),
				changesProperties: all.some(each => each.changesProperties),
			};
		},
	};
}

/**
 * Whether the value of `node` may be another when `later` has happened. Porffor evaluates a call where it
 * stands, which is enough unless `isCallStable` says otherwise.
 */
export function isUnstable(node: ts.Expression, later: Effects, isCallStable: boolean): boolean {
	const visit = (each: ts.Node): boolean => {
		if (ts.isFunctionLike(each)) return false;
		if (ts.isIdentifier(each)) return isVariable(each) && later.variables.has(each.text);
		if (targetOf(each) !== undefined) return true;
		if (runsOtherCode(each) && !ts.isAwaitExpression(each) && !ts.isYieldExpression(each)) {
			return !isCallStable;
		}
		const isRead = ts.isPropertyAccessExpression(each) || ts.isElementAccessExpression(each);
		if (isRead && later.changesProperties) return true;
		return ts.forEachChild(each, child => visit(child) || undefined) ?? false;
	};
	return visit(node);
}

/** Whether evaluating `node` may run functions. */
function runsOtherCode(node: ts.Node): boolean {
	return (
		ts.isCallExpression(node) ||
		ts.isNewExpression(node) ||
		ts.isTaggedTemplateExpression(node) ||
		ts.isAwaitExpression(node) ||
		ts.isYieldExpression(node)
	);
}

/** What `node` itself assigns to, counts or deletes. */
function targetOf(node: ts.Node): ts.Expression | undefined {
	if (ts.isBinaryExpression(node)) {
		const { kind } = node.operatorToken;
		const isAssignment =
			kind >= ts.SyntaxKind.FirstAssignment && kind <= ts.SyntaxKind.LastAssignment;
		return isAssignment ? node.left : undefined;
	}
	if (ts.isPostfixUnaryExpression(node)) return node.operand;
	if (ts.isDeleteExpression(node)) return node.expression;
	const isCount =
		ts.isPrefixUnaryExpression(node) &&
		(node.operator === ts.SyntaxKind.PlusPlusToken ||
			node.operator === ts.SyntaxKind.MinusMinusToken);
	return isCount ? node.operand : undefined;
}

/** Whether `node` is a variable and not the name of a property. */
function isVariable(node: ts.Identifier): boolean {
	const { parent } = node;
	if (ts.isPropertyAccessExpression(parent)) return parent.name !== node;
	return !(ts.isPropertyAssignment(parent) && parent.name === node);
}

function namesIn(target: ts.Node): readonly string[] {
	if (ts.isIdentifier(target)) return isVariable(target) ? [target.text] : [];
	const names: string[] = [];
	ts.forEachChild(target, child => {
		names.push(...namesIn(child));
	});
	return names;
}

/** The names that some function assigns to without declaring them. */
function assignedFromAfar(file: ts.SourceFile): ReadonlySet<string> {
	const found = new Set<string>();
	/** Collects into `assigned` and `declared` what belongs to the function around `node`. */
	const visit = (node: ts.Node, assigned: Set<string>, declared: Set<string>): void => {
		const isFunction = ts.isFunctionLike(node) || ts.isClassStaticBlockDeclaration(node);
		const own = isFunction ? new Set<string>() : assigned;
		const ownNames = isFunction ? new Set<string>() : declared;
		const target = targetOf(node) ?? loopTarget(node);
		if (target !== undefined) for (const name of namesIn(target)) own.add(name);
		if ((ts.isVariableDeclaration(node) || ts.isParameter(node)) && node.name !== undefined) {
			for (const name of namesIn(node.name)) ownNames.add(name);
		}
		ts.forEachChild(node, child => visit(child, own, ownNames));
		if (!isFunction) return;
		for (const name of own) {
			if (ownNames.has(name)) continue;
			found.add(name);
			assigned.add(name);
		}
	};
	visit(file, new Set(), new Set());
	return found;
}

/** What each round of a loop assigns to. */
function loopTarget(node: ts.Node): ts.Node | undefined {
	const isLoop = ts.isForOfStatement(node) || ts.isForInStatement(node);
	return isLoop && !ts.isVariableDeclarationList(node.initializer) ? node.initializer : undefined;
}
