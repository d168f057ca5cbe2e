import type { Accessed, Expression, Initial, Operand, Place } from './nodes.ts';
import type { Pattern, Printed } from './tree.ts';

/** What holds together by itself. */
const plainKinds = ['read', 'convert', 'seen', 'call', 'length', 'get', 'atomic'];

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
				return node.type === 'boolean' || /^(\$|sizeOf)/.test(node.text)
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
				if (node.callee.kind === 'function')
					return `${node.callee.name}${node.callee.types ?? ''}(${list})`;
				if (node.callee.kind === 'static')
					return `${node.callee.struct}.${node.callee.name}(${list})`;
				if (node.callee.kind === 'indirect') return `${this.place(node.callee.place)}(${list})`;
				return `${this.place(node.callee.object)}.${node.callee.name}(${list})`;
			}
			case 'assign':
				return `${this.place(node.place)} = ${this.#inner(node.value)}`;
			case 'length':
				return `${this.place(node.place)}.length`;
			case 'get':
				return this.accessor(node.accessor);
			case 'isCode':
				return `${this.place(node.place)} ${node.isWanted ? '!==' : '==='} null`;
			case 'atomic': {
				const operands = node.operands.map(operand => this.#listed(operand));
				const list = [this.place(node.place), ...operands, `'${node.ordering}'`];
				return `${node.operation}(${list.join(', ')})`;
			}
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
		const holds = [...plainKinds, 'constant'].includes(node.kind);
		const isPlain = node.kind !== 'constant' || /^[\w$().]*$/.test(text);
		return holds && isPlain ? text : `(${text})`;
	}

	place(node: Place): string {
		switch (node.kind) {
			case 'variable':
				return node.variable.name;
			case 'global':
				return typeof node.shape === 'string' || node.isHart ? `${node.name}.value` : node.name;
			case 'this':
				return 'this';
			case 'field':
				return `${this.place(node.object)}.${node.name}`;
			case 'pointed': {
				const pointer = this.place(node.pointer);
				return node.index ? `${pointer}[${this.expression(node.index)}]` : `${pointer}.target`;
			}
			case 'element':
				this.#mayPanic(node);
				return `${this.place(node.array)}[${this.expression(node.index)}]`;
		}
	}

	accessor({ object, name }: Accessed): string {
		return `${this.place(object)}.${name}`;
	}

	operand(node: Operand): string {
		switch (node.kind) {
			case 'reference':
				return this.place(node.place);
			case 'code':
				return node.name;
			case 'null':
				return 'null';
			case 'slice': {
				this.#mayPanic(node);
				const { of, from, to } = node;
				const bounds = [from, to].flatMap(bound => (bound ? [this.#listed(bound)] : []));
				return `slice(${[this.place(of), ...bounds].join(', ')})`;
			}
			case 'sliceAt':
				return `sliceAt(addressOf(${this.place(node.element)}), ${node.length})`;
			case 'text':
				return `bytesOf(${quoted(node.text)})`;
			case 'address':
				return `addressOf(${this.place(node.element)})`;
			case 'offset':
				return `offset(${this.place(node.pointer)}, ${this.#listed(node.by)})`;
			case 'choice': {
				const condition = this.#inner(node.condition);
				return `${condition} ? ${this.operand(node.whenTrue)} : ${this.operand(node.whenFalse)}`;
			}
			case 'pick':
				return `pick_${node.enumeration}(${this.#listed(node.index)})`;
			case 'taken': {
				const place = this.place(node.place);
				return node.swapped
					? `swap(${place}, ${this.operand(node.swapped)}, '${node.ordering}')`
					: `load(${place}, '${node.ordering}')`;
			}
			default:
				return this.expression(node);
		}
	}

	/** Between commas: tsc 6.0 takes `f(a << b, c > (d))` for type arguments, and refuses it. */
	#listed(node: Operand): string {
		return isExpression(node) ? this.#inner(node) : this.operand(node);
	}

	initial(node: Initial): string {
		if (node.kind !== 'object') return 'zeroed()';
		const fields = node.fields.map(([name, value]) => {
			const isInitial = value.kind === 'zeroed' || value.kind === 'object' || value.kind === 'new';
			return `${name}: ${isInitial ? this.initial(value) : this.#listed(value)}`;
		});
		return `{ ${fields.join(', ')} }`;
	}

	pattern(node: Pattern): string {
		if (node.kind === 'name') return node.variable.name;
		if (node.kind === 'fields') {
			const parts = node.parts.map(([name, part]) => {
				const inner = this.pattern(part);
				return inner === name ? name : `${name}: ${inner}`;
			});
			return `{ ${parts.join(', ')} }`;
		}
		return `[${node.parts.map(part => (part ? this.pattern(part) : '')).join(', ')}]`;
	}

	/** The template and the values of a `print`. */
	printed(parts: readonly Printed[]): string {
		const values: string[] = [];
		const template = parts.map(part => {
			if (typeof part === 'string') return part.replaceAll(/[{}]/g, '$&$&');
			if ('text' in part) values.push(quoted(part.text));
			else values.push('name' in part ? this.place(part.name) : this.#listed(part.value));
			if (!('value' in part)) return '{}';
			const width = part.width > 0 ? `${part.isZeroed ? '0' : ''}${part.width}` : '';
			const spec = `${width}${part.base}`;
			return spec === '' ? '{}' : `{:${spec}}`;
		});
		return [quoted(template.join('')), ...values].join(', ');
	}
}

const isExpression = (node: Operand): node is Expression => 'type' in node;

const quoted = (text: string) => `'${text.replaceAll(/[\\']/g, '\\$&').replaceAll('\n', '\\n')}'`;
