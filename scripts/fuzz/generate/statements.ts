import {
	type Body,
	type Clause,
	type Expression,
	type Integer,
	type Initial,
	integers,
	isScalar,
	isSigned,
	type Scalar,
	type Shape,
	type Statement,
	type Variable,
	wrap,
} from '../tree.ts';
import { interesting, openConstant } from './constants.ts';
import { Expressions } from './expressions.ts';
import type { Scope } from './scope.ts';

const depth = 3;
const decided = { isDecided: true, depth };
const undecided = { isDecided: false, depth };
const labelNames = ['a', 'a_t1', 'a_t', 'b', 'outer', 'int'];

/** Makes statements; what they declare becomes visible to those after them. */
export class Statements {
	readonly scope: Scope;
	readonly expressions: Expressions;
	/** How many statements may still be made. */
	budget = 0;
	/** What the function being made returns; undefined in `main`. */
	result: Scalar | undefined;

	constructor(scope: Scope) {
		this.scope = scope;
		this.expressions = new Expressions(scope);
	}

	get #random() {
		return this.scope.random;
	}

	/** A block of up to `count` statements. */
	body(count: number, nesting: number, kept?: string): Body {
		return this.scope.inBlock(() => this.statements(count, nesting), kept);
	}

	statements(count: number, nesting: number): Statement[] {
		const statements: Statement[] = [];
		for (let i = 0; i < count && this.budget > 0; i++) {
			this.budget--;
			const statement = this.statement(nesting);
			if (statement) statements.push(statement);
		}
		return statements;
	}

	statement(nesting: number): Statement | undefined {
		const isDeep = nesting >= 3;
		const kind = this.#random.weighted({
			declare: 18,
			object: 7,
			bind: 3,
			change: 34,
			point: 2,
			mention: 1,
			note: 8,
			if: isDeep ? 0 : 9,
			for: isDeep ? 0 : 6,
			loop: isDeep ? 0 : 5,
			switch: isDeep ? 0 : 4,
			block: isDeep ? 0 : 3,
			jump: 4,
			return: this.result ? 1 : 0,
		});
		switch (kind) {
			case 'declare':
				return this.#declare();
			case 'object':
				return this.#object();
			case 'bind':
				return this.#bind();
			case 'change':
				return this.#change();
			case 'point':
				return this.#point();
			case 'mention':
				return this.#mention();
			case 'note':
				return { kind: 'note', expression: this.expressions.of(this.type(), undecided) };
			case 'if':
				return {
					kind: 'if',
					condition: this.expressions.condition(depth),
					whenTrue: this.body(1 + this.#random.below(3), nesting + 1),
					whenFalse: this.#random.chance(50)
						? this.body(1 + this.#random.below(3), nesting + 1)
						: undefined,
				};
			case 'for':
			case 'loop':
				return this.#loop(kind === 'for' ? 'for' : this.#random.pick(['while', 'do']), nesting);
			case 'switch':
				return this.#switch(nesting);
			case 'block': {
				const label = this.#labels(false);
				const body = this.body(1 + this.#random.below(3), nesting + 1);
				this.#unlabel(label);
				return { kind: 'block', label, body };
			}
			case 'jump':
				return this.#jump();
			case 'return':
				return this.#ifThen(() => ({
					kind: 'return',
					value: this.expressions.of(this.result ?? 'u8', decided),
				}));
		}
	}

	type(): Scalar {
		return this.#random.chance(10) ? 'boolean' : this.scope.integer();
	}

	/** Wraps what ends a block, so that the rest can still be reached. */
	#ifThen(make: () => Statement): Statement {
		const condition = this.expressions.condition(2);
		const whenTrue = this.scope.inBlock(() => [make()]);
		return { kind: 'if', condition, whenTrue, whenFalse: undefined };
	}

	#declare(): Statement {
		const { random, program } = this.scope;
		if (program.signatures.length > 0 && random.chance(12)) {
			const { name } = random.pick(program.signatures);
			const value = this.expressions.operand({ signature: name }, 1);
			if (value) return this.#variable({ signature: name }, value, false, true);
		}
		if (program.structs.length > 0 && random.chance(12)) {
			const shape = { struct: random.pick(program.structs).name };
			const value = this.expressions.operand(shape, 2);
			if (value) return this.#variable(shape, value, true, random.chance(50));
		}
		const type = this.type();
		const isAnnotated = random.chance(70);
		const value = this.expressions.of(type, isAnnotated ? decided : undecided);
		return this.#variable(type, value, random.chance(35), isAnnotated);
	}

	#variable(
		shape: Shape,
		value: (Statement & { kind: 'declare' })['value'],
		isConst: boolean,
		isAnnotated: boolean,
	): Statement {
		// tsc infers `number` for arithmetic, and would take any integer for it: a `let` says its type.
		const isPlain = isConst && !isAnnotated;
		const variable = this.scope.variable(shape, isConst);
		this.scope.declare(variable);
		return { kind: 'declare', variable, isConst, isAnnotated: !isPlain, value };
	}

	#object(): Statement {
		const { random, program } = this.scope;
		const struct = program.structs.length > 0 && random.chance(65) && random.pick(program.structs);
		const element = program.structs.length > 0 && random.chance(35) && random.pick(program.structs);
		const shape: Shape = struct
			? { struct: struct.name }
			: {
					array: element
						? { struct: element.name }
						: random.chance(25)
							? { array: this.type(), length: random.pick([1, 2, 3]) }
							: this.type(),
					length: random.pick([1, 2, 3, 4, 8]),
				};
		const initial: Initial =
			struct && random.chance(80)
				? struct.isClass
					? { kind: 'new', operands: this.#constructed(struct.name) }
					: this.#literal(shape)
				: { kind: 'zeroed' };
		const variable = this.scope.variable(shape, true);
		this.scope.declare(variable);
		return { kind: 'object', variable, initial };
	}

	/** Arguments of `new`: constants and variables. */
	#constructed(name: string): Expression[] {
		const struct = this.scope.program.structs.find(candidate => candidate.name === name);
		return (struct?.filled ?? []).map((filled): Expression => {
			const shape = struct?.fields.find(field => field.name === filled)?.shape ?? 'u8';
			const type = isScalar(shape) ? shape : 'u8';
			const variables = this.scope.visible().filter(variable => variable.shape === type);
			if (variables.length > 0 && this.#random.chance(60)) {
				const variable = this.#random.pick(variables);
				return { kind: 'read', type, place: { kind: 'variable', variable } };
			}
			if (type === 'boolean') {
				const value = BigInt(this.#random.below(2));
				return { kind: 'constant', type, text: `${value === 1n}`, value, isOpen: true };
			}
			return this.expressions.constant(type);
		});
	}

	/** `{ … }` with its fields in any order, each computed. */
	#literal(shape: Shape): Initial {
		const fields = this.#random.shuffled(this.scope.fieldsOf(shape));
		return {
			kind: 'object',
			fields: fields.map((field): readonly [string, Expression | Initial] => {
				if (isScalar(field.shape)) return [field.name, this.expressions.of(field.shape, decided)];
				const inner = this.scope.struct(field.shape);
				const isLiteral = inner && !inner.isClass && this.#random.chance(70);
				return [field.name, isLiteral ? this.#literal(field.shape) : { kind: 'zeroed' }];
			}),
		};
	}

	#bind(): Statement {
		const type = this.#random.pick(integers);
		const { text, value } = openConstant(this.#random, type);
		const name = this.scope.name();
		// Only what is written exactly: a complement has another value in each type that it meets.
		if (!text.startsWith('~'))
			this.scope.bound.push({ name, value, depth: this.scope.blocks.length });
		return { kind: 'bind', name, text };
	}

	#change(): Statement {
		const random = this.#random;
		const type = this.type();
		const effect =
			type === 'boolean'
				? undefined
				: random.chance(80)
					? this.expressions.effect(type, depth)
					: this.expressions.call(type, depth);
		if (effect) return { kind: 'expression', expression: effect };
		const place = this.expressions.place(type, 1, true);
		if (!place) return this.#declare();
		const value = this.expressions.of(type, decided);
		return { kind: 'expression', expression: { kind: 'assign', type, place, value } };
	}

	#point(): Statement | undefined {
		const { random, program } = this.scope;
		if (program.signatures.length === 0) return undefined;
		const shape = { signature: random.pick(program.signatures).name };
		const place = this.expressions.place(shape, 0, true);
		const value = place && this.expressions.operand(shape, 0);
		return place && value && { kind: 'point', place, value };
	}

	#mention(): Statement | undefined {
		const paths = this.scope.paths(shape => !isScalar(shape));
		if (paths.length === 0) return undefined;
		const place = this.expressions.build(this.#random.pick(paths), 3);
		return place.kind === 'element' ? { kind: 'mention', place } : undefined;
	}

	#labels(isLoop: boolean): readonly string[] {
		const { random, labels } = this.scope;
		const free = labelNames.filter(name => !labels.some(label => label.name === name));
		const count = isLoop ? (random.chance(35) ? (random.chance(15) ? 2 : 1) : 0) : 1;
		const names = random.shuffled(free).slice(0, count);
		for (const name of names) labels.push({ name, isLoop });
		return names;
	}

	#unlabel(names: readonly string[]): void {
		for (const _ of names) this.scope.labels.pop();
	}

	#loop(kind: 'for' | 'while' | 'do', nesting: number): Statement {
		const { scope, expressions } = this;
		const random = this.#random;
		const type = scope.integer();
		return scope.inBlock(() => {
			const counter: Variable = scope.variable(type, true);
			const rounds = BigInt(1 + random.below(4));
			const isUp = random.chance(70);
			const first = isUp ? wrap(type, interesting(random, type)) : rounds;
			const last = isUp ? wrap(type, first + rounds) : 0n;
			const constant = (value: bigint): Expression => ({
				...{ kind: 'constant', type, text: `${value}`, value, isOpen: true },
			});
			const place = { kind: 'variable', variable: counter } as const;
			const goesOn: Expression = {
				kind: 'compare',
				operator: isUp || isSigned(type) ? '!==' : '>',
				type: 'boolean',
				of: type,
				left: { kind: 'read', type, place },
				right: constant(last),
			};
			scope.declare(counter);
			const extra = random.chance(25) ? expressions.condition(2) : undefined;
			const condition: Expression = extra
				? { kind: 'logical', operator: '&&', type: 'boolean', left: goesOn, right: extra }
				: goesOn;
			const label = this.#labels(true);
			scope.breakable.push('loop');
			const kept = kind === 'for' ? undefined : counter.name; // A step stands in the body.
			const body = this.body(1 + random.below(4), nesting + 1, kept);
			scope.breakable.pop();
			this.#unlabel(label);
			const step = this.#step(type, place, isUp);
			return { kind, label, counter, start: constant(first), condition, step, body };
		});
	}

	#step(
		type: Integer,
		place: { readonly kind: 'variable'; readonly variable: Variable },
		isUp: boolean,
	): Expression {
		if (this.#random.chance(25)) {
			const value: Expression = { kind: 'constant', type, text: '1', value: 1n, isOpen: true };
			return { kind: 'compound', operator: isUp ? '+' : '-', type, place, value };
		}
		const operator = isUp ? '++' : '--';
		return { kind: 'step', operator, isPrefix: this.#random.chance(50), type, place };
	}

	#switch(nesting: number): Statement {
		const random = this.#random;
		const type = this.scope.integer();
		const value: Expression = random.chance(60)
			? {
					kind: 'binary',
					operator: '&',
					type,
					left: this.expressions.integer(type, undecided),
					right: { kind: 'constant', type, text: '3', value: 3n, isOpen: true },
				}
			: this.expressions.integer(type, undecided);
		const wanted = new Set<bigint | undefined>([
			...[0n, 1n, 2n, 3n].slice(0, 1 + random.below(4)),
			...(random.chance(40) ? [interesting(random, type)] : []),
			...(random.chance(70) ? [undefined] : []),
		]);
		const cases = random.shuffled([...wanted]);
		const label = this.#labels(true);
		for (const name of label) {
			const entry = this.scope.labels.find(each => each.name === name);
			if (entry) entry.isLoop = false;
		}
		this.scope.breakable.push('switch');
		const clauses: Clause[] = [];
		while (cases.length > 0) {
			const taken = cases.splice(0, random.chance(30) ? 2 : 1);
			const body = this.body(1 + random.below(2), nesting + 1);
			clauses.push({ cases: taken, body, hasBreak: cases.length > 0 || random.chance(50) });
		}
		this.scope.breakable.pop();
		this.#unlabel(label);
		return { kind: 'switch', label, value, clauses };
	}

	#jump(): Statement | undefined {
		const { random, labels, breakable } = this.scope;
		const kind = random.pick(['break', 'continue'] as const);
		const targets = labels.filter(({ isLoop }) => kind === 'break' || isLoop);
		if (targets.length > 0 && random.chance(65)) {
			const { name } = random.pick(targets);
			return this.#ifThen(() => ({ kind, label: name }));
		}
		const isInside = kind === 'break' ? breakable.length > 0 : breakable.includes('loop');
		return isInside ? this.#ifThen(() => ({ kind, label: undefined })) : undefined;
	}
}
