import { PrintExpressions } from './print-expression.ts';
import {
	type Body,
	type Function,
	integers,
	isScalar,
	type Program,
	type Shape,
	type Statement,
	type Struct,
} from './tree.ts';

/** Programs as one native module, and where in it each thing that may panic stands. */
export interface PrintedModule {
	readonly text: string;
	/** The line, counted from 1, of each node that may panic. */
	readonly lines: ReadonlyMap<object, number>;
}

/** What a generated module begins with: the trace, which every noted value changes for good. */
const preamble = [
	`'use native';`,
	`import type { Guarded } from 'native:atomic'; import { hartLocal } from 'native:hart';`,
	`import { type FixedArray, zeroed } from 'native:memory';`,
	'const trace = hartLocal<u64>(0);',
	'export function traceStart(): void { trace.value = 0xcbf2_9ce4_8422_2325; }',
	'export function traceNow(): u64 { return trace.value; }',
	'function note(value: u64): void { trace.value = (trace.value ^ value) * 0x100_0000_01b3; }',
	...[...integers, 'boolean'].map(
		type => `function seen_${type}(value: ${type}): ${type} { note(u64(value)); return value; }`,
	),
];

/** What the name of each program's things begins with. */
export const prefixOf = (index: number) => `p${index}_`;

/** Prints programs into one module; `main` of program `i` is the exported function `p<i>_main`. */
export function printModule(programs: readonly Program[], before: readonly string[] = []) {
	const [directive = '', imports = '', ...rest] = preamble;
	// On one line, so that the lines of panics are the same for every engine.
	const printer = new Printer([directive, [...before, imports].join(' '), ...rest]);
	for (const [index, program] of programs.entries()) printer.program(program, prefixOf(index));
	return printer.done();
}

/** A program runs on one hart and in no handler. */
const guarded = (type: string) => `Guarded<${type}, 'one hart'>`;

class Printer {
	readonly #lines: string[];
	readonly #panics = new Map<object, number>();
	#indent = 0;
	#write = new PrintExpressions(() => {});
	#prefix = '';

	constructor(lines: readonly string[]) {
		this.#lines = [...lines];
	}

	done(): PrintedModule {
		return { text: `${this.#lines.join('\n')}\n`, lines: this.#panics };
	}

	program(program: Program, prefix: string): void {
		this.#prefix = prefix;
		this.#write = new PrintExpressions(node => this.#panics.set(node, this.#lines.length + 1));
		for (const { name, type, text } of program.constants) {
			this.#emit(`const ${name}${type ? `: ${type}` : ''} = ${text};`);
		}
		for (const { name, parameters, result } of program.signatures) {
			const list = parameters.map((type, i) => `${'abcdef'[i]}: ${type}`);
			this.#emit(`type ${name} = (${list.join(', ')}) => ${result};`);
		}
		for (const struct of program.structs) this.#struct(struct);
		for (const { name, shape, values } of program.globals) {
			const list = values.map(value => this.#write.expression(value)).join(', ');
			if (isScalar(shape)) this.#emit(`const ${name} = hartLocal<${shape}>(${list});`);
			else if ('struct' in shape && values.length > 0)
				this.#emit(`const ${name}: ${guarded(shape.struct)} = new ${shape.struct}(${list});`);
			else this.#emit(`const ${name}: ${guarded(this.#shape(shape))} = zeroed();`);
		}
		for (const unit of program.functions) this.#function(unit, 'function ');
		this.#block('export function $main(): void {', program.main);
	}

	#emit(line: string): void {
		this.#lines.push('\t'.repeat(this.#indent) + line.replaceAll('$', this.#prefix));
	}

	#block(head: string, body: Body, end = '}'): void {
		this.#emit(head);
		this.#indent++;
		for (const statement of body) this.#statement(statement);
		this.#indent--;
		this.#emit(end);
	}

