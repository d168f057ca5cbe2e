import type { Operand } from '../nodes.ts';
import { isScalar, type Scalar } from '../shapes.ts';
import type { Body, Statement } from '../tree.ts';
import { decided, depth, undecided } from './declarations.ts';
import { Flow } from './flow.ts';
import type { Scope } from './scope.ts';
import type { Surroundings } from './views.ts';
import { Words } from './words.ts';

/** Makes statements; what they declare becomes visible to those after them. */
export class Statements extends Flow implements Surroundings {
	readonly words = new Words(this);
	/** How many statements may still be made. */
	budget = 0;
	/** What the function being made returns; undefined in `main`. */
	result: Scalar | undefined;

	constructor(scope: Scope) {
		super(scope);
		this.expressions.more = (type, depth) =>
			this.random.chance(50) ? this.words.atomic(type, depth) : this.words.get(type);
	}

	/** A block of up to `count` statements. */
	body(count: number, nesting: number, kept?: string): Body {
		return this.scope.inBlock(() => this.statements(count, nesting), kept);
	}

	statements(count: number, nesting: number): Statement[] {
		const statements: Statement[] = [];
		for (let i = 0; i < count && this.budget > 0; i++) {
			this.budget--;
			const made = this.statement(nesting);
			if (made) statements.push(...(Array.isArray(made) ? made : [made]));
		}
		return statements;
	}

	statement(nesting: number): Statement | readonly Statement[] | undefined {
		const isDeep = nesting >= 3;
		const kind = this.random.weighted({
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
			jump: 7,
			form: 26,
			return: this.result ? 1 : 0,
		});
		switch (kind) {
			case 'declare':
				return this.declare();
			case 'object':
				return this.object();
			case 'bind':
				return this.bind();
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
					whenTrue: this.body(1 + this.random.below(3), nesting + 1),
					whenFalse: this.random.chance(50)
						? this.body(1 + this.random.below(3), nesting + 1)
						: undefined,
				};
			case 'for':
			case 'loop':
				return this.counted(kind === 'for' ? 'for' : this.random.pick(['while', 'do']), nesting);
			case 'switch':
				return this.choose(nesting);
			case 'block': {
				const label = this.newLabels(false);
				const body = this.body(1 + this.random.below(3), nesting + 1);
				this.dropLabels(label);
				return { kind: 'block', label, body };
			}
			case 'jump':
				return this.jump();
			case 'form':
				return this.#form(nesting);
			case 'return':
				return this.ifThen(() => ({
					kind: 'return',
					value: this.expressions.of(this.result ?? 'u8', decided),
				}));
		}
	}

	/** What looks at the parts of objects, and what takes more than one statement. */
	#form(nesting: number): readonly Statement[] {
		const { words, random } = this;
		const isDeep = nesting >= 3;
		switch (
			random.weighted({
				...{ slice: 4, pointer: 4, destructure: 4, rebind: 2, choice: 3, atomically: 7 },
				...{ set: 5, print: 3, handler: isDeep ? 0 : 4 },
				...{ forOf: isDeep ? 0 : 6, enumeration: isDeep ? 0 : 5 },
			})
		) {
			case 'slice':
				return words.slice();
			case 'pointer':
				return words.pointer();
			case 'destructure':
				return words.destructure();
			case 'rebind':
				return words.rebind();
			case 'choice':
				return words.choice();
			case 'atomically':
				return words.atomically();
			case 'set':
				return words.set();
			case 'print':
				return words.print();
			case 'handler':
				return words.handler(nesting);
			case 'forOf':
				return words.forOf(nesting);
			case 'enumeration':
				return words.enumeration(nesting);
		}
	}

	/** Labels and body of a loop that declares something first. */
	loop(nesting: number, declare: () => void): { label: readonly string[]; body: Body } {
		return this.scope.inBlock(() => {
			declare();
			const label = this.newLabels(true);
			this.scope.breakable.push('loop');
			const body = this.body(1 + this.random.below(3), nesting + 1);
			this.scope.breakable.pop();
			this.dropLabels(label);
			return { label, body };
		}, '*');
	}

	#change(): Statement {
		const random = this.random;
		const type = this.type();
		const effect =
			type === 'boolean'
				? undefined
				: random.chance(65)
					? this.expressions.effect(type, depth)
					: random.chance(50)
						? this.expressions.call(type, depth)
						: undefined;
		if (effect) return { kind: 'expression', expression: effect };
		const place = this.expressions.place(type, 1, true);
		if (!place) return this.declare();
		const value = this.expressions.of(type, decided);
		return { kind: 'expression', expression: { kind: 'assign', type, place, value } };
	}

	#point(): Statement | undefined {
		const { random, program } = this.scope;
		if (program.signatures.length === 0) return undefined;
		const shape = { signature: random.pick(program.signatures).name };
		const place = this.expressions.place(shape, 0, true);
		const other = place && this.expressions.operand(shape, 0);
		const value = other && random.chance(30) ? this.#chosen(other, shape) : other;
		return place && value && { kind: 'point', place, value };
	}

	/** One of two functions: of the same type to the compiler, so both take all parameters. */
	#chosen(whenTrue: Operand, shape: { readonly signature: string }): Operand {
		const whenFalse = this.expressions.operand(shape, 0);
		const isWhole = (operand: Operand | undefined) => {
			if (operand?.kind !== 'code') return operand !== undefined;
			const unit = this.scope.callable.find(({ name }) => name === operand.name);
			return unit !== undefined && !this.expressions.isShort(unit, shape.signature);
		};
		if (!whenFalse || !isWhole(whenTrue) || !isWhole(whenFalse)) return whenTrue;
		const condition = this.expressions.condition(1);
		return { kind: 'choice', condition, whenTrue, whenFalse };
	}

	#mention(): Statement | undefined {
		const paths = this.scope.paths(shape => !isScalar(shape) && !('atomic' in shape));
		if (paths.length === 0) return undefined;
		const place = this.expressions.build(this.random.pick(paths), 3);
		return place.kind === 'element' ? { kind: 'mention', place } : undefined;
	}
}
