'use native';

/**
 * What a handler needs besides its code: a word of data, and the next handler of a line that several
 * share. A slot of the handler table holds code only; a line whose handlers have data has a trampoline
 * in its slot and, here, a pointer to its newest record (docs/decisions/0002-slot-representation.md).
 *
 * A record says the same as long as any handler can reach it, so a handler and its data are never
 * torn: whoever has the record has both. Only `next` changes, when a later record is taken out of the
 * chain. A record that was taken out is `retired`, and is used again only after a grace period: when
 * every hart has left the handlers that it was in.
 *
 * Publishing and taking out run on one hart at a time, under a lock of the caller; everything else runs
 * on any hart at any time.
 */

import { type Atomic, fetchAnd, fetchOr, load, store, swap } from 'native:atomic';
import { addressFrom, addressOf, type FixedArray, type Ptr, sizeOf } from 'native:memory';

/** The only handler of a line, with the word of data that it was registered with. */
export type DataHandler = (irq: usize, data: usize) => void;

/** One handler of several on a line: says whether its device had interrupted. */
export type SharedHandler = (irq: usize, data: usize) => boolean;

export class HandlerRecord {
	private readonly alone: Atomic<DataHandler | null>; // one of these two is set
	private readonly shared: Atomic<SharedHandler | null>;
	private readonly word: Atomic<usize>;
	private readonly following: Atomic<Ptr<HandlerRecord> | null>;

	/** Fills in a record that nobody else can reach yet. */
	fill(alone: DataHandler | null, shared: SharedHandler | null, data: usize): void {
		store(this.alone, alone, 'relaxed');
		store(this.shared, shared, 'relaxed');
		store(this.word, data, 'relaxed');
		store(this.following, null, 'relaxed');
	}

	/** The handler that does not share. Ordering: relaxed; the pointer to this record was acquired. */
	handler(): DataHandler | null {
		return load(this.alone, 'relaxed');
	}

	/** The handler that shares. Ordering: relaxed, as in `handler`. */
	sharedHandler(): SharedHandler | null {
		return load(this.shared, 'relaxed');
	}

	/** Calls the handler that does not share; `false` if there is none. */
	callAlone(irq: usize): boolean {
		const handler = load(this.alone, 'relaxed');
		if (handler === null) return false;
		handler(irq, load(this.word, 'relaxed'));
		return true;
	}

	/** Calls the handler that shares; `false` if it did not handle the interrupt, or if there is none. */
	callShared(irq: usize): boolean {
		const handler = load(this.shared, 'relaxed');
		if (handler === null) return false;
		return handler(irq, load(this.word, 'relaxed'));
	}

	/** The word of data. Ordering: relaxed, as in `handler`. */
	data(): usize {
		return load(this.word, 'relaxed');
	}

	/**
	 * The record behind this one. Ordering: relaxed. It is older than this one, so it was published
	 * before; and its address comes from this load, which orders what is read from it.
	 */
	next(): Ptr<HandlerRecord> | null {
		return load(this.following, 'relaxed');
	}

	/** Changes what is behind this record. Ordering: relaxed, as in `next`. */
	setNext(next: Ptr<HandlerRecord> | null): void {
		store(this.following, next, 'relaxed');
	}
}

/** How many records there are, for all lines together. */
export const recordCount = 128;

/** Records that one hart has collected, and gives back after a grace period: a bit for each. */
export type RecordSet = FixedArray<u64, 2>;

/** For each of `N` lines its newest record, and the records of all of them. */
export class HandlerRecords<N extends number> {
	private readonly newest: FixedArray<Atomic<Ptr<HandlerRecord> | null>, N>;
	private readonly records: FixedArray<HandlerRecord, 128>;
	private readonly used: FixedArray<Atomic<u64>, 2>; // a bit for each record
	private readonly retired: FixedArray<Atomic<u64>, 2>; // likewise: out of reach, not yet out of use

	/** `lines` lines without records. */
	constructor(_lines: N) {}

