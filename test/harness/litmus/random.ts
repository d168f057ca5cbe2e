/** Random programs of a few memory operations, from a seed; as code for the reference, and as instructions. */

import type { Litmus } from './assemble.ts';
import type { Code, Harts } from './reference.ts';

/** Numbers from a seed: a linear congruential generator, its high bits. */
class Random {
	#state: number;

	constructor(seed: number) {
		this.#state = seed >>> 0;
	}

	/** 0 … `limit` - 1. */
	below(limit: number): number {
		this.#state = (Math.imul(this.#state, 1_664_525) + 1_013_904_223) >>> 0;
		return Math.floor((this.#state / 2 ** 32) * limit);
	}

	one<T>(choices: readonly T[]): T {
		const chosen = choices[this.below(choices.length)];
		if (chosen === undefined) throw new Error('There is nothing to choose from.');
		return chosen;
	}

	chance(percent: number): boolean {
		return this.below(100) < percent;
	}
}

const sets = ['r', 'w', 'rw'] as const;
const mostResults = 4;
const words = ['s0', 's1', 's2'] as const;
const results = ['a0', 'a1', 'a2', 'a3'] as const;

const hasResult = ({ op }: Code) => !['store', 'fence', 'branch'].includes(op);

export function randomHarts(seed: number): Harts {
	const random = new Random(seed);
	const wordCount = random.one([1, 2, 2, 2, 3]);
	const shape = random.one([
		[2, 2],
		[2, 3],
		[3, 3],
		[2, 2, 2],
		[1, 2, 2],
		[1, 1, 2],
		[4, 2],
	]);
	let value = 0;
	return shape.map(length => {
		const code: Code[] = [];
		for (let operations = 0; operations < length; ) {
			const earlier = code.flatMap((each, at) => (hasResult(each) ? [at] : []));
			const dependency = () =>
				earlier.length > 0 && random.chance(40) ? random.one(earlier) : undefined;
			const [address, data] = [dependency(), dependency()];
			const word = random.below(wordCount);
			const annotation = { aq: random.chance(30), rl: random.chance(30) };
			if (random.chance(25) && code.length > 0) {
				const [pred, succ, tso] = [random.one(sets), random.one(sets), random.chance(15)];
				const isBranch = earlier.length > 0 && random.chance(40);
				if (isBranch) code.push({ op: 'branch', on: random.one(earlier) });
				else if (tso) code.push({ op: 'fence', pred: 'rw', succ: 'rw', tso });
				else code.push({ op: 'fence', pred, succ, tso });
				continue;
			}
			const isFull = earlier.length >= mostResults - 1;
			const op = isFull
				? 'store'
				: random.one(['load', 'load', 'store', 'store', 'swap', 'add', 'lr'] as const);
			operations += 1;
			value += 1;
			if (op === 'load') code.push({ op, word, ...(address !== undefined && { address }) });
			else if (op === 'store') {
				const from = {
					...(address !== undefined && { address }),
					...(data !== undefined && { data }),
				};
				code.push({ op, word, value, ...from });
			} else if (op === 'swap') code.push({ op, word, value, ...annotation });
			else if (op === 'add') code.push({ op, word, value: 16, ...annotation });
			else {
				code.push({ op, word, ...annotation });
				if (operations === length || !random.chance(80)) continue;
				if (random.chance(20)) code.push({ op: 'store', word, value: value + 7 });
				const own = { aq: random.chance(30), rl: random.chance(30) };
				code.push({ op: 'sc', word, value, ...own, ...(data !== undefined && { data }) });
				operations += 1;
			}
		}
		return code;
	});
}

export function asLitmus(seed: number, harts: Harts): Litmus {
	return { name: `seed ${seed}`, harts: harts.map(instructionsOf) };
}

function instructionsOf(code: readonly Code[]): string {
	const registers = new Map<number, string>();
	for (const [at, each] of code.entries()) {
		if (hasResult(each)) registers.set(at, results[registers.size] ?? 'a4');
	}
	const register = (at: number) => registers.get(at) ?? 'x0';
	return code.flatMap((each, at) => instructions(each, at, register)).join('; ');
}

function instructions(code: Code, at: number, register: (at: number) => string): string[] {
	const base = 'word' in code ? (words[code.word] ?? 's0') : 's0';
	const value = (into: string, number: number, from: number | undefined) =>
		from === undefined
			? [`li ${into},${number}`]
			: [`xor ${into},${register(from)},${register(from)}`, `addi ${into},${into},${number}`];
	const moved = 'address' in code && code.address !== undefined;
	const place = moved ? 't3' : base;
	const address = moved ? [...value('t3', 0, code.address), `add t3,t3,${base}`] : [];
	const atomic = (operation: number) => `.insn r 0x2f, 2, ${operation}, ${register(at)}, ${base}`;
	switch (code.op) {
		case 'load':
			return [...address, `lw ${register(at)},0(${place})`];
		case 'store':
			return [...value('t4', code.value, code.data), ...address, `sw t4,0(${place})`];
		case 'swap':
			return [`li t4,${code.value}`, `${atomic(encoded(1, code))}, t4`];
		case 'add':
			return [`li t4,${code.value}`, `${atomic(encoded(0, code))}, t4`];
		case 'lr':
			return [`${atomic(encoded(2, code))}, x0`];
		case 'sc':
			return [...value('t4', code.value, code.data), `${atomic(encoded(3, code))}, t4`];
		case 'fence':
			return [code.tso ? 'fence.tso' : `fence ${code.pred},${code.succ}`];
		case 'branch':
			return [`beqz ${register(code.on)},1f`, '1:'];
	}
}

/** The upper seven bits of an atomic instruction: the assembler refuses annotations that order nothing. */
function encoded(
	operation: number,
	{ aq, rl }: { readonly aq: boolean; readonly rl: boolean },
): number {
	return (operation << 2) | (aq ? 2 : 0) | (rl ? 1 : 0);
}