	#shape(shape: Shape): string {
		if (isScalar(shape)) return shape;
		if ('struct' in shape) return shape.struct;
		if ('signature' in shape) return shape.signature;
		return `FixedArray<${this.#shape(shape.array)}, ${shape.length}>`;
	}

	#struct(struct: Struct): void {
		this.#emit(`${struct.isClass ? 'class' : 'interface'} ${struct.name} {`);
		this.#indent++;
		for (const { name, shape } of struct.fields) {
			const isObject = !isScalar(shape) && struct.isClass;
			this.#emit(`${isObject ? 'readonly ' : ''}${name}: ${this.#shape(shape)};`);
		}
		if (struct.filled.length > 0) {
			const fields = struct.filled.map(
				filled => struct.fields.find(({ name }) => name === filled) ?? struct.fields[0],
			);
			const list = fields.map((field, i) => `a${i}: ${field ? this.#shape(field.shape) : 'u8'}`);
			this.#emit(`constructor(${list.join(', ')}) {`);
			for (const [i, filled] of struct.filled.entries()) this.#emit(`\tthis.${filled} = a${i};`);
			this.#emit('}');
		}
		for (const method of struct.methods) this.#function(method, '');
		this.#indent--;
		this.#emit('}');
	}

	#function({ name, parameters, result, body, isArrow }: Function, keyword: string): void {
		const list = parameters
			.map(parameter => `${parameter.name}: ${this.#shape(parameter.shape)}`)
			.join(', ');
		const [first] = body;
		if (isArrow && first?.kind === 'return') {
			const value = this.#write.expression(first.value);
			this.#emit(`const ${name} = (${list}): ${result} => ${value};`);
		} else this.#block(`${keyword}${name}(${list}): ${result} {`, body);
	}

	#statement(statement: Statement): void {
		const write = this.#write;
		switch (statement.kind) {
			case 'declare': {
				const { variable, isConst, isAnnotated, value } = statement;
				const type = isAnnotated ? `: ${this.#shape(variable.shape)}` : '';
				this.#emit(
					`${isConst ? 'const' : 'let'} ${variable.name}${type} = ${write.operand(value)};`,
				);
				return;
			}
			case 'object': {
				const { variable, initial } = statement;
				const type = initial.kind === 'new' ? '' : `: ${this.#shape(variable.shape)}`;
				const value =
					initial.kind === 'new'
						? `new ${this.#shape(variable.shape)}(${initial.operands.map(each => write.expression(each)).join(', ')})`
						: write.initial(initial);
				this.#emit(`const ${variable.name}${type} = ${value};`);
				return;
			}
			case 'bind':
				this.#emit(`const ${statement.name} = ${statement.text};`);
				return;
			case 'expression':
				this.#emit(`${write.expression(statement.expression)};`);
				return;
			case 'point':
				this.#emit(`${write.place(statement.place)} = ${write.operand(statement.value)};`);
				return;
			case 'mention':
				this.#emit(`${write.place(statement.place)};`);
				return;
			case 'note':
				this.#emit(`note(u64(${write.expression(statement.expression)}));`);
				return;
			case 'if': {
				const { condition, whenTrue, whenFalse } = statement;
				this.#block(
					`if (${write.expression(condition)}) {`,
					whenTrue,
					whenFalse ? '} else {' : '}',
				);
				if (whenFalse) {
					this.#indent++;
					for (const inner of whenFalse) this.#statement(inner);
					this.#indent--;
					this.#emit('}');
				}
				return;
			}
			case 'for': {
				const { counter, start, condition, step, body } = statement;
				const head = `let ${counter.name}: ${this.#shape(counter.shape)} = ${write.expression(start)}; ${write.expression(condition)}; ${write.expression(step)}`;
				this.#block(`${labels(statement.label)}for (${head}) {`, body);
				return;
			}
			case 'while':
			case 'do':
				this.#loop(statement);
				return;
			case 'switch':
				this.#switch(statement);
				return;
			case 'block':
				this.#block(`${labels(statement.label)}{`, statement.body);
				return;
			case 'break':
			case 'continue':
				this.#emit(`${statement.kind}${statement.label ? ` ${statement.label}` : ''};`);
				return;
			case 'return':
				this.#emit(`return ${write.expression(statement.value)};`);
		}
	}

	#loop(statement: Statement & { kind: 'while' | 'do' }): void {
		const { counter, start, condition, step, body } = statement;
		this.#emit('{');
		this.#indent++;
		this.#emit(
			`let ${counter.name}: ${this.#shape(counter.shape)} = ${this.#write.expression(start)};`,
		);
		const isWhile = statement.kind === 'while';
		const test = isWhile ? `while (${this.#write.expression(condition)})` : 'do';
		this.#emit(`${labels(statement.label)}${test} {`);
		this.#indent++;
		this.#emit(`${this.#write.expression(step)};`);
		for (const inner of body) this.#statement(inner);
		this.#indent--;
		this.#emit(isWhile ? '}' : `} while (${this.#write.expression(condition)});`);
		this.#indent--;
		this.#emit('}');
	}

	#switch({ label, value, clauses }: Statement & { kind: 'switch' }): void {
		this.#emit(`${labels(label)}switch (${this.#write.expression(value)}) {`);
		this.#indent++;
		for (const { cases, body, hasBreak } of clauses) {
			const heads = cases.map(each => (each === undefined ? 'default:' : `case ${each}:`));
			for (const head of heads.slice(0, -1)) this.#emit(head);
			this.#block(`${heads.at(-1)} {`, body);
			if (hasBreak) this.#emit('\tbreak;');
		}
		this.#indent--;
		this.#emit('}');
	}
}

const labels = (names: readonly string[]) => names.map(name => `${name}: `).join('');
