import type * as c from '../c/ast.ts';
import * as d from '../diagnostics.ts';
import { AddressFlow, carriesAddress, none, type Roots } from './address-flow.ts';
import { nameOf } from './scopes.ts';

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
	/** The parameters whose address a function stores, by its symbol. */
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
			if (!isOwn) this.#store(this.value(node.value));
		} else if (node.kind === 'call') {
			const targets = this.targets(node.callee);
			for (const [i, operand] of node.operands.entries()) {
				if (!carriesAddress(operand.type)) continue;
				const isStored =
					!targets || targets.some(target => this.#stored.get(target.symbol)?.has(i));
				if (isStored) this.#store(this.value(operand));
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

	#store(roots: Roots): void {
		const known = this.#stored.get(this.#symbol) ?? new Set();
		this.#stored.set(this.#symbol, known);
		for (const root of roots) {
			if (typeof root === 'string') this.#report(root);
			else if (!known.has(root)) {
				known.add(root);
				this.hasChanged = true;
			}
		}
	}

	#report(variable: string): void {
		const { file, line } = this.position;
		const name = variable.startsWith('_t') ? 'a value without a name' : `'${nameOf(variable)}'`;
		const finding = d.escapingAddress(this.position, [], name);
		this.#findings.set(`${file}:${line} ${variable}`, finding);
	}
}
