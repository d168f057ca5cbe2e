import { Compute } from './compute.ts';
import { shapeOf } from './nodes.ts';
import { apply, Panic, TooLong } from './semantics.ts';
import { bitsOf, isScalar } from './shapes.ts';
import { elementsOf, type Frame, present, type Storage } from './storage.ts';
import type { Body, Pattern, Printed, Program, Statement } from './tree.ts';

/** How a program ends: its trace, and the panic if there was one. */
export interface Outcome {
	readonly trace: bigint;
	/** The node that panicked and the text without its place. */
	readonly panic: { readonly node: object; readonly text: string } | undefined;
	/** What it wrote to the console. */
	readonly printed: string;
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
		if (error.message.startsWith('division')) machine.cover('division panic');
		panic = { node: error.node, text: error.message };
	}
	const { trace, printed, covered } = machine;
	return { trace, panic, printed, covered, steps: fuel - machine.fuel };
}

/** Where control goes after a statement, if not on. */
type Jump =
	| { readonly kind: 'break' | 'continue'; readonly label: string | undefined }
	| { readonly kind: 'return'; readonly value: bigint };

/** How many calls may be going on at once. */
const deepest = 30;

class Machine extends Compute {
	#depth = 0;

	main(): void {
		this.body(this.program.main, new Map());
	}

	protected call(
		parameters: readonly { readonly id: number }[],
		body: Body,
		values: readonly Storage[],
		self: Storage | undefined,
	): bigint | undefined {
		const frame: Frame = new Map(parameters.map(({ id }, i) => [id, values[i] ?? { cell: 0n }]));
		if (self) frame.set(-1, self);
		// A function may reach itself through a pointer.
		if (++this.#depth > deepest) throw new TooLong('the calls go too deep');
		const jump = this.body(body, frame);
		this.#depth--;
		return jump?.kind === 'return' ? jump.value : undefined;
	}

	body(body: Body, frame: Frame): Jump | undefined {
		for (const statement of body) {
			const jump = this.statement(statement, frame);
			if (jump) return jump;
		}
		return undefined;
	}

	statement(statement: Statement, frame: Frame): Jump | undefined {
		this.spend();
		switch (statement.kind) {
			case 'declare': {
				const value = this.operand(statement.value, frame);
				const isReference = statement.value.kind === 'reference';
				frame.set(statement.variable.id, isReference ? value : { ...value });
				return undefined;
			}
			case 'destructure':
				this.#bind(statement.pattern, this.place(statement.place, frame), frame);
				return undefined;
			case 'forOf':
				return this.#forOf(statement, frame);
			case 'set': {
				const { struct, name, object: place } = statement.accessor;
				const object = this.place(place, frame);
				const { operator, value, type } = statement;
				const old = operator && this.access(struct, name, object, undefined);
				const operand = this.expression(value, frame);
				if (operator && type !== 'boolean' && old !== undefined) {
					this.cover('compound accessor');
					this.access(struct, name, object, apply(operator, type, old, operand, statement));
				} else this.access(struct, name, object, operand);
				return undefined;
			}
			case 'rebind':
				this.cover('rebind');
				frame.set(statement.variable.id, this.operand(statement.value, frame));
				return undefined;
			case 'exchange': {
				const cell = this.place(statement.place, frame);
				const expected = this.operand(statement.expected, frame);
				const desired = this.operand(statement.desired, frame);
				if (!('code' in cell && 'code' in expected && 'code' in desired)) return undefined;
				this.cover('compareExchange of a function');
				this.note(cell.code === expected.code ? 1n : 0n);
				if (cell.code === expected.code) cell.code = desired.code;
				return undefined;
			}
			case 'print':
				this.cover('print');
				this.#print(statement.parts, frame);
				return undefined;
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
				this.cover(`${statement.kind}${statement.label ? ' to a label' : ''}`);
				return { kind: statement.kind, label: statement.label };
			case 'return':
				return { kind: 'return', value: this.expression(statement.value, frame) };
		}
	}

	/** Values are copied, objects are not. */
	#bind(pattern: Pattern, from: Storage, frame: Frame): void {
		if (pattern.kind === 'name') {
			const isValue = 'cell' in from || 'code' in from;
			frame.set(pattern.variable.id, isValue ? { ...from } : from);
			return;
		}
		this.cover(`pattern of ${pattern.kind}`);
		for (const [key, part] of pattern.parts.entries()) {
			if (!part) continue;
			const [name, inner] = Array.isArray(part) ? part : [key, part];
			if (inner.kind !== 'name') this.cover('nested pattern');
			const next =
				'fields' in from ? from.fields.get(String(name)) : elementsOf(from)[Number(name)];
			this.#bind(inner, present(next), frame);
		}
	}

	#forOf(statement: Statement & { kind: 'forOf' }, frame: Frame): Jump | undefined {
		const { label, pattern, of, body } = statement;
		const isArray = of.kind === 'reference' && 'array' in Object(shapeOf(of.place));
		const elements = elementsOf(this.operand(of, frame));
		this.cover(`for … of ${isArray ? 'an array' : 'a slice'}`);
		for (const element of elements) {
			this.spend();
			this.#bind(pattern, element, frame);
			const jump = this.body(body, frame);
			const isContinue =
				jump?.kind === 'continue' && (jump.label === undefined || label.includes(jump.label));
			if (jump && !isContinue) return leave(jump, label, true);
		}
		return undefined;
	}

	/** All values are computed before anything is written; they may print themselves. */
	#print(parts: readonly Printed[], frame: Frame): void {
		const text = parts.map(part => this.#shown(part, frame)).join('');
		this.printed += text;
	}

	#shown(part: Printed, frame: Frame): string {
		if (typeof part === 'string') return part;
		if ('text' in part) return part.text;
		if ('name' in part) {
			const value = this.read(this.place(part.name, frame));
			const shape = shapeOf(part.name);
			const name = !isScalar(shape) && 'enumeration' in shape ? shape.enumeration : '';
			const { members } = present(this.program.enumerations.find(each => each.name === name));
			this.cover('print of an enum');
			return present(members.find(member => member.value === value)).name;
		}
		const value = this.expression(part.value, frame);
		const { type } = part.value;
		if (type === 'boolean') return value ? 'true' : 'false';
		this.cover(`print {${part.base}}`);
		const base = { '': 10, x: 16, o: 8, b: 2 }[part.base];
		const shown = part.base === '' ? value : BigInt.asUintN(bitsOf(type), value);
		const digits = (shown < 0n ? -shown : shown).toString(base);
		const sign = shown < 0n ? '-' : '';
		return part.isZeroed
			? sign + digits.padStart(part.width - sign.length, '0')
			: (sign + digits).padStart(part.width);
	}

	#loop(statement: Statement & { kind: 'for' | 'while' | 'do' }, frame: Frame): Jump | undefined {
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

	#switch(statement: Statement & { kind: 'switch' }, frame: Frame): Jump | undefined {
		const { label, value, clauses } = statement;
		const wanted = this.expression(value, frame);
		const hit = clauses.findIndex(({ cases }) => cases.includes(wanted));
		if (statement.enumeration) this.cover('switch on an enum');
		if (clauses.findIndex(({ cases }) => cases.includes(undefined)) < clauses.length - 1)
			this.cover('default before a case');
		const start = hit >= 0 ? hit : clauses.findIndex(({ cases }) => cases.includes(undefined));
		if (start < 0) return undefined;
		for (const { body, hasBreak } of clauses.slice(start)) {
			const jump = this.body(body, frame);
			if (jump) return leave(jump, label, true);
			if (hasBreak) return undefined;
		}
		return undefined;
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
