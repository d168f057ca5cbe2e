import { structure } from '../measure.ts';
import type { Expression } from '../nodes.ts';
import {
	bitsOf,
	comparisons,
	type Integer,
	isSigned,
	type Operator,
	operators,
	type Scalar,
} from '../shapes.ts';
import { interesting, known, openConstant } from './constants.ts';
import { mentions } from './mentions.ts';
import { decided, Operands, undecided, type Wanted } from './operands.ts';

/** Makes well-typed expressions. One at a time: what may be in it depends on the scope. */
export class Expressions extends Operands {
	of(type: Scalar, wanted: Wanted): Expression {
		return type === 'boolean' ? this.condition(wanted.depth) : this.integer(type, wanted);
	}

	integer(type: Integer, wanted: Wanted): Expression {
		const random = this.random;
		const { depth } = wanted;
		if (depth <= 0) return this.#leaf(type, wanted);
		const below = decided(depth - 1);
		switch (
			random.weighted({
				leaf: 16,
				binary: 34,
				unary: 5,
				convert: 8,
				conditional: 5,
				seen: 7,
				call: 10,
				effect: 12,
				more: 5,
			})
		) {
			case 'leaf':
				return this.#leaf(type, wanted);
			case 'binary':
				return this.#binary(type, wanted);
			case 'unary':
				return {
					kind: 'unary',
					operator: random.pick(['-', '~'] as const),
					type,
					operand: this.integer(type, undecided(depth - 1)),
				};
			case 'convert':
				return this.convert(type, depth - 1);
			case 'conditional':
				return {
					kind: 'conditional',
					type,
					condition: this.condition(depth - 1),
					...this.#branches(type, depth - 1),
				};
			case 'seen':
				return { kind: 'seen', type, operand: this.integer(type, below) };
			case 'call':
				return this.call(type, depth - 1) ?? this.#leaf(type, wanted);
			case 'more':
				return this.more(type, depth - 1) ?? this.#leaf(type, wanted);
			case 'effect':
				return this.effect(type, depth - 1) ?? this.#leaf(type, wanted);
		}
	}

