import type * as c from '../c/ast.ts';
import * as d from '../diagnostics.ts';
import {
	AddressFlow,
	carriesAddress,
	none,
	parameterOf,
	type Root,
	type Roots,
	within,
} from './address-flow.ts';
import { nameOf } from './blocks.ts';

/**
 * Proves that the address of a variable on the stack is handed down only: it is neither returned nor
 * stored where it could outlive its function, not even by a function that it is handed to. Stores into
 * the function's own variables are followed, order aside. An address that was made a number is the
 * program's own business.
 */
export function checkEscapes(program: c.Program): readonly d.Finding[] {
	return new EscapeCheck(program).run();
}

class EscapeCheck extends AddressFlow {
	/** The parameters that a function stores, and those behind which it finds what it stores, by its symbol. */
	readonly #stored = new Map<string, Set<number>>();
	readonly #findings = new Map<string, d.Finding>();
	#symbol = '';

	run(): readonly d.Finding[] {
		this.follow();
		return [...this.#findings.values()];
	}

	protected inGlobal(): Roots {
		return none;
	}

	protected isOpaque(): boolean {
		return false;
	}

	protected begin(unit: c.FunctionUnit): void {
		this.#symbol = unit.symbol;
	}

	protected effect(node: c.Expression): void {
		if (node.kind === 'assign' && carriesAddress(node.value.type)) {
			// A store to one of the function's own variables is remembered; any other may outlive it.
			const owners = [...this.place(node.place)];
			const isOwn = owners.length > 0 && owners.every(owner => typeof owner === 'string');
			if (!isOwn) this.#store(this.value(node.value), owners);
		} else if (node.kind === 'call') {
			const targets = this.targets(node.callee);
			for (const [i, operand] of node.operands.entries()) {
				if (!carriesAddress(operand.type)) continue;
				const isStored = (root: number) =>
					!targets || targets.some(target => this.#stored.get(target.symbol)?.has(root));
				if (isStored(i)) this.#store(this.value(operand));
				if (isStored(within(i))) this.#store(this.contents(this.value(operand)));
			}
		} else if (node.kind === 'asm') {
			const written = node.inputs.filter(({ name }) => name === 'value' || name === 'desired');
			for (const { expression } of written) {
				if (carriesAddress(expression.type)) this.#store(this.value(expression));
			}
		} else if (node.kind === 'runtime' && node.name.startsWith('__atomic')) {
			// The second operand is what is written, but a compare-exchange has the expected value there.
			const written = node.operands[node.name.includes('compare_exchange') ? 2 : 1];
			if (written && carriesAddress(written.type)) this.#store(this.value(written));
		}
	}

	protected leave(roots: Roots): void {
		for (const root of roots) if (typeof root === 'string') this.#report(root);
	}

	protected outlive(key: string): void {
		this.#report(key, d.endedBlock);
	}

	/** What is found behind a parameter may be stored there again: it can be reached there already. */
	#store(roots: Roots, owners: readonly Root[] = []): void {
		const known = this.#stored.get(this.#symbol) ?? new Set();
		this.#stored.set(this.#symbol, known);
		for (const root of roots) {
			if (typeof root === 'string') this.#report(root);
			else if (root < 0 && owners.length > 0 && owners.every(isBehind(parameterOf(root)))) continue;
			else if (!known.has(root)) {
				known.add(root);
				this.hasChanged = true;
			}
		}
	}

	#report(key: string, what: typeof d.escapingAddress = d.escapingAddress): void {
		const { file, line } = this.position;
		const variable = nameOf(key);
		const name = variable.startsWith('_t') ? 'a value without a name' : `'${variable}'`;
		const id = `${file}:${line} ${variable}`;
		if (!this.#findings.has(id)) this.#findings.set(id, what(this.position, [], name));
	}
}

const isBehind = (parameter: number) => (owner: Root) =>
	typeof owner === 'number' && parameterOf(owner) === parameter;
