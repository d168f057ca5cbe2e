import ts from 'typescript';
import type * as c from '../c/ast.ts';
import * as d from '../diagnostics.ts';
import type { StatementVisitor } from './context.ts';
import { lowerAs, lowerValue } from './expression.ts';
import { lowerStatements } from './statement.ts';

/** `switch` over an integer or enum, with constant cases and fall-through. */
export const lowerSwitch: StatementVisitor<ts.SwitchStatement> = (node, context) => {
	const value = lowerValue(node.expression, context);
	if (value.type.kind === 'error') return [];
	if (value.kind === 'literal' && value.type.kind === 'constant') {
		context.report(d.undecidedConstant(node.expression, value.value));
		return [];
	}
	if (value.type.kind !== 'integer') {
		context.report(d.operandNotInteger(node.expression, 'switch', value.type));
		return [];
	}
	const { type } = value;
	const seen = new Set<bigint>();
	const clauses = node.caseBlock.clauses.map((clause): c.Clause => {
		for (const statement of clause.statements) {
			const declares = ts.isVariableStatement(statement);
			if (declares) context.report(d.declarationInCase(statement));
		}
		const statements = lowerStatements(clause.statements, context);
		if (ts.isDefaultClause(clause)) return { value: undefined, statements };
		const constant = lowerAs(clause.expression, context, type);
		if (constant.type.kind === 'error') return { value: constant, statements };
		if (constant.kind !== 'literal') {
			context.report(d.caseNotConstant(clause.expression));
			return { value: constant, statements };
		}
		if (seen.has(constant.value))
			context.report(d.duplicateCase(clause.expression, constant.value));
		seen.add(constant.value);
		return { value: constant, statements };
	});
	return [{ kind: 'switch', value, clauses }];
};
