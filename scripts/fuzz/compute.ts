import { Memory } from './memory.ts';
import { type Expression, shapeOf } from './nodes.ts';
import { apply, compare } from './semantics.ts';
import { type Integer, isScalar, wrap } from './shapes.ts';
import { elementsOf, type Frame } from './storage.ts';

/** Computes expressions by the rules of docs/dialect.md, on bigint. */
export abstract class Compute extends Memory {
	expression(node: Expression, frame: Frame): bigint {
		this.spend();
		switch (node.kind) {
			case 'constant':
				if (node.text.startsWith('$Enum')) this.cover('enum member');
				if (node.text.startsWith('sizeOf')) this.cover('sizeOf');
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
			case 'length':
				this.cover('length');
				return BigInt(elementsOf(this.place(node.place, frame)).length);
			case 'get': {
				const { struct, name } = node.accessor;
				return this.access(struct, name, this.place(node.accessor.object, frame), undefined);
			}
			case 'isCode': {
				const place = this.place(node.place, frame);
				this.cover('null check');
				return ('code' in place && place.code !== '') === node.isWanted ? 1n : 0n;
			}
			case 'atomic':
				return this.#atomic(node, frame);
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

	#atomic(node: Expression & { kind: 'atomic' }, frame: Frame): bigint {
		const cell = this.place(node.place, frame);
		const { operation } = node;
		const values = node.operands.map(operand => this.operand(operand, frame));
		const [first = 0n, second = 0n] = values.map(value => this.read(value));
		const type = shapeOf(node.place);
		if (isScalar(type) || !('atomic' in type) || !isScalar(type.atomic))
			throw new Error('no atomic');
		this.cover(`${operation} ${type.atomic}`);
		const old = this.read(cell);
		const put = (value: bigint) => this.write(cell, wrap(type.atomic as Integer, value));
		switch (operation) {
			case 'load':
				return old;
			case 'store':
				return put(first);
			case 'swap':
				put(first);
				return old;
			case 'compareExchange':
				if (old === first) put(second);
				return old === first ? 1n : 0n;
			case 'fetchAdd':
				put(old + first);
				return old;
			case 'fetchAnd':
				put(old & first);
				return old;
			case 'fetchOr':
				put(old | first);
				return old;
			case 'fetchXor':
				put(old ^ first);
				return old;
		}
	}
}
