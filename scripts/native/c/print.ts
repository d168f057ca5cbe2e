import { layoutOf } from '../types/layout.ts';
import type { MachineType } from '../types/machine-type.ts';
import type * as c from './ast.ts';
import { localName } from './names.ts';
import { prelude } from './prelude.ts';
import { TypePrinter } from './print-types.ts';
import { quote, quoteBytes } from './quote.ts';

/** Prints a lowered program as one C translation unit for GNU C. */
export function printProgram(program: c.Program, target: 'riscv64' | 'host'): string {
	const types = new TypePrinter();
	const functions: string[] = [];
	const variables: string[] = [];
	const prototypes: string[] = [];

	for (const [symbol, type] of program.externals) {
		if (type.kind === 'function') {
			prototypes.push(`extern ${types.functionHeader(symbol, type, undefined)};`);
		} else {
			prototypes.push(`extern u8 ${symbol}[];`);
		}
	}
	for (const variable of program.variables) {
		const storage = `${variable.isExternal ? '' : 'static '}${variable.isHartLocal ? '_Thread_local ' : ''}${variable.isConstant ? 'const ' : ''}`;
		const isFar = variable.isHartLocal && target === 'riscv64' && isLarge(variable);
		const section = isFar ? `__attribute__((section(".tbss._${variable.symbol}"))) ` : '';
		const head = `${storage}${section}${types.declare(variable.type, variable.symbol)}`;
		if (!variable.isHartLocal && !variable.isExternal) prototypes.push(`${head};`);
		const writer = new Writer(types);
		variables.push(
			variable.initial.kind === 'zero'
				? `${head};`
				: `${head} = ${writer.expression(variable.initial)};`,
		);
	}
	for (const unit of program.functions) {
		const header = `${unit.isExternal ? '' : 'static '}${types.functionHeader(unit.symbol, unit.type, unit.parameters)}`;
		prototypes.push(`${header};`);
		const writer = new Writer(types);
		writer.function(header, unit);
		functions.push(writer.text());
	}
	types.finish();
	return [prelude(target), types.text(), ...prototypes, ...variables, '', ...functions, ''].join(
		'\n',
	);
}

/**
 * A hart-local variable that would push others out of the 2 KiB that one instruction reaches: linker.ld puts
 * it behind them.
 */
function isLarge(variable: c.VariableUnit): boolean {
	return variable.initial.kind === 'zero' && layoutOf(variable.type).size > 256n;
}

class Writer {
	readonly #types: TypePrinter;
	readonly #lines: string[] = [];
	#file = '';
	/** The line of the user's source that C believes the next output line to be. */
	#line = 0;

	constructor(types: TypePrinter) {
		this.#types = types;
	}

	text(): string {
		return this.#lines.join('\n');
	}

	function(header: string, unit: c.FunctionUnit): void {
		this.#at(unit.position);
		this.#emit(`${header} {`);
		for (const statement of unit.body) this.statement(statement);
		this.#emit('}');
	}

