import { Memory, type Storage } from './memory.ts';
import { apply, compare, Panic } from './semantics.ts';
import { type Body, type Expression, type Program, type Statement, wrap } from './tree.ts';

/** How a program ends: its trace, and the panic if there was one. */
export interface Outcome {
	readonly trace: bigint;
	/** The node that panicked and the text without its place. */
	readonly panic: { readonly node: object; readonly text: string } | undefined;
	/** What was executed, such as `+ u8` or `+ u8 constant`. */
	readonly covered: ReadonlySet<string>;
	readonly steps: number;
}

/**
 * Runs a program by the rules of docs/dialect.md, on bigint: the reference. It shares the tree with the
 * generator, and nothing with the compiler.
 */
export function evaluate(program: Program, fuel = 20_000): Outcome {
	const machine = new Machine(program, fuel);
	let panic: Outcome['panic'];
	try {
		machine.main();
	} catch (error) {
		if (!(error instanceof Panic)) throw error;
		panic = { node: error.node, text: error.message };
	}
	return { trace: machine.trace, panic, covered: machine.covered, steps: fuel - machine.fuel };
}

/** Where control goes after a statement, if not on. */
type Jump =
	| { readonly kind: 'break' | 'continue'; readonly label: string | undefined }
	| { readonly kind: 'return'; readonly value: bigint };

class Machine extends Memory {
	main(): void {
		this.body(this.program.main, new Map());
	}

	protected call(
		parameters: readonly { readonly id: number }[],
		body: Body,
		values: readonly Storage[],
		self: Storage | undefined,
	): bigint {
		const frame = new Map(parameters.map(({ id }, i) => [id, values[i] ?? { cell: 0n }]));
		if (self) frame.set(-1, self);
		const jump = this.body(body, frame);
		if (jump?.kind !== 'return') throw new Error('a function without a return');
		return jump.value;
	}

	body(body: Body, frame: Map<number, Storage>): Jump | undefined {
		for (const statement of body) {
			const jump = this.statement(statement, frame);
			if (jump) return jump;
		}
		return undefined;
	}

	statement(statement: Statement, frame: Map<number, Storage>): Jump | undefined {
		this.spend();
		switch (statement.kind) {
			case 'declare': {
				const value = this.operand(statement.value, frame);
				const isReference = statement.value.kind === 'reference';
				frame.set(statement.variable.id, isReference ? value : { ...value });
				return undefined;
			}
			case 'object':
				frame.set(
					statement.variable.id,
					this.initial(statement.variable.shape, statement.initial, frame),
				);
				return undefined;
			case 'bind':
				return undefined;
			case 'expression':
				this.expression(statement.expression, frame);
				return undefined;
			case 'point': {
				const place = this.place(statement.place, frame);
				const value = this.operand(statement.value, frame);
				if ('code' in place && 'code' in value) place.code = value.code;
				return undefined;
			}
			case 'mention':
				this.place(statement.place, frame);
				return undefined;
			case 'note':
				this.note(this.expression(statement.expression, frame));
				return undefined;
			case 'if':
				if (this.expression(statement.condition, frame))
					return this.body(statement.whenTrue, frame);
				return statement.whenFalse && this.body(statement.whenFalse, frame);
			case 'for':
			case 'while':
			case 'do':
				return this.#loop(statement, frame);
			case 'switch':
				return this.#switch(statement, frame);
			case 'block':
				return leave(this.body(statement.body, frame), statement.label, false);
			case 'break':
			case 'continue':
				return { kind: statement.kind, label: statement.label };
			case 'return':
				return { kind: 'return', value: this.expression(statement.value, frame) };
		}
	}

