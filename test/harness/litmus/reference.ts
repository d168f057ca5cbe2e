/**
 * RVWMO once more, as directly as the manual says it and in nothing like the checker's way: every order of all
 * memory operations is tried as the global memory order, and each rule and axiom is read off it. Slow, for straight
 * programs of a few operations.
 *
 * [UNPRIV] "RVWMO Memory Consistency Model".
 */

export type Code =
	| { readonly op: 'load'; word: number; address?: number }
	| { readonly op: 'store'; word: number; value: number; address?: number; data?: number }
	| { readonly op: 'swap' | 'add'; word: number; value: number; aq: boolean; rl: boolean }
	| { readonly op: 'lr'; word: number; aq: boolean; rl: boolean }
	| { readonly op: 'sc'; word: number; value: number; aq: boolean; rl: boolean; data?: number }
	| { readonly op: 'fence'; pred: string; succ: string; tso: boolean }
	| { readonly op: 'branch'; on: number };

/** A program: the code of each hart. `address`, `data` and `on` name earlier instructions of the same hart. */
export type Harts = readonly (readonly Code[])[];

interface Operation {
	readonly hart: number;
	readonly at: number; // in the hart's code
	readonly code: Code;
}

const isLoad = ({ code }: Operation) => ['load', 'lr', 'swap', 'add'].includes(code.op);
const isStore = ({ code }: Operation) => ['store', 'sc', 'swap', 'add'].includes(code.op);
const isAtomic = ({ code }: Operation) => ['sc', 'swap', 'add'].includes(code.op);
const wordOf = ({ code }: Operation) => ('word' in code ? code.word : -1);

function acquires({ code }: Operation): boolean {
	if (code.op === 'sc') return code.aq && code.rl;
	return 'aq' in code && code.aq;
}

function releases({ code }: Operation): boolean {
	if (code.op === 'lr') return code.aq && code.rl;
	return 'rl' in code && code.rl;
}

/** What an instruction gives in the end: what it loaded, or for an SC 0 or 1. */
type Results = readonly (number | undefined)[];

/** Every outcome: the results of each hart, and the words. */
export function referenceOutcomes(harts: Harts): readonly string[] {
	const found = new Set<string>();
	const conditional = harts.flatMap((code, hart) =>
		code.flatMap((each, at) => (each.op === 'sc' ? [{ hart, at }] : [])),
	);
	for (let choice = 0; choice < 2 ** conditional.length; choice++) {
		const failed = new Set(
			conditional.filter((_, bit) => (choice >> bit) & 1).map(({ hart, at }) => `${hart}.${at}`),
		);
		const operations = harts.flatMap((code, hart) =>
			code.flatMap((each, at): Operation[] =>
				each.op === 'fence' || each.op === 'branch' || failed.has(`${hart}.${at}`)
					? []
					: [{ hart, at, code: each }],
			),
		);
		if (
			operations.some(
				operation => operation.code.op === 'sc' && lrOf(operation, harts) === undefined,
			)
		)
			continue;
		for (const outcome of new Execution(harts, operations, failed).outcomes()) found.add(outcome);
	}
	return [...found].sort();
}

/** The LR that an SC is paired with: the last LR or SC before it, if that is an LR of the same word. */
function lrOf(operation: Operation, harts: Harts): number | undefined {
	const before = harts[operation.hart]?.slice(0, operation.at) ?? [];
	const at = before.findLastIndex(({ op }) => op === 'lr' || op === 'sc');
	const found = before[at];
	return found?.op === 'lr' && found.word === wordOf(operation) ? at : undefined;
}

class Execution {
	readonly #harts: Harts;
	readonly #operations: readonly Operation[];
	readonly #failed: ReadonlySet<string>;
	readonly #found = new Set<string>();

	constructor(harts: Harts, operations: readonly Operation[], failed: ReadonlySet<string>) {
		this.#harts = harts;
		this.#operations = operations;
		this.#failed = failed;
	}

	outcomes(): ReadonlySet<string> {
		this.#extend([]);
		return this.#found;
	}

