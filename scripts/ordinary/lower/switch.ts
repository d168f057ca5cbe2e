import ts from 'typescript';
import { parse } from './render.ts';
import { rewriteScopes, Scopes } from './scope.ts';

/**
 * Numbers the clauses of a `switch` whose `default` is not its last: Porffor comes to `default` only after
 * all other clauses, and does not fall through from there ([ECMA] "CaseBlockEvaluation").
 */
export function lowerSwitch(text: string): string {
	const file = parse(text);
	const scopes = new Scopes();
	return rewriteScopes(file, scopes, (node, { copy, render }) => {
		if (!ts.isSwitchStatement(node)) return undefined;
		const { clauses } = node.caseBlock;
		const middle = clauses.findIndex(ts.isDefaultClause);
		if (middle < 0 || middle === clauses.length - 1) return undefined;
		const value = scopes.declare(`$switch${scopes.next()}`);
		const choice = clauses
			.map((clause, index) =>
				ts.isCaseClause(clause) ? `${value} === (${render(clause.expression)}) ? ${index} : ` : '',
			)
			.join('');
		const which = `(${value} = ${render(node.expression)}, ${choice}${middle})`;
		const block = copy(node.caseBlock, clause =>
			ts.isCaseOrDefaultClause(clause)
				? `case ${clauses.indexOf(clause)}: ${clause.statements.map(render).join(' ')}`
				: undefined,
		);
		return `switch (${which}) ${block}`;
	});
}