	#loop(
		statement: Statement & { kind: 'for' | 'while' | 'do' },
		frame: Map<number, Storage>,
	): Jump | undefined {
		const { kind, label, counter, start, condition, step, body } = statement;
		frame.set(counter.id, { cell: this.expression(start, frame) });
		for (let isFirst = true; ; isFirst = false) {
			this.spend();
			const isTested = kind !== 'do' || !isFirst;
			if (isTested && !this.expression(condition, frame)) return undefined;
			if (kind !== 'for') this.expression(step, frame);
			const jump = this.body(body, frame);
			const isContinue =
				jump?.kind === 'continue' && (jump.label === undefined || label.includes(jump.label));
			if (jump && !isContinue) return leave(jump, label, true);
			if (kind === 'for') this.expression(step, frame);
		}
	}

	#switch(
		{ label, value, clauses }: Statement & { kind: 'switch' },
		frame: Map<number, Storage>,
	): Jump | undefined {
		const wanted = this.expression(value, frame);
		const hit = clauses.findIndex(({ cases }) => cases.includes(wanted));
		const start = hit >= 0 ? hit : clauses.findIndex(({ cases }) => cases.includes(undefined));
		if (start < 0) return undefined;
		for (const { body, hasBreak } of clauses.slice(start)) {
			const jump = this.body(body, frame);
			if (jump) return leave(jump, label, true);
			if (hasBreak) return undefined;
		}
		return undefined;
	}

	expression(node: Expression, frame: Map<number, Storage>): bigint {
		this.spend();
		switch (node.kind) {
			case 'constant':
				return node.value;
			case 'read':
				return this.read(this.place(node.place, frame));
			case 'unary': {
				const value = this.expression(node.operand, frame);
				this.cover(`${node.type === 'boolean' ? '' : 'unary '}${node.operator} ${node.type}`);
				if (node.type === 'boolean') return value ? 0n : 1n;
				return wrap(node.type, node.operator === '-' ? -value : ~value);
			}
			case 'binary': {
				const left = this.expression(node.left, frame);
				const right = this.expression(node.right, frame);
				this.coverBinary(node.operator, node.type, node.left, node.right);
				return apply(node.operator, node.type, left, right, node);
			}
			case 'compare': {
				const left = this.expression(node.left, frame);
				const right = this.expression(node.right, frame);
				this.coverBinary(node.operator, node.of, node.left, node.right);
				return compare(node.operator, left, right) ? 1n : 0n;
			}
			case 'logical': {
				const left = this.expression(node.left, frame);
				this.cover(`${node.operator} boolean`);
				const isDecided = node.operator === '&&' ? !left : !!left;
				return isDecided ? left : this.expression(node.right, frame);
			}
			case 'conditional': {
				this.cover(`?: ${node.type}`);
				const isTrue = this.expression(node.condition, frame);
				return this.expression(isTrue ? node.whenTrue : node.whenFalse, frame);
			}
			case 'convert': {
				const value = this.expression(node.operand, frame);
				this.cover(`${node.operand.type} to ${node.type}`);
				return wrap(node.type, value);
			}
			case 'seen': {
				const value = this.expression(node.operand, frame);
				this.note(value);
				return value;
			}
			case 'call':
				return this.callExpression(node, frame);
			case 'assign': {
				const place = this.place(node.place, frame);
				this.cover(`= ${node.type}`);
				return this.write(place, this.expression(node.value, frame));
			}
			case 'compound': {
				const place = this.place(node.place, frame);
				const old = this.read(place);
				const value = this.expression(node.value, frame);
				this.coverBinary(`${node.operator}=`, node.type, node.value, node.value);
				return this.write(place, apply(node.operator, node.type, old, value, node));
			}
			case 'step': {
				const place = this.place(node.place, frame);
				const old = this.read(place);
				const one = node.operator === '++' ? 1n : -1n;
				this.cover(`${node.isPrefix ? 'prefix' : 'postfix'} ${node.operator} ${node.type}`);
				const value = this.write(place, wrap(node.type, old + one));
				return node.isPrefix ? value : old;
			}
		}
	}
}

/** What is left of a jump outside of a statement with these labels. */
function leave(
	jump: Jump | undefined,
	labels: readonly string[],
	isTarget: boolean,
): Jump | undefined {
	if (jump?.kind !== 'break') return jump;
	const isMeant = jump.label === undefined ? isTarget : labels.includes(jump.label);
	return isMeant ? undefined : jump;
}