	/**
	 * The newest record of `line`, or null. Ordering: acquire, pairs with `publish` and `remove`: the
	 * handler sees what its owner wrote before. Expect: ld, fence r,rw.
	 */
	first(line: usize): Ptr<HandlerRecord> | null {
		return load(this.newest[line], 'acquire');
	}

	/**
	 * A record that nobody uses, or null. Ordering: relaxed, pairs with the release in `giveBack`: the record is
	 * filled behind the branch on what this finds, and a store does not go before a branch that it is behind.
	 */
	take(): Ptr<HandlerRecord> | null {
		for (let index: usize = 0; index < recordCount; index += 1) {
			const bit = u64(1) << u64(index % 64);
			const word = index / 64;
			if ((load(this.used[word], 'relaxed') & bit) !== 0) continue;
			if ((fetchOr(this.used[word], bit, 'relaxed') & bit) === 0) {
				return addressOf(this.records[index]);
			}
		}
		return null;
	}

	/**
	 * Puts a filled record before the others of `line`. Runs: under the caller's lock.
	 *
	 * Ordering: release, so that whoever finds the record finds it filled.
	 */
	publish(line: usize, record: Ptr<HandlerRecord>): void {
		record.setNext(load(this.newest[line], 'relaxed'));
		store(this.newest[line], record, 'release');
	}

	/**
	 * Takes a record out of `line`; handlers that have reached it go on from it as if it were still in
	 * the chain. `false` if it is not there. Runs: under the caller's lock.
	 *
	 * Ordering: relaxed. The record that becomes the newest was published under the lock, so everything that
	 * was written for it comes before whatever this holder of the lock writes.
	 */
	remove(line: usize, record: Ptr<HandlerRecord>): boolean {
		let before: Ptr<HandlerRecord> | null = null;
		let at = load(this.newest[line], 'relaxed');
		while (at !== null && at !== record) {
			before = at;
			at = at.next();
		}
		if (at === null) return false;
		if (before === null) store(this.newest[line], record.next(), 'relaxed');
		else before.setNext(record.next());
		return true;
	}

	/** Ends the use of a record that nobody else could reach. Ordering: release, pairs with `take`. */
	giveBackUnused(record: Ptr<HandlerRecord>): void {
		const index = this.indexOf(record);
		fetchAnd(this.used[index / 64], ~(u64(1) << u64(index % 64)), 'release');
	}

	private indexOf(record: Ptr<HandlerRecord>): usize {
		return (addressFrom(record) - addressFrom(this.records)) / sizeOf<HandlerRecord>();
	}

	/** Marks a record that was removed. Ordering: release, pairs with `collect`. */
	retire(record: Ptr<HandlerRecord>): void {
		const index = this.indexOf(record);
		fetchOr(this.retired[index / 64], u64(1) << u64(index % 64), 'release');
	}

	/**
	 * Moves what is retired into `set`, to be given back after a grace period that begins later than
	 * this; `false` if there is nothing. Ordering: acquire, pairs with `retire`.
	 */
	collect(set: RecordSet): boolean {
		for (let word: usize = 0; word < set.length; word += 1) {
			set[word] = swap(this.retired[word], 0, 'acquire');
		}
		return (set[0] | set[1]) !== 0;
	}

	/**
	 * Takes back `collect`: there was no grace period. Ordering: relaxed. It comes after `collect`, which read
	 * what `retire` has released, since both change one word.
	 */
	keep(set: RecordSet): void {
		for (let word: usize = 0; word < set.length; word += 1) {
			if (set[word] !== 0) fetchOr(this.retired[word], set[word], 'relaxed');
		}
	}

	/** Ends the use of the records in `set`. Ordering: release, pairs with `take`. */
	giveBack(set: RecordSet): void {
		for (let word: usize = 0; word < set.length; word += 1) {
			if (set[word] !== 0) fetchAnd(this.used[word], ~set[word], 'release');
		}
	}
}