	#branches(type: Integer, depth: number) {
		const a = this.integer(type, undecided(depth));
		const b = this.random.chance(30) ? this.constant(type) : this.integer(type, undecided(depth));
		return this.random.chance(50) ? { whenTrue: a, whenFalse: b } : { whenTrue: b, whenFalse: a };
	}

	/** Assigns, on the way. */
	effect(type: Integer, depth: number): Expression | undefined {
		const random = this.random;
		const place = this.place(type, depth, true);
		if (!place) return undefined;
		switch (random.weighted({ assign: 3, compound: 4, step: 4 })) {
			case 'assign':
				// tsc gives the assignment of a literal the literal's own type: here it is a computed value.
				return { kind: 'assign', type, place, value: this.integer(type, undecided(depth)) };
			case 'compound': {
				return { kind: 'compound', type, place, ...this.change(type, depth) };
			}
			case 'step':
				return {
					kind: 'step',
					operator: random.pick(['++', '--'] as const),
					isPrefix: random.chance(50),
					type,
					place,
				};
		}
	}

	/** The right half of a compound assignment. */
	change(type: Integer, depth: number): { operator: Operator; value: Expression } {
		const operator = this.random.pick(operators);
		return { operator, value: this.#right(operator, type, depth, true) };
	}

	#binary(type: Integer, { isDecided, depth }: Wanted): Expression {
		const random = this.random;
		const operator = random.pick(operators);
		const isShift = operator === '<<' || operator === '>>' || operator === '>>>';
		if (!isShift && random.chance(12)) {
			const left = this.constant(type);
			const right = this.#divisor(operator, this.integer(type, undecided(depth - 1)));
			if (known(right) === undefined || random.chance(10))
				return { kind: 'binary', operator, type, left, right };
		}
		const left =
			isShift && isDecided && random.chance(15)
				? this.constant(type)
				: this.integer(type, { isDecided, depth: depth - 1 });
		const isBare = left.kind === 'constant' && left.isOpen;
		const right = this.#right(operator, type, depth - 1, !isBare);
		if (isBare && known(right) !== undefined) {
			// Two constants without a type would make a third, which need not fit.
			return { kind: 'binary', operator, type, left: this.#typed(type), right };
		}
		return { kind: 'binary', operator, type, left, right };
	}

	/** The right side of an operator: the amount of a shift, a divisor that is seldom zero. */
	#right(operator: string, type: Integer, depth: number, mayBeOpen: boolean): Expression {
		const random = this.random;
		if (operator === '<<' || operator === '>>' || operator === '>>>') {
			const amount = this.integer(this.scope.integer(), undecided(depth));
			// tsc 6.0 takes `a << (b > (c) …` for type arguments, and refuses it.
			const isReadable = operator !== '<<' || !mentions(amount, '>');
			if (random.chance(50) && known(amount) === undefined && isReadable) return amount;
			const value = BigInt(random.below(bitsOf(type)));
			return { kind: 'constant', type: 'u8', text: `${value}`, value, isOpen: true };
		}
		const wantsOpen = mayBeOpen && random.chance(25);
		return this.#divisor(
			operator,
			wantsOpen ? this.constant(type) : this.integer(type, { isDecided: mayBeOpen, depth }),
		);
	}

	#divisor(operator: string, right: Expression): Expression {
		const { type } = right;
		if ((operator !== '/' && operator !== '%') || type === 'boolean') return right;
		if (known(right) === 0n) return this.small(type, 7n, right);
		if (known(right) !== undefined || this.random.chance(3)) return right;
		return { kind: 'binary', operator: '|', type, left: right, right: this.small(type, 1n) };
	}

	#leaf(type: Integer, { isDecided }: Wanted): Expression {
		const random = this.random;
		if (isDecided && random.chance(25)) return this.constant(type);
		const place = random.chance(90) ? this.place(type, 0, false) : undefined;
		if (place) return { kind: 'read', type, place };
		const from = this.scope.integer();
		const other = random.chance(70) ? this.place(from, 0, false) : undefined;
		return other
			? { kind: 'convert', type, operand: { kind: 'read', type: from, place: other } }
			: this.#typed(type);
	}

	/** A constant without a type: a literal, or the name of one. */
	constant(type: Integer): Expression {
		const { random, program, bound } = this.scope;
		if (random.chance(25)) {
			const fitting = [
				...program.constants.filter(constant => constant.type === undefined),
				...program.enumerations.flatMap(({ name, members }) =>
					members.map(member => ({ name: `${name}.${member.name}`, value: member.value })),
				),
				...bound.filter(({ name }) => this.scope.isVisible(name)),
			].filter(({ value }) => {
				const bits = bitsOf(type);
				return (
					(isSigned(type) ? BigInt.asIntN(bits, value) : BigInt.asUintN(bits, value)) === value
				);
			});
			const [first] = fitting;
			if (first) {
				const { name, value } = random.pick(fitting);
				return { kind: 'constant', type, text: name, value, isOpen: true };
			}
		}
		return { kind: 'constant', type, ...openConstant(random, type), isOpen: true };
	}

	#typed(type: Integer): Expression {
		const { random, program } = this.scope;
		const structs = program.structs.filter(({ generic }) => generic === undefined);
		if (type === 'usize' && structs.length > 0 && random.chance(15)) {
			const { name } = random.pick(structs);
			const value = BigInt(structure(name, program).size);
			return { kind: 'constant', type, text: `sizeOf<${name}>()`, value, isOpen: false };
		}
		const fitting = program.constants.filter(constant => constant.type === type);
		if (fitting.length > 0 && random.chance(40)) {
			const { name, value } = random.pick(fitting);
			return { kind: 'constant', type, text: name, value, isOpen: false };
		}
		return { kind: 'constant', type, ...openConstant(random, type), isOpen: false };
	}

	convert(type: Integer, depth: number): Expression {
		const random = this.random;
		const from = random.chance(10) ? 'boolean' : this.scope.integer();
		if (from !== 'boolean' && random.chance(6)) {
			const value = interesting(random, from);
			const operand: Expression = {
				kind: 'constant',
				type: from,
				text: `${value}`,
				value,
				isOpen: true,
			};
			return { kind: 'convert', type, operand };
		}
		return { kind: 'convert', type, operand: this.of(from, undecided(depth)) };
	}

	condition(depth: number): Expression {
		const random = this.random;
		const kind = random.weighted({
			compare: 50,
			read: 10,
			not: 8,
			logical: 16,
			seen: 4,
			call: 6,
			assign: 4,
			more: 4,
		});
		if (depth <= 0 || kind === 'compare') return this.comparison(Math.max(depth, 1));
		const type = 'boolean';
		switch (kind) {
			case 'not':
				return { kind: 'unary', operator: '!', type, operand: this.condition(depth - 1) };
			case 'logical':
				return {
					kind: 'logical',
					operator: random.pick(['&&', '||'] as const),
					type,
					left: this.condition(depth - 1),
					right: this.condition(depth - 1),
				};
			case 'seen':
				return { kind: 'seen', type, operand: this.condition(depth - 1) };
			case 'call':
				return this.call(type, depth - 1) ?? this.comparison(depth);
			case 'more':
				return this.more(type, depth - 1) ?? this.comparison(depth);
			default: {
				const place = this.place(type, 0, kind === 'assign');
				if (!place) return this.comparison(depth);
				return kind === 'assign'
					? { kind: 'assign', type, place, value: this.comparison(depth) }
					: { kind: 'read', type, place };
			}
		}
	}

	comparison(depth: number): Expression {
		const random = this.random;
		const type = 'boolean';
		if (random.chance(8)) {
			// tsc narrows a variable to what it was last given; a comparison always is a `boolean`.
			const operator = random.pick(['===', '!=='] as const);
			const left = this.condition(depth - 1);
			return { kind: 'compare', operator, type, of: type, left, right: this.#plainComparison() };
		}
		const of = this.scope.integer();
		const operator = random.pick(comparisons);
		const left = this.integer(of, undecided(depth - 1));
		const isConstant = random.chance(25);
		// tsc narrows a variable to the literal that it equals, and then refuses to compare it with another.
		const isNarrowed = left.kind === 'read' && operator.endsWith('==');
		const constant = () => (isNarrowed ? this.#typed(of) : this.constant(of));
		const right = isConstant ? constant() : this.integer(of, decided(depth - 1));
		const isSwapped = random.chance(15) && isConstant;
		const [a, b] = isSwapped ? [right, left] : [left, right];
		// tsc 6.0 takes `a < (b > (c) …` for type arguments, and refuses it.
		const written = operator === '<' && mentions(b, '>') ? '<=' : operator;
		return { kind: 'compare', operator: written, type, of, left: a, right: b };
	}

	#plainComparison(): Expression {
		const of = this.scope.integer();
		const operator = this.random.pick(comparisons);
		const [left, right] = [this.#leaf(of, undecided(0)), this.#leaf(of, undecided(0))];
		return { kind: 'compare', operator, type: 'boolean', of, left, right };
	}
}
