import type { Expression, Initial, Operand, Place } from './tree.ts';

/** Prints what stands inside of one line of a program. */
export class PrintExpressions {
	readonly #mayPanic: (node: object) => void;

	constructor(mayPanic: (node: object) => void) {
		this.#mayPanic = mayPanic;
	}

	expression(node: Expression): string {
		switch (node.kind) {
			case 'constant':
				if (node.isOpen) return /^-/.test(node.text) ? `(${node.text})` : node.text;
				return node.type === 'boolean' || node.text.startsWith('$')
					? node.text
					: `${node.type}(${node.text})`;
			case 'read':
				return this.place(node.place);
			case 'unary':
				return `${node.operator}${this.#inner(node.operand)}`;
			case 'binary':
				this.#mayPanic(node);
				return `${this.#inner(node.left)} ${node.operator} ${this.#inner(node.right)}`;
			case 'compare':
			case 'logical':
				return `${this.#inner(node.left)} ${node.operator} ${this.#inner(node.right)}`;
			case 'conditional':
				return `${this.#inner(node.condition)} ? ${this.#inner(node.whenTrue)} : ${this.#inner(node.whenFalse)}`;
			case 'convert':
				return `${node.type}(${this.expression(node.operand)})`;
			case 'seen':
				return `seen_${node.type}(${this.expression(node.operand)})`;
			case 'call': {
				const list = node.operands.map(operand => this.#listed(operand)).join(', ');
				if (node.callee.kind === 'function') return `${node.callee.name}(${list})`;
				if (node.callee.kind === 'indirect') return `${this.place(node.callee.place)}(${list})`;
				return `${this.place(node.callee.object)}.${node.callee.name}(${list})`;
			}
			case 'assign':
				return `${this.place(node.place)} = ${this.#inner(node.value)}`;
			case 'compound':
				this.#mayPanic(node);
				return `${this.place(node.place)} ${node.operator}= ${this.#inner(node.value)}`;
			case 'step': {
				const place = this.place(node.place);
				return node.isPrefix ? `${node.operator}${place}` : `${place}${node.operator}`;
			}
		}
	}

	/** As an operand of something else: in parentheses, unless it holds together by itself. */
	#inner(node: Expression): string {
		const text = this.expression(node);
		const holds = ['constant', 'read', 'convert', 'seen', 'call'].includes(node.kind);
		const isPlain = node.kind !== 'constant' || /^[\w$().]*$/.test(text);
		return holds && isPlain ? text : `(${text})`;
	}

	place(node: Place): string {
		switch (node.kind) {
			case 'variable':
				return node.variable.name;
			case 'global':
				return typeof node.shape === 'string' ? `${node.name}.value` : node.name;
			case 'this':
				return 'this';
			case 'field':
				return `${this.place(node.object)}.${node.name}`;
			case 'element':
				this.#mayPanic(node);
				return `${this.place(node.array)}[${this.expression(node.index)}]`;
		}
	}

	operand(node: Operand): string {
		if (node.kind === 'reference') return this.place(node.place);
		return node.kind === 'code' ? node.name : this.expression(node);
	}

	/** Between commas: tsc 6.0 takes `f(a << b, c > (d))` for type arguments, and refuses it. */
	#listed(node: Operand): string {
		if (node.kind === 'reference' || node.kind === 'code') return this.operand(node);
		return this.#inner(node);
	}

	initial(node: Initial): string {
		if (node.kind !== 'object') return 'zeroed()';
		const fields = node.fields.map(([name, value]) => {
			const isInitial = value.kind === 'zeroed' || value.kind === 'object' || value.kind === 'new';
			return `${name}: ${isInitial ? this.initial(value) : this.#listed(value)}`;
		});
		return `{ ${fields.join(', ')} }`;
	}
}
