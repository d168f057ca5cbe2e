import type { Expression, Variable } from '../nodes.ts';
import { type Integer, isSigned, wrap } from '../shapes.ts';
import type { Body, Clause, Statement } from '../tree.ts';
import { interesting } from './constants.ts';
import { Declarations, undecided } from './declarations.ts';

const labelNames = ['a', 'a_t1', 'a_t', 'a_t2', 'int'];

/** Makes loops, switches and jumps. */
export abstract class Flow extends Declarations {
	/** A block of up to `count` statements. */
	abstract body(count: number, nesting: number, kept?: string): Body;

	protected newLabels(isLoop: boolean): readonly string[] {
		const { random, labels } = this.scope;
		const free = labelNames.filter(name => !labels.some(label => label.name === name));
		const count = isLoop ? (random.chance(60) ? (random.chance(15) ? 2 : 1) : 0) : 1;
		const names = random.shuffled(free).slice(0, count);
		for (const name of names) labels.push({ name, isLoop });
		return names;
	}

	protected dropLabels(names: readonly string[]): void {
		for (const _ of names) this.scope.labels.pop();
	}

	protected counted(kind: 'for' | 'while' | 'do', nesting: number): Statement {
		const { scope, expressions } = this;
		const random = this.random;
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
			const label = this.newLabels(true);
			scope.breakable.push('loop');
			const kept = kind === 'for' ? undefined : counter.name; // A step stands in the body.
			const body = this.body(1 + random.below(4), nesting + 1, kept);
			scope.breakable.pop();
			this.dropLabels(label);
			const step = this.#step(type, place, isUp);
			return { kind, label, counter, start: constant(first), condition, step, body };
		});
	}

	#step(
		type: Integer,
		place: { readonly kind: 'variable'; readonly variable: Variable },
		isUp: boolean,
	): Expression {
		if (this.random.chance(25)) {
			const value: Expression = { kind: 'constant', type, text: '1', value: 1n, isOpen: true };
			return { kind: 'compound', operator: isUp ? '+' : '-', type, place, value };
		}
		const operator = isUp ? '++' : '--';
		return { kind: 'step', operator, isPrefix: this.random.chance(50), type, place };
	}

	protected choose(nesting: number): Statement {
		const random = this.random;
		const type = this.scope.integer();
		const value: Expression = random.chance(60)
			? {
					kind: 'binary',
					operator: '&',
					type,
					left: this.expressions.integer(type, undecided),
					right: { kind: 'constant', type, text: '3', value: 3n, isOpen: true },
				}
			: { kind: 'seen', type, operand: this.expressions.integer(type, undecided) };
		const wanted = new Set<bigint | undefined>([
			...[0n, 1n, 2n, 3n].slice(0, 1 + random.below(4)),
			...(random.chance(40) ? [interesting(random, type)] : []),
			...(random.chance(70) ? [undefined] : []),
		]);
		const cases = random.shuffled([...wanted]);
		const label = this.newLabels(true);
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
		this.dropLabels(label);
		return { kind: 'switch', label, value, clauses };
	}

	protected jump(): Statement | undefined {
		const { random, labels, breakable } = this.scope;
		const kind = random.pick(['break', 'continue'] as const);
		const targets = labels.filter(({ isLoop }) => kind === 'break' || isLoop);
		if (targets.length > 0 && random.chance(65)) {
			const { name } = random.pick(targets);
			return this.ifThen(() => ({ kind, label: name }));
		}
		const isInside = kind === 'break' ? breakable.length > 0 : breakable.includes('loop');
		return isInside ? this.ifThen(() => ({ kind, label: undefined })) : undefined;
	}

	/** Wraps what ends a block, so that the rest can still be reached. */
	protected ifThen(make: () => Statement): Statement {
		const condition = this.expressions.condition(2);
		const whenTrue = this.scope.inBlock(() => [make()]);
		return { kind: 'if', condition, whenTrue, whenFalse: undefined };
	}
}
