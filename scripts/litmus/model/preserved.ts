/**
 * Preserved program order, as far as one thread alone tells it: which memory operations come before a new one,
 * whatever other threads do. Only rule 2 depends on others, for two loads of what they wrote (solve.ts).
 *
 * [UNPRIV] "RVWMO Memory Consistency Model", "Preserved Program Order".
 */

import type { Size } from '../machine/instruction.ts';
import type { EventSet } from './event.ts';

/** What the rules ask of a memory operation. The sets are of earlier events of the same thread. */
export interface Operation {
	readonly address: number;
	readonly size: Size;
	readonly reads: boolean;
	readonly writes: boolean;
	readonly acquire: boolean; // all annotations of today's instructions are RCsc
	readonly release: boolean;
	readonly addressFrom: EventSet;
	readonly dataFrom: EventSet;
	/** The AMO or SC, or the plain store, of this thread whose value it returns. */
	readonly returns: number | undefined;
	readonly conditional: boolean; // the store of an SC
	readonly paired: number | undefined;
}

export interface FenceKind {
	readonly pred: { readonly reads: boolean; readonly writes: boolean };
	readonly succ: { readonly reads: boolean; readonly writes: boolean };
	readonly tso: boolean;
}

interface Access {
	readonly address: number;
	readonly size: Size;
	readonly reads: boolean;
	readonly writes: boolean;
	readonly own: number | undefined;
	/** AMOs and SCs: their values are not forwarded before they are performed. */
	readonly atomic: boolean;
	readonly feeds: EventSet; // what its address and data come from
	readonly before: EventSet;
}

/** Grows with a thread. Every set in it is closed: with an event, it has all that comes before that event. */
export class PreservedOrder {
	#accesses: Access[] = [];
	#loads: EventSet = 0n; // all loads so far
	#stores: EventSet = 0n;
	#toLoads: EventSet = 0n; // what comes before every later load, by fences and acquires
	#toStores: EventSet = 0n;
	#annotated: EventSet = 0n; // operations with an RCsc annotation
	#control: EventSet = 0n; // what branches and indirect jumps so far depend on
	#addresses: EventSet = 0n; // what addresses so far depend on

	copy(): PreservedOrder {
		const copy = new PreservedOrder();
		copy.#accesses = [...this.#accesses];
		copy.#loads = this.#loads;
		copy.#stores = this.#stores;
		copy.#toLoads = this.#toLoads;
		copy.#toStores = this.#toStores;
		copy.#annotated = this.#annotated;
		copy.#control = this.#control;
		copy.#addresses = this.#addresses;
		return copy;
	}

	/** A branch or an indirect jump that depends on `events`. */
	branch(events: EventSet): void {
		this.#control |= this.#close(events);
	}

	/** Rule 4. A fence.tso leaves stores unordered with later loads. */
	fence({ pred, succ, tso }: FenceKind): void {
		const loads = pred.reads ? this.#loads : 0n;
		const stores = pred.writes ? this.#stores : 0n;
		if (succ.reads) this.#toLoads |= tso ? loads : loads | stores;
		if (succ.writes) this.#toStores |= loads | stores;
	}

	/** Adds an operation; the answer is what comes before it. */
	add(operation: Operation): EventSet {
		const index = this.#accesses.length;
		const self = 1n << BigInt(index);
		const before = this.#before(operation);
		this.#accesses.push(accessOf(operation, before));
		const closed = before | self;
		if (operation.reads) this.#loads |= closed;
		if (operation.writes) this.#stores |= closed;
		if (operation.acquire) {
			this.#toLoads |= closed; // rule 5
			this.#toStores |= closed;
		}
		if (operation.acquire || operation.release) this.#annotated |= closed;
		this.#addresses |= this.#close(operation.addressFrom);
		return before;
	}

	#before(operation: Operation): EventSet {
		let before = 0n;
		if (operation.reads) before |= this.#toLoads | this.#returned(operation);
		if (operation.writes) {
			before |= this.#toStores | this.#overlapping(operation);
			before |= this.#control; // rule 11
			before |= this.#addresses; // rule 13
		}
		if (operation.release) before |= (1n << BigInt(this.#accesses.length)) - 1n; // rule 6
		if (operation.acquire || operation.release) before |= this.#annotated; // rule 7
		if (operation.paired !== undefined) before |= this.#close(1n << BigInt(operation.paired)); // rule 8
		before |= this.#close(operation.addressFrom); // rule 9
		before |= this.#close(operation.dataFrom); // rule 10
		return before;
	}

	/** Rule 1: every earlier access to what is stored. */
	#overlapping(operation: Operation): EventSet {
		let before = 0n;
		for (const [index, access] of this.#accesses.entries()) {
			if (overlap(access, operation)) before |= access.before | (1n << BigInt(index));
		}
		return before;
	}

	/**
	 * Rules 2, 3 and 12, for a load that returns a value of this very thread, or follows one that did: the loads
	 * before it return what another store wrote, and the store's own value has to be known.
	 */
	#returned(operation: Operation): EventSet {
		let before = 0n;
		const { returns } = operation;
		const source = returns === undefined ? undefined : this.#accesses[returns];
		if (source) {
			before |= this.#close(source.feeds);
			if (source.atomic && returns !== undefined) before |= source.before | (1n << BigInt(returns));
		}
		for (let index = this.#accesses.length - 1; index >= 0; index--) {
			const access = this.#accesses[index];
			if (!access || !overlap(access, operation)) continue;
			const isOther = access.own !== returns && access.reads;
			if (isOther) before |= access.before | (1n << BigInt(index));
			if (access.writes) break;
		}
		return before;
	}

	#close(events: EventSet): EventSet {
		let closed = events;
		for (let rest = events, index = 0; rest !== 0n; rest >>= 1n, index++) {
			if (rest & 1n) closed |= this.#accesses[index]?.before ?? 0n;
		}
		return closed;
	}
}

function accessOf(operation: Operation, before: EventSet): Access {
	return {
		address: operation.address,
		size: operation.size,
		reads: operation.reads,
		writes: operation.writes,
		own: operation.returns,
		atomic: operation.conditional || (operation.reads && operation.writes),
		feeds: operation.addressFrom | operation.dataFrom,
		before,
	};
}

function overlap(a: Omit<Access, 'before'>, b: Pick<Operation, 'address' | 'size'>): boolean {
	return a.address < b.address + b.size && b.address < a.address + a.size;
}