	/** Every order that begins with `order`. The rules that need no values prune. */
	#extend(order: readonly Operation[]): void {
		if (order.length === this.#operations.length) return this.#judge(order);
		for (const next of this.#operations) {
			if (order.includes(next)) continue;
			const missing = this.#operations.some(
				earlier => !order.includes(earlier) && this.#isPreserved(earlier, next),
			);
			if (!missing) this.#extend([...order, next]);
		}
	}

	/** Rules 1, 4 to 11 and 13. */
	#isPreserved(a: Operation, b: Operation): boolean {
		if (a.hart !== b.hart || a.at >= b.at) return false;
		if (isStore(b) && wordOf(a) === wordOf(b)) return true; // 1
		if (this.#isFenced(a, b)) return true; // 4
		if (acquires(a) || releases(b)) return true; // 5, 6
		if ((acquires(a) || releases(a)) && (acquires(b) || releases(b))) return true; // 7
		if (b.code.op === 'sc' && lrOf(b, this.#harts) === a.at) return true; // 8
		if ('address' in b.code && b.code.address === a.at) return true; // 9
		if ('data' in b.code && b.code.data === a.at) return true; // 10
		if (!isStore(b)) return false;
		return this.#between(a, b).some(
			code =>
				(code.op === 'branch' && code.on === a.at) || // 11
				('address' in code && code.address === a.at), // 13
		);
	}

	#isFenced(a: Operation, b: Operation): boolean {
		return this.#between(a, b).some(code => {
			if (code.op !== 'fence') return false;
			const before =
				(isLoad(a) && code.pred.includes('r')) || (isStore(a) && code.pred.includes('w'));
			const after =
				(isLoad(b) && code.succ.includes('r')) || (isStore(b) && code.succ.includes('w'));
			return before && after && (!code.tso || isLoad(a) || isStore(b));
		});
	}

	#between(a: Operation, b: Operation): readonly Code[] {
		return this.#harts[a.hart]?.slice(a.at + 1, b.at) ?? [];
	}

	/** The load value axiom gives the values; then the rules that need them, and the atomicity axiom. */
	#judge(order: readonly Operation[]): void {
		const values = new Map<Operation, number>(); // that are stored
		const sources = new Map<Operation, Operation | undefined>();
		const results = this.#harts.map(code => code.map((): number | undefined => undefined));
		const isBefore = (a: Operation, b: Operation) => order.indexOf(a) < order.indexOf(b);
		for (const operation of order) {
			const { code, hart, at } = operation;
			const own = results[hart];
			if (!own) continue;
			if (isLoad(operation)) {
				const source = order.findLast(
					store =>
						store !== operation &&
						isStore(store) &&
						wordOf(store) === wordOf(operation) &&
						(isBefore(store, operation) || (store.hart === hart && store.at < at)),
				);
				sources.set(operation, source);
				const plain = source?.code.op === 'store' ? source.code.value : undefined;
				own[at] = source ? (plain ?? values.get(source) ?? Number.NaN) : 0;
			}
			if (code.op === 'add') values.set(operation, (own[at] ?? 0) + code.value);
			else if ('value' in code) values.set(operation, code.value);
			if (code.op === 'sc') own[at] = 0;
		}
		if (!this.#keepsRules(order, sources, isBefore) || !this.#isAtomic(order, sources)) return;
		for (const name of this.#failed) {
			const [hart = 0, at = 0] = name.split('.').map(Number);
			const own = results[hart];
			if (own) own[at] = 1;
		}
		const last = (word: number) => {
			const store = order.findLast(each => isStore(each) && wordOf(each) === word);
			return store ? values.get(store) : 0;
		};
		this.#found.add(outcomeText(results, [last(0), last(1), last(2)]));
	}

	/** Rules 2, 3 and 12. */
	#keepsRules(
		order: readonly Operation[],
		sources: ReadonlyMap<Operation, Operation | undefined>,
		isBefore: (a: Operation, b: Operation) => boolean,
	): boolean {
		return order.every(b =>
			order.every(a => {
				if (a.hart !== b.hart || a.at >= b.at || !isLoad(b)) return true;
				const source = sources.get(b);
				const isSameWord = wordOf(a) === wordOf(b);
				const storesBetween = this.#between(a, b).some(
					(code, index) =>
						'word' in code &&
						code.word === wordOf(b) &&
						['store', 'sc', 'swap', 'add'].includes(code.op) &&
						!this.#failed.has(`${a.hart}.${a.at + 1 + index}`),
				);
				const rule2 = isLoad(a) && isSameWord && !storesBetween && sources.get(a) !== source;
				const rule3 = isAtomic(a) && source === a;
				const rule12 =
					source?.hart === b.hart &&
					source.at > a.at &&
					source.at < b.at &&
					(('address' in source.code && source.code.address === a.at) ||
						('data' in source.code && source.code.data === a.at));
				return !(rule2 || rule3 || rule12) || isBefore(a, b);
			}),
		);
	}

	#isAtomic(
		order: readonly Operation[],
		sources: ReadonlyMap<Operation, Operation | undefined>,
	): boolean {
		return order.every((store, place) => {
			if (store.code.op !== 'sc') return true;
			const lr = order.find(
				({ hart, at }) => hart === store.hart && at === lrOf(store, this.#harts),
			);
			const source = lr && sources.get(lr);
			const from = source ? order.indexOf(source) : -1;
			if (from > place) return false;
			return !order
				.slice(from + 1, place)
				.some(each => each.hart !== store.hart && isStore(each) && wordOf(each) === wordOf(store));
		});
	}
}

/** One outcome in words; fences, branches and plain stores have no result. */
export function outcomeText(results: readonly Results[], words: Results): string {
	const harts = results.map(each => each.filter(value => value !== undefined).join(','));
	return `${harts.join(' | ')} => ${words.join(',')}`;
}
