import ts from 'typescript';
import { parse, type Renderer } from './render.ts';
import { rewriteScopes, Scopes } from './scope.ts';

/** Where a statement goes that leaves a `try`. */
interface Jump {
	readonly kind: 'return' | 'break' | 'continue';
	readonly label: string;
	readonly node: ts.Node;
}

/** The part of a `try` statement that Porffor guards with a handler: nothing may jump out of it. */
interface Region {
	readonly exit: string; // variable: 0 = fell through, 1 = threw, 2 = returns, 3 … = jumps[n - 3]
	readonly value: string; // variable: what was thrown or is returned
	readonly block: string; // label of the guarded block
	readonly hasFinally: boolean;
	readonly jumps: Jump[];
	returns: boolean;
}

const threw = 1;
const returns = 2;
const firstJump = 3;

/**
 * Makes `finally` run, and `break` and `continue` leave a `try` as they should.
 *
 * Porffor skips the `finally` block unless the end of the `try` is reached, and forgets to take the
 * handler back when a loop is left from inside. So the guarded statements become a labelled block inside
 * the `try`; leaving is leaving that block, after a note of where to; and behind the `try` the note is
 * looked at. [ECMA] "The try Statement".
 */
export function lowerTry(text: string): string {
	const file = parse(text);
	const scopes = new Scopes();
	const guarded = new Map<ts.TryStatement, Region>(); // by the `catch` of the statement
	const finished = new Map<ts.TryStatement, Region>(); // by its `finally`

	const newRegion = (hasFinally: boolean): Region => {
		const id = scopes.next();
		const [exit, value, block] = [`$exit${id}`, `$value${id}`, `$try${id}`];
		return { exit, value, block, hasFinally, jumps: [], returns: false };
	};

	/** The regions between `from` and `target`, innermost first. */
	const regionsBetween = (from: ts.Node, target: ts.Node): readonly Region[] => {
		const crossed: Region[] = [];
		for (let node = from; node !== target; node = node.parent) {
			const { parent } = node;
			if (!ts.isTryStatement(parent)) continue;
			const [byCatch, byFinally] = [guarded.get(parent), finished.get(parent)];
			if (node === parent.tryBlock && byCatch !== undefined) crossed.push(byCatch);
			if (node !== parent.finallyBlock && byFinally !== undefined) crossed.push(byFinally);
		}
		return crossed;
	};

	/** The statement that goes on with `jump` where `regions` are still around it. */
	const leave = (jump: Jump, regions: readonly Region[], value: string): string => {
		const [region] = regions;
		const mustStop = jump.kind === 'return' ? regions.some(({ hasFinally }) => hasFinally) : true;
		if (region === undefined || !mustStop) {
			return jump.kind === 'return' ? `return ${value};` : `${jump.kind} ${jump.label};`;
		}
		if (jump.kind === 'return') {
			region.returns = true;
			return `{ ${region.value} = ${value || 'undefined'}; ${region.exit} = ${returns}; break ${region.block}; }`;
		}
		let index = region.jumps.findIndex(
			({ kind, label }) => kind === jump.kind && label === jump.label,
		);
		if (index < 0) index = region.jumps.push(jump) - 1;
		return `{ ${region.exit} = ${firstJump + index}; break ${region.block}; }`;
	};

	/** What follows the `try` of a region: it goes on with whatever was noted. */
	const dispatch = (region: Region, statement: ts.TryStatement): string => {
		const goOn: string[] = [];
		if (region.hasFinally) goOn.push(`if (${region.exit} === ${threw}) throw ${region.value};`);
		if (region.returns) {
			const jump: Jump = { kind: 'return', label: '', node: statement };
			const outer = outside(region, statement, functionAround(statement));
			goOn.push(`if (${region.exit} === ${returns}) ${leave(jump, outer, region.value)}`);
		}
		region.jumps.forEach((jump, index) => {
			const outer = outside(region, statement, targetOf(jump.node));
			goOn.push(`if (${region.exit} === ${firstJump + index}) ${leave(jump, outer, '')}`);
		});
		return goOn.join(' ');
	};

	const outside = (region: Region, statement: ts.TryStatement, target: ts.Node) => {
		const own = finished.get(statement);
		const rest = regionsBetween(statement, target);
		return own !== undefined && own !== region ? [own, ...rest] : rest;
	};

	const guard = (region: Region, body: string, handler: string, statement: ts.TryStatement) => {
		const goOn = dispatch(region, statement);
		if (goOn === '') return `try { ${body} } ${handler}`;
		scopes.declare(region.exit);
		if (region.hasFinally || region.returns) scopes.declare(region.value);
		return `${region.exit} = 0; try { ${region.block}: { ${body} } } ${handler} ${goOn}`;
	};

	const rewriteTry = (node: ts.TryStatement, { render, copy }: Renderer): string => {
		const { tryBlock, catchClause, finallyBlock } = node;
		const byFinally = finallyBlock === undefined ? undefined : newRegion(true);
		if (byFinally !== undefined) finished.set(node, byFinally);
		let body: string;
		if (catchClause === undefined) {
			body = render(tryBlock);
		} else {
			const byCatch = newRegion(false);
			guarded.set(node, byCatch);
			const inner = render(tryBlock);
			body = guard(byCatch, inner, copy(catchClause), node);
		}
		if (byFinally === undefined || finallyBlock === undefined) return `{ ${body} }`;
		const error = `$error${scopes.next()}`;
		const note = `catch (${error}) { ${byFinally.exit} = ${threw}; ${byFinally.value} = ${error}; }`;
		const goOn = `${note} ${render(finallyBlock)}`;
		return `{ ${guard(byFinally, body, goOn, node)} }`;
	};

	return rewriteScopes(file, scopes, (node, renderer) => {
		if (ts.isTryStatement(node)) return rewriteTry(node, renderer);
		if (ts.isReturnStatement(node)) {
			const regions = regionsBetween(node, functionAround(node));
			const value = node.expression === undefined ? '' : renderer.render(node.expression);
			if (!regions.some(({ hasFinally }) => hasFinally)) {
				if (regions.length === 0 || !canThrow(node.expression)) return undefined;
				// Porffor takes the handler back before it evaluates what is returned.
				const result = scopes.declare(`$result${scopes.next()}`);
				return `{ ${result} = ${value}; return ${result}; }`;
			}
			return leave({ kind: 'return', label: '', node }, regions, value);
		}
		if (ts.isBreakOrContinueStatement(node)) {
			const regions = regionsBetween(node, targetOf(node));
			if (regions.length === 0) return undefined;
			const kind = ts.isBreakStatement(node) ? 'break' : 'continue';
			return leave({ kind, label: node.label?.text ?? '', node }, regions, '');
		}
		return undefined;
	});
}

/** Whether evaluating `node` may throw. */
function canThrow(node: ts.Expression | undefined): boolean {
	return node !== undefined && !ts.isLiteralExpression(node) && !ts.isIdentifier(node);
}

/** The function that a `return` ends. */
function functionAround(node: ts.Node): ts.Node {
	let around = node.parent;
	while (!ts.isFunctionLike(around) && !ts.isSourceFile(around)) around = around.parent;
	return around;
}

/** The statement that a `break` or `continue` leaves or goes on with. */
function targetOf(jump: ts.Node): ts.Node {
	if (!ts.isBreakOrContinueStatement(jump)) return functionAround(jump);
	const label = jump.label?.text;
	for (let node = jump.parent; ; node = node.parent) {
		if (label !== undefined) {
			if (ts.isLabeledStatement(node) && node.label.text === label) return node;
		} else if (
			ts.isIterationStatement(node, false) ||
			(ts.isSwitchStatement(node) && ts.isBreakStatement(jump))
		) {
			return node;
		}
		if (ts.isSourceFile(node)) return node;
	}
}
