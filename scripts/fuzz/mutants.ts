import { execFile } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import * as fc from 'fast-check';
import ts from 'typescript';
import { repository } from '../repository.ts';
import { say } from '../terminal.ts';
import { hostFlags, tools } from '../toolchain.ts';
import { compileModule } from './compiler.ts';
import { sample } from './generate/arbitrary.ts';
import { Random } from './generate/random.ts';
import { withImports } from './imports.ts';
import { printModule } from './print.ts';

const run = promisify(execFile);

/** What went wrong with one mutated program. */
export interface Crash {
	readonly seed: number;
	readonly reason: string;
	readonly text: string;
}

const replacements = [
	...['u8', 'u16', 'u32', 'u64', 'usize', 'i8', 'i16', 'i32', 'i64', 'isize', 'boolean', 'string'],
	...[
		'never',
		'void',
		'null',
		'undefined',
		'this',
		'any',
		'unknown',
		'Ptr',
		'FixedArray',
		'0',
		'1',
	],
	...['-1', '0xffff_ffff_ffff_ffff', '1.5', '1n', "'text'", '`text`', '/x/', 'const', 'let', 'var'],
	...[
		'break',
		'continue',
		'return',
		'async',
		'await',
		'typeof',
		'delete',
		'new',
		'class',
		'static',
	],
	...[
		'+',
		'-',
		'/',
		'<<',
		'>>>',
		'&&',
		'=',
		'===',
		'++',
		'!',
		'?',
		'?.',
		'??',
		'...',
		'=>',
		',',
		';',
	],
	...['(', ')', '[', ']', '{', '}', '.', ':', 'in', 'of', 'as', 'throw', 'enum', 'get', 'readonly'],
];

function tokensOf(text: string): string[] {
	const scanner = ts.createScanner(
		ts.ScriptTarget.Latest,
		false,
		ts.LanguageVariant.Standard,
		text,
	);
	const tokens: string[] = [];
	while (scanner.scan() !== ts.SyntaxKind.EndOfFileToken) tokens.push(scanner.getTokenText());
	return tokens;
}

/** One to three tokens deleted, doubled, swapped, or replaced by something else. */
function mutate(text: string, random: Random): string {
	const tokens = tokensOf(text);
	const isWord = (i: number) => /\S/.test(tokens[i] ?? '');
	const words = tokens.flatMap((_, i) => (isWord(i) ? [i] : [])).slice(2); // not the directive
	for (let count = 1 + random.below(3); count > 0; count--) {
		const at = random.pick(words);
		const other = random.pick(words);
		switch (random.below(5)) {
			case 0:
				tokens[at] = '';
				break;
			case 1:
				tokens[at] = `${tokens[at]} ${tokens[at]}`;
				break;
			case 2:
				[tokens[at], tokens[other]] = [tokens[other] ?? '', tokens[at] ?? ''];
				break;
			case 3:
				tokens[at] = tokens[other] ?? '';
				break;
			default:
				tokens[at] = ` ${random.pick(replacements)} `;
		}
	}
	return tokens.join('');
}

/** Correct programs to begin with: the snippets of the dialect's pages, and generated ones. */
function originals(seed: number): readonly string[] {
	const folder = join(repository, 'docs/dialect');
	const pages = readdirSync(folder).map(name => readFileSync(join(folder, name), 'utf8'));
	const snippets = [...pages.join('\n').matchAll(/^```ts\n(.*?)^```$/gms)].map(
		([, code = '']) => `'use native';\n${withImports(code)}`,
	);
	return [
		...snippets,
		...sample(seed, 10).map(program => printModule([{ ...program, modules: 1 }]).text),
	];
}

/** Compiles `count` mutated programs: each gives diagnostics, or C that gcc accepts. */
export async function findCrashes(seed: number, count: number): Promise<readonly Crash[]> {
	const texts = originals(seed);
	const crashes: Crash[] = [];
	const compiled: { readonly seed: number; readonly text: string; readonly c: string }[] = [];
	for (let i = 0; i < count; i++) {
		const [text = ''] = fc.sample(mutants(texts), { seed: seed + i, numRuns: 1 });
		try {
			const output = compileModule(text);
			const internal = output.diagnostics.find(({ code }) => code === 'NT9001');
			if (internal) crashes.push({ seed: seed + i, reason: internal.message, text });
			if (output.diagnostics.length === 0) compiled.push({ seed: seed + i, text, c: output.c });
		} catch (error) {
			crashes.push({ seed: seed + i, reason: String(error), text });
		}
	}
	for (const { seed: at, text, c } of compiled) {
		const reason = await refusalOf(c);
		if (reason !== undefined) crashes.push({ seed: at, reason, text });
	}
	return crashes;
}

/** A mutated program; which one of `texts`, and how, is fast-check's to say. */
class Mutants extends fc.Arbitrary<string> {
	readonly #texts: readonly string[];

	constructor(texts: readonly string[]) {
		super();
		this.#texts = texts;
	}

	override generate(source: fc.Random): fc.Value<string> {
		const random = new Random(source);
		return new fc.Value(mutate(random.pick(this.#texts), random), undefined);
	}

	override canShrinkWithoutContext(value: unknown): value is string {
		return typeof value === 'string';
	}

	override shrink(): fc.Stream<fc.Value<string>> {
		return fc.Stream.nil();
	}
}

const mutants = (texts: readonly string[]): fc.Arbitrary<string> => new Mutants(texts);

/** What gcc has against a program. Inline assembly is for RISC-V, and not looked at. */
async function refusalOf(c: string): Promise<string | undefined> {
	if (c.includes('__asm__ volatile')) return undefined;
	const folder = mkdtempSync(join(tmpdir(), 'trapline-mutant-'));
	try {
		writeFileSync(join(folder, 'mutant.c'), c);
		await run(tools.hostGcc, [...hostFlags, '-w', '-fsyntax-only', 'mutant.c'], { cwd: folder });
		return undefined;
	} catch (error) {
		return `gcc: ${/error: .*/.exec(String((error as { stderr?: string }).stderr))?.[0]}`;
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
}

export async function checkMutants(seed: number, count: number): Promise<number> {
	say(`mutants: ${count} from seed ${seed}`);
	const crashes = await findCrashes(seed, count);
	for (const { seed: at, reason, text } of crashes) say(`seed ${at}: ${reason}\n${text}`);
	say(`mutants: ${crashes.length} of ${count} crash`);
	return crashes.length === 0 ? 0 : 1;
}
