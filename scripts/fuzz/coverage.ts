import type { Outcome } from './evaluate.ts';
import { atomicOperations } from './nodes.ts';
import { atomicTypes, comparisons, integers, operators } from './shapes.ts';
import type { Program } from './tree.ts';

const widest = (cells: readonly string[]) => Math.max(...cells.map(cell => cell.length));

/** Counts what programs execute: in how many of them each operator met each type. */
export class Coverage {
	readonly #programs = new Map<string, number>();
	readonly #sizes: number[] = [];
	#panics = 0;

	add(program: Program, outcome: Outcome | undefined): void {
		this.#sizes.push(statementsOf(program));
		if (outcome?.panic) this.#panics++;
		const covered = outcome?.covered ?? [];
		for (const what of covered) this.#programs.set(what, (this.#programs.get(what) ?? 0) + 1);
	}

	/** With operands that are all computed, and with a constant among them. */
	#cell(operator: string, type: string): string {
		const key = `${operator} ${type}`;
		const both = [this.#programs.get(key) ?? 0, this.#programs.get(`${key} constant`) ?? 0];
		return both[1] === 0 ? `${both[0]}` : both.join('+');
	}

	get medianStatements(): number {
		return this.#sizes.toSorted((a, b) => a - b)[Math.floor(this.#sizes.length / 2)] ?? 0;
	}

	/** The form that the fewest programs executed. */
	get rarestForm(): { readonly form: string; readonly count: number } {
		const counts = forms.map(form => ({ form, count: this.#programs.get(form) ?? 0 }));
		return counts.reduce((least, next) => (next.count < least.count ? next : least));
	}

	/** The pair of operator and type that the fewest programs executed. */
	get rarest(): { readonly pair: string; readonly count: number } {
		const pairs = rows.flatMap(row => integers.map(type => `${row} ${type}`));
		const counts = pairs.map(pair => ({
			pair,
			count: (this.#programs.get(pair) ?? 0) + (this.#programs.get(`${pair} constant`) ?? 0),
		}));
		return counts.reduce((least, next) => (next.count < least.count ? next : least));
	}

	/** What a large run must have covered, and has not. */
	get misses(): readonly string[] {
		const { pair, count } = this.rarest;
		const { form, count: times } = this.rarestForm;
		return [
			...(this.medianStatements < 40 ? [`the median program has under 40 statements`] : []),
			...(count < 20 ? [`'${pair}' was executed by ${count} programs only`] : []),
			...(times < 20 ? [`'${form}' was executed by ${times} programs only`] : []),
		];
	}

	report(): string {
		const table = (head: string, names: readonly string[], key: (row: string) => string) => {
			const lines = [
				[head, ...integers],
				...names.map(row => [row, ...integers.map(type => this.#cell(key(row), type))]),
			];
			const widths = lines[0]?.map((_, i) => widest(lines.map(line => line[i] ?? ''))) ?? [];
			return lines.map(line => line.map((cell, i) => cell.padStart(widths[i] ?? 0)).join(' '));
		};
		const { pair, count } = this.rarest;
		const { form, count: times } = this.rarestForm;
		const counted = forms.map(what => `${what}: ${this.#programs.get(what) ?? 0}`);
		return [
			...table('', rows, row => row),
			...table('to', [...integers, 'boolean'], from => `${from} to`),
			...counted.map((_, i) => counted.slice(i, i + 5).join(', ')).filter((_, i) => i % 5 === 0),
			`${this.#sizes.length} programs, median ${this.medianStatements} statements, ${this.#panics} panicked; rarest pair '${pair}' in ${count}, rarest form '${form}' in ${times}`,
		].join('\n');
	}
}

const rows = [
	...operators,
	...operators.map(operator => `${operator}=`),
	...comparisons,
	...['-', '~'].map(operator => `unary ${operator}`),
	...['prefix ++', 'prefix --', 'postfix ++', 'postfix --', '=', '?:', '[]'],
];

/** What else programs are made of, by the names that the reference gives it. */
const forms = [
	...['&& boolean', '|| boolean', '! boolean', '=== boolean', '!== boolean'],
	...['call function', 'call method', 'call indirect', 'call arrow', 'call static', 'call generic'],
	...['generic class', 'call through a table', 'call through a field', 'null check'],
	...['for … of an array', 'for … of a slice', 'pattern of fields', 'pattern of elements'],
	...['nested pattern', 'slice', 'empty slice', 'sliceAt', 'bytesOf', 'length', 'rebind'],
	...['pointer index', 'pointer target', 'offset', '?: of references', 'hartLocal object'],
	...[
		'getter',
		'setter',
		'compound accessor',
		'enum member',
		'switch on an enum',
		'print of an enum',
	],
	...['arrayOf', 'arrayFrom', 'sizeOf', 'layout', 'print', 'print {}', 'print {x}', 'print {o}'],
	...['print {b}', 'load of a function', 'swap of a function', 'compareExchange of a function'],
	...['break', 'continue', 'break to a label', 'continue to a label', 'default before a case'],
	...['several modules', 'index panic', 'division panic', 'slice panic'],
	...atomicOperations.flatMap(operation => atomicTypes.map(type => `${operation} ${type}`)),
];

const statementKinds = new Set([
	...['declare', 'object', 'bind', 'expression', 'point', 'mention', 'note', 'if', 'for', 'while'],
	...['do', 'switch', 'block', 'break', 'continue', 'return', 'destructure', 'forOf', 'set'],
	...['rebind', 'exchange', 'print'],
]);

/** Statements of a program, those inside others included. */
export function statementsOf(node: unknown): number {
	if (typeof node !== 'object' || node === null) return 0;
	const kind = 'kind' in node && !('type' in node) ? String(node.kind) : '';
	const parts: readonly unknown[] = Object.values(node);
	return parts.reduce<number>(
		(sum, part) => sum + statementsOf(part),
		statementKinds.has(kind) ? 1 : 0,
	);
}