	#at(position: c.Position | undefined): void {
		if (!position) return;
		if (position.file !== this.#file || position.line !== this.#line) {
			this.#lines.push(`#line ${position.line} ${quote(position.file)}`);
			this.#file = position.file;
			this.#line = position.line;
		}
	}

	#emit(line: string): void {
		this.#lines.push(line);
		this.#line++;
	}

	statement(statement: c.Statement): void {
		this.#at(statement.position);
		switch (statement.kind) {
			case 'expression':
				this.#emit(`${this.expression(statement.expression)};`);
				return;
			case 'declaration':
				this.#emit(this.#declaration(statement));
				return;
			case 'if':
				this.#emit(`if (${this.expression(statement.condition)}) {`);
				this.statement(statement.whenTrue);
				if (statement.whenFalse) {
					this.#emit('} else {');
					this.statement(statement.whenFalse);
				}
				this.#emit('}');
				return;
			case 'while':
				this.#emit(`while (${this.expression(statement.condition)}) {`);
				this.statement(statement.body);
				this.#emit('}');
				return;
			case 'do':
				this.#emit('do {');
				this.statement(statement.body);
				this.#emit(`} while (${this.expression(statement.condition)});`);
				return;
			case 'for': {
				this.#emit('{');
				for (const initial of statement.initial) this.statement(initial);
				const condition = statement.condition ? this.expression(statement.condition) : '';
				const step = statement.step ? this.expression(statement.step) : '';
				this.#at(statement.position);
				this.#emit(`for (; ${condition}; ${step}) {`);
				this.statement(statement.body);
				this.#emit('} }');
				return;
			}
			case 'switch':
				this.#emit(`switch (${this.expression(statement.value)}) {`);
				for (const clause of statement.clauses) {
					this.#emit(clause.value ? `case ${this.expression(clause.value)}: {` : 'default: {');
					for (const inner of clause.statements) this.statement(inner);
					this.#emit('}');
				}
				this.#emit('}');
				return;
			case 'return':
				this.#emit(statement.value ? `return ${this.expression(statement.value)};` : 'return;');
				return;
			case 'block':
				this.#emit('{');
				for (const inner of statement.statements) this.statement(inner);
				this.#emit('}');
				return;
			case 'break':
				this.#emit('break;');
				return;
			case 'continue':
				this.#emit('continue;');
				return;
			case 'goto':
				this.#emit(`goto ${statement.label};`);
				return;
			case 'label':
				this.#emit(`${statement.label}: __attribute__((unused));`);
				return;
		}
	}

	#declaration(statement: c.Statement & { kind: 'declaration' }): string {
		const head = this.#types.declare(statement.type, statement.name);
		return statement.initial ? `${head} = ${this.expression(statement.initial)};` : `${head};`;
	}

	expression(expression: c.Expression): string {
		switch (expression.kind) {
			case 'literal':
				return literal(expression.value, expression.type);
			case 'null':
				return `((${this.#types.name(expression.type)})0)`;
			case 'string': {
				const bytes = new TextEncoder().encode(expression.text);
				return `((string){(const u8 *)${quoteBytes(bytes)}, ${bytes.length}})`;
			}
			case 'name':
			case 'function':
			case 'symbol':
				return expression.name;
			case 'unary':
				return `(${expression.operator}${this.expression(expression.operand)})`;
			case 'binary':
				return `(${this.expression(expression.left)} ${expression.operator} ${this.expression(expression.right)})`;
			case 'cast':
				return `((${this.#types.name(expression.type)})${this.expression(expression.operand)})`;
			case 'conditional':
				return `(${this.expression(expression.condition)} ? ${this.expression(expression.whenTrue)} : ${this.expression(expression.whenFalse)})`;
			case 'call':
				return `${this.expression(expression.callee)}(${expression.operands.map(operand => this.expression(operand)).join(', ')})`;
			case 'runtime':
				return `${expression.name}(${expression.operands.map(operand => this.expression(operand)).join(', ')})`;
			case 'member':
				return expression.object.kind === 'dereference'
					? `${this.expression(expression.object.pointer)}->${localName(expression.field)}`
					: `${this.expression(expression.object)}.${localName(expression.field)}`;
			case 'element':
				return expression.array.type.kind === 'array'
					? `${this.expression(expression.array)}.e[${this.expression(expression.index)}]`
					: `${this.expression(expression.array)}[${this.expression(expression.index)}]`;
			case 'dereference':
				return `(*${this.expression(expression.pointer)})`;
			case 'address':
				return `((${this.#types.name(expression.type)})&${this.expression(expression.place)})`;
			case 'volatile':
				// Behind the type: before a pointer's it would be about what the pointer points at.
				return `(*(${this.#types.name(expression.type)} volatile *)&${this.expression(expression.place)})`;
			case 'assign':
				return `(${this.expression(expression.place)} = ${this.expression(expression.value)})`;
			case 'initializer':
				return `{ ${expression.fields.map(([field, value]) => `.${localName(field)} = ${this.expression(value)}`).join(', ')} }`;
			case 'elements':
				return `{ .e = { ${expression.values.map(value => this.expression(value)).join(', ')} } }`;
			case 'zero':
				return '{0}';
			case 'asm':
				return this.#asm(expression);
			case 'sequence':
				return this.#sequence(expression);
		}
	}

	#asm(asm: c.Asm): string {
		const operand = ({ name, constraint, expression }: c.AsmOperand) =>
			`[${name}] "${constraint}" (${this.expression(expression)})`;
		const clobbers = asm.clobbers.map(clobber => `"${clobber}"`).join(', ');
		return `__asm__ volatile (${quote(asm.template)} : ${asm.outputs.map(operand).join(', ')} : ${asm.inputs.map(operand).join(', ')} : ${clobbers})`;
	}

	/** A GNU C statement expression, on one line so that `#line` stays right. */
	#sequence(expression: c.Expression & { kind: 'sequence' }): string {
		const inner = new Writer(this.#types);
		for (const { position: _, ...statement } of expression.statements)
			inner.statement(statement as c.Statement);
		const result = expression.result ? `${this.expression(expression.result)};` : '(void)0;';
		return `({ ${inner.#lines.filter(line => !line.startsWith('#line')).join(' ')} ${result} })`;
	}
}

function literal(value: bigint, type: MachineType): string {
	if (type.kind === 'boolean') return value === 0n ? '0' : '1';
	if (type.kind !== 'integer')
		throw new Error('printing an untyped constant: diagnostics were not checked');
	const minimum = -(1n << BigInt(type.bits - 1));
	if (type.signed && value === minimum)
		return `((${type.name})(${minimum + 1n}${type.bits === 64 ? 'L' : ''} - 1))`;
	return `((${type.name})${value}${type.signed ? '' : 'u'}${type.bits === 64 ? 'l' : ''})`;
}
