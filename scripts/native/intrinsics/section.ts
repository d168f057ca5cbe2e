import ts from 'typescript';
import * as c from '../c/ast.ts';
import * as d from '../diagnostics.ts';
import { broken, type Context } from '../lower/context.ts';
import { lowerAs, lowerExpression, lowerValue } from '../lower/expression.ts';
import { lowerStatements } from '../lower/statement.ts';
import { intrinsicName } from '../types/intrinsic-name.ts';
import {
	asValue,
	integers,
	type MachineType,
	referenceTo,
	sameType,
	voidType,
} from '../types/machine-type.ts';
import type { Intrinsic } from './intrinsics.ts';

/** A section as statements, and what it gives; both go where the call stands. */
export interface LoweredSection {
	readonly statements: readonly c.Statement[];
	readonly result: c.Expression | undefined;
}

/** What a call of `withInterruptsOff` or `withLock` becomes, or undefined for any other expression. */
export function lowerSection(
	node: ts.Expression,
	context: Context,
	expected: MachineType | undefined,
): LoweredSection | undefined {
	if (!ts.isCallExpression(node)) return undefined;
	const name = intrinsicName(context.symbolOf(node.expression));
	if (name !== 'native:section.withInterruptsOff' && name !== 'native:section.withLock')
		return undefined;
	const position = context.position(node);
	const at = (statement: c.Statement): c.Statement => ({ position, ...statement });
	const lock = name === 'native:section.withLock' ? lockOf(node, context) : noLock;
	const body = node.arguments.at(-1);
	if (!lock || !body) return { statements: [], result: broken };
	const before = context.temporary();
	const [mask, unmask] = masking(before, context);
	const inner = lowerBody(body, lock.value, expected, context);
	const given = inner.result?.type;
	if (lock.value && given?.kind === 'pointer' && sameType(given, lock.value.type)) {
		context.report(d.guardedLeaves(body));
	}
	const statements = [...mask, ...lock.enter, ...inner.block, ...lock.leave, ...unmask];
	const block: c.Statement = { kind: 'block', statements: statements.map(at) };
	return { statements: [...inner.declarations.map(at), at(block)], result: inner.result };
}

const section: Intrinsic = (call, context, expected) => {
	const lowered = lowerSection(call, context, expected);
	return lowered ? c.sequence(lowered.statements, lowered.result) : broken;
};

export const sections: Readonly<Record<string, Intrinsic>> = {
	withInterruptsOff: section,
	withLock: section,
};

/** Calls of kernel/arch/riscv64/interrupts.ts. A program of the host has no interrupts to mask. */
function masking(
	before: string,
	{ modules }: Context,
): readonly [readonly c.Statement[], readonly c.Statement[]] {
	if (modules.target === 'host') return [[], []];
	const call = (name: string, operands: readonly c.Expression[], result: MachineType) => {
		const parameters = operands.map(operand => operand.type);
		const type = { kind: 'function', parameters, result, nullable: false } as const;
		if (!modules.defines(name)) modules.externals.set(name, type);
		return c.call({ kind: 'function', name, type }, operands, result);
	};
	const state = c.name(before, integers.usize, true);
	return [
		[c.declare(before, integers.usize, call('disableInterrupts', [], integers.usize))],
		[c.evaluate(call('restoreInterrupts', [state], voidType))],
	];
}

/** Taking and freeing a lock, and what it hands out. */
interface Lock {
	readonly enter: readonly c.Statement[];
	readonly value: c.Expression | undefined;
	readonly leave: readonly c.Statement[];
}

const noLock: Lock = { enter: [], value: undefined, leave: [] };

function lockOf(node: ts.CallExpression, context: Context): Lock | undefined {
	const argument = node.arguments[0];
	const place = argument && context.asPlace(lowerExpression(argument, context));
	if (place?.type.kind !== 'struct') {
		if (argument && place?.type.kind !== 'error') context.report(d.notALock(argument));
		return undefined;
	}
	const { type } = place;
	const reference = referenceTo(type);
	const name = context.temporary();
	const self = c.name(name, reference, true);
	const call = (method: string) => {
		const declaration = type.declaration.members.find(
			(member): member is ts.MethodDeclaration =>
				ts.isMethodDeclaration(member) && member.name.getText() === method,
		);
		const callee = declaration && context.modules.functionOf(declaration, type);
		if (callee?.type.kind !== 'function') return undefined;
		return c.call(callee, [self], callee.type.result);
	};
	const acquire = call('acquire');
	const release = call('release');
	if (!acquire || !release) {
		context.report(d.notALock(node.arguments[0] ?? node));
		return undefined;
	}
	const held = context.temporary();
	const isSilent = acquire.type.kind === 'void';
	return {
		enter: [
			c.declare(name, reference, c.address(place, reference)),
			isSilent ? c.evaluate(acquire) : c.declare(held, acquire.type, acquire),
		],
		value: isSilent ? undefined : c.name(held, acquire.type, true),
		leave: [c.evaluate(release)],
	};
}

