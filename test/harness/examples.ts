import { withImports } from '../../scripts/fuzz/imports.ts';
import { type NativeProgram, native } from './native.ts';

/** What a comment in a native source says of a call: `// half(3) === 1`. */
export interface Example {
	/** The line without its slashes. */
	readonly text: string;
	readonly name: string;
	readonly operands: readonly string[];
	/** How the call ends: with a value, with text on the console, or in a panic. */
	readonly ending: '===' | 'prints' | 'panics:';
	readonly wanted: string;
}

const form = /^\t*\/\/ ((\w+)\(([^()]*)\) (===|prints|panics:) (.*))$/gm;

/**
 * The examples of a source. They run in its order, in one process:
 *
 * - `// f(1, -2) === 3` and `// f(1) === true`
 * - `// f(1) prints 'text\n'`
 * - `// f(4) panics: index 4 of 4`
 */
export function examplesOf(source: string): readonly Example[] {
	return [...source.matchAll(form)].map(
		([, text = '', name = '', list = '', ending, wanted = '']) => ({
			text,
			name,
			operands: list.split(',').flatMap(operand => operand.trim() || []),
			ending: ending as Example['ending'],
			wanted,
		}),
	);
}

/** The examples with what really happens: equal to the examples' own texts if all of them hold. */
export function outcomesOf(
	program: NativeProgram,
	examples: readonly Example[],
): readonly string[] {
	const answers = program.callAll(
		examples.map(({ name, operands }) => [name, ...operands.map(valueOf)] as const),
	);
	return examples.map((example, i) => outcomeOf(example, answers[i]));
}

export const textsOf = (examples: readonly Example[]) => examples.map(({ text }) => text);

/** An example with what it gave in place of what it should have given. */
export function outcomeOf(
	{ name, operands, ending, wanted }: Example,
	answer: bigint | string | undefined,
): string {
	const call = `${name}(${operands.join(', ')})`;
	const panic = typeof answer === 'string' && /^panic: (.*) \([^()]*:\d+\)$/s.exec(answer);
	if (panic) return `${call} panics: ${panic[1]}`;
	if (ending === 'prints') return `${call} prints ${quoted(`${answer}`)}`;
	const isTruth = wanted === 'true' || wanted === 'false';
	const truth = isTruth && (answer === 0n || answer === 1n) ? `${answer === 1n}` : undefined;
	return `${call} === ${truth ?? answer}`;
}

const quoted = (text: string) =>
	`'${text.replaceAll('\\', '\\\\').replaceAll('\n', '\\n').replaceAll("'", "\\'")}'`;

function valueOf(operand: string): bigint {
	if (operand === 'true' || operand === 'false') return operand === 'true' ? 1n : 0n;
	return operand.startsWith('-') ? -BigInt(operand.slice(1)) : BigInt(operand);
}

/** Compiles a source, or several, for this machine and runs the examples in its comments. */
export function examplesHold(
	source: string,
	others: Readonly<Record<string, string>> = {},
): { readonly seen: readonly string[]; readonly wanted: readonly string[] } {
	const examples = examplesOf(source);
	if (examples.length === 0) throw new Error('the source has no examples');
	const texts = Object.entries({ 'main.ts': source, ...others });
	const program = native(
		Object.fromEntries(texts.map(([name, text]) => [name, withImports(text)])),
	);
	return { seen: outcomesOf(program, examples), wanted: textsOf(examples) };
}
