import type * as c from '../c/ast.ts';
import * as d from '../diagnostics.ts';
import { writtenField } from '../types/fields.ts';
import { AddressFlow, globalOf, globalRoot, none, type Root, type Roots } from './address-flow.ts';

/** A place where plain memory is written: `what` is the field of it that is named last. */
interface Write {
	readonly what: string | undefined;
	readonly writer: string;
	readonly position: c.Position;
}

/**
 * Proves that plain memory at module level, which all harts and their handlers share, is never written
 * unless it is marked as guarded: directly, or through a reference or pointer to it that was handed
 * around. A pointer that was stored in memory and read again is not followed.
 */
export function checkShared(program: c.Program): readonly d.Finding[] {
	return new SharedCheck(program).run();
}

class SharedCheck extends AddressFlow {
	readonly #variables: ReadonlyMap<string, c.VariableUnit>;
	/** What a function writes through each of its parameters. */
	readonly #writes = new Map<string, Map<Root, Map<string, Write>>>();
	readonly #shared = new Map<string, Map<string, Write>>();
	#unit: c.FunctionUnit | undefined;

	constructor(program: c.Program) {
		super(program);
		const plain = program.variables.filter(({ isGuarded, isHartLocal }) => {
			return !isGuarded && !isHartLocal;
		});
		this.#variables = new Map(plain.map(variable => [variable.symbol, variable]));
	}

	run(): readonly d.Finding[] {
		this.follow();
		return [...this.#shared].flatMap(([symbol, writes]) => {
			const variable = this.#variables.get(symbol);
			if (!variable) return [];
			const chain = [...writes.values()].map(({ what, writer, position }) => {
				return `${writer} writes ${what ?? 'to it'} (${position.file}:${position.line})`;
			});
			return [d.sharedMemory(variable.position, chain.sort(), variable.name)];
		});
	}

	protected inGlobal(symbol: string): Roots {
		return this.#variables.has(symbol) ? new Set([globalRoot(symbol)]) : none;
	}

	protected isOpaque({ object, field }: c.Expression & { kind: 'member' }): boolean {
		const { type } = object;
		if (type.kind !== 'struct') return false;
		return type.fields().some(({ name, isGuarded }) => name === field && isGuarded);
	}

	protected begin(unit: c.FunctionUnit): void {
		this.#unit = unit;
	}

	protected leave(): void {}

	protected outlive(): void {}

	protected effect(node: c.Expression): void {
		if (node.kind === 'assign') {
			// Volatile are atomics, registers and hart-local variables.
			if (node.place.kind === 'volatile') return;
			const write = {
				what: fieldOf(node.place),
				writer: this.#unit?.name ?? '',
				position: this.position,
			};
			this.#note(this.place(node.place), write);
		} else if (node.kind === 'call') {
			for (const target of this.targets(node.callee) ?? []) {
				for (const [i, operand] of node.operands.entries()) {
					const writes = this.#writes.get(target.symbol)?.get(i);
					if (!writes) continue;
					const roots = this.value(operand);
					const what = operand.kind === 'address' ? fieldOf(operand.place) : undefined;
					for (const write of writes.values()) {
						this.#note(roots, { ...write, what: write.what ?? what });
					}
				}
			}
		}
	}

	#note(roots: Roots, write: Write): void {
		for (const root of roots) {
			const variable = globalOf(root);
			if (variable !== undefined) this.#add(this.#shared, variable, write);
			else if (typeof root === 'number' && this.#unit) {
				const own = this.#writes.get(this.#unit.symbol) ?? new Map();
				this.#writes.set(this.#unit.symbol, own);
				this.#add(own, root, write);
			}
		}
	}

	#add<Key>(all: Map<Key, Map<string, Write>>, key: Key, write: Write): void {
		const known = all.get(key) ?? new Map();
		all.set(key, known);
		const { file, line } = write.position;
		const id = `${write.what} ${write.writer} ${file}:${line}`;
		if (known.has(id)) return;
		known.set(id, write);
		this.hasChanged = true;
	}
}

/** The field that a place is in or is itself, if its path from a variable or pointer has one. */
function fieldOf(place: c.Expression): string | undefined {
	if (place.kind === 'member') return `'${writtenField(place.field)}'`;
	if (place.kind === 'element' && place.array.type.kind === 'array') return fieldOf(place.array);
	return undefined;
}