interface LoweredBody {
	/** The variable that the result goes to. */
	readonly declarations: readonly c.Statement[];
	readonly block: readonly c.Statement[];
	readonly result: c.Expression | undefined;
}

/** An arrow function in place, part of the function around it; any other function is called. */
function lowerBody(
	node: ts.Expression,
	value: c.Expression | undefined,
	expected: MachineType | undefined,
	context: Context,
): LoweredBody {
	if (ts.isParenthesizedExpression(node))
		return lowerBody(node.expression, value, expected, context);
	if (!ts.isArrowFunction(node)) {
		const callee = lowerValue(node, context);
		if (callee.type.kind !== 'function') return { declarations: [], block: [], result: broken };
		const operands = value && callee.type.parameters.length > 0 ? [value] : [];
		return keep(c.call(callee, operands, callee.type.result), context);
	}
	const parameter = node.parameters[0];
	const bound: c.Statement[] = [];
	if (parameter && value && ts.isIdentifier(parameter.name)) {
		const name = context.declare(parameter.name, value.type, false, true);
		bound.push(c.declare(name, value.type, value));
	} else if (parameter) {
		context.report(d.patternParameter(parameter));
	}
	if (!ts.isBlock(node.body)) {
		const wanted = node.type ? context.resolver.value(node.type, context.environment) : expected;
		const result =
			wanted && wanted.kind !== 'void'
				? lowerAs(node.body, context, wanted)
				: lowerValue(node.body, context);
		const kept = keep(result, context);
		return { ...kept, block: [...bound, ...kept.block] };
	}
	return lowerBlock(node, node.body, bound, expected, context);
}

/** A body with statements: `return` ends it, not the function around it. */
function lowerBlock(
	node: ts.ArrowFunction,
	body: ts.Block,
	bound: readonly c.Statement[],
	expected: MachineType | undefined,
	context: Context,
): LoweredBody {
	const type = resultType(node, expected, context);
	if (type.kind === 'error') return { declarations: [], block: [], result: broken };
	const name = context.temporary();
	const end = `_section${context.temporary()}`;
	const hasResult = type.kind !== 'void' && type.kind !== 'never';
	const result = hasResult ? c.name(name, type) : undefined;
	context.sections.push({ type, result, end });
	const statements = lowerStatements(body.statements, context);
	context.sections.pop();
	return {
		declarations: hasResult ? [c.declare(name, type)] : [],
		block: [...bound, { kind: 'block', statements }, { kind: 'label', label: end }],
		result: result && c.name(name, type, true),
	};
}

function resultType(
	node: ts.ArrowFunction,
	expected: MachineType | undefined,
	context: Context,
): MachineType {
	if (node.type) return context.resolver.value(node.type, context.environment);
	const signature = context.checker.getSignatureFromDeclaration(node);
	const inferred = signature?.getReturnType();
	if (!inferred || inferred.flags & (ts.TypeFlags.Void | ts.TypeFlags.Undefined)) return voidType;
	if (expected && expected.kind !== 'void') return expected;
	if (inferred.flags & ts.TypeFlags.NumberLike) {
		context.report(d.sectionResult(node));
		return broken.type;
	}
	return asValue(context.resolver.of(inferred, context.environment, node));
}

/** Computes what a section gives before what the section took is given back. */
function keep(value: c.Expression, context: Context): LoweredBody {
	const { type } = value;
	if (type.kind === 'error') return { declarations: [], block: [], result: broken };
	if (type.kind === 'constant') return { declarations: [], block: [], result: value };
	if (type.kind === 'void' || type.kind === 'never') {
		return { declarations: [], block: [c.evaluate(value)], result: undefined };
	}
	const name = context.temporary();
	return {
		declarations: [c.declare(name, type)],
		block: [c.evaluate(c.assign(c.name(name, type), value))],
		result: c.name(name, type, true),
	};
}
