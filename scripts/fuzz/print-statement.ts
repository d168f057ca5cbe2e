import { PrintExpressions } from './print-expression.ts';
import type { Shape } from './shapes.ts';
import type { Body, Enumeration, Statement } from './tree.ts';

/** Prints statements, line after line. */
export abstract class PrintStatements {
	protected indent = 0;
	protected readonly write = new PrintExpressions(node => this.mayPanic(node));

	protected abstract emit(line: string): void;
	/** Notes on which line `node` is about to be printed. */
	protected abstract mayPanic(node: object): void;
	protected abstract shape(shape: Shape): string;

	protected block(head: string, body: Body, end = '}'): void {
		this.emit(head);
		this.indent++;
		for (const statement of body) this.statement(statement);
		this.indent--;
		this.emit(end);
	}

	protected statement(statement: Statement): void {
		const write = this.write;
		switch (statement.kind) {
			case 'declare': {
				const { variable, isConst, isAnnotated, value } = statement;
				const type = isAnnotated ? `: ${this.shape(variable.shape)}` : '';
				this.emit(
					`${isConst ? 'const' : 'let'} ${variable.name}${type} = ${write.operand(value)};`,
				);
				return;
			}
			case 'object': {
				const { variable, initial } = statement;
				const type = initial.kind === 'new' ? '' : `: ${this.shape(variable.shape)}`;
				const value =
					initial.kind === 'new'
						? `new ${this.shape(variable.shape)}(${initial.operands.map(each => write.expression(each)).join(', ')})`
						: write.initial(initial);
				this.emit(`const ${variable.name}${type} = ${value};`);
				return;
			}
			case 'destructure': {
				const { isConst, pattern, place } = statement;
				const keyword = isConst ? 'const' : 'let';
				this.emit(`${keyword} ${write.pattern(pattern)} = ${write.place(place)};`);
				return;
			}
			case 'forOf': {
				const { label, isConst, pattern, of, body } = statement;
				const head = `${isConst ? 'const' : 'let'} ${write.pattern(pattern)} of ${write.operand(of)}`;
				this.block(`${labels(label)}for (${head}) {`, body);
				return;
			}
			case 'set': {
				const { accessor, operator = '', value } = statement;
				this.mayPanic(statement);
				this.emit(`${write.accessor(accessor)} ${operator}= ${write.expression(value)};`);
				return;
			}
			case 'rebind':
				this.emit(`${statement.variable.name} = ${write.operand(statement.value)};`);
				return;
			case 'exchange': {
				const { place, expected, desired } = statement;
				const list = [write.place(place), write.operand(expected), write.operand(desired)];
				this.emit(`note(u64(compareExchange(${list.join(', ')}, 'acqRel')));`);
				return;
			}
			case 'print':
				this.emit(`print(${write.printed(statement.parts)});`);
				return;
			case 'bind':
				this.emit(`const ${statement.name} = ${statement.text};`);
				return;
			case 'expression':
				this.emit(`${write.expression(statement.expression)};`);
				return;
			case 'point':
				this.emit(`${write.place(statement.place)} = ${write.operand(statement.value)};`);
				return;
			case 'mention':
				this.emit(`${write.place(statement.place)};`);
				return;
			case 'note':
				this.emit(`note(u64(${write.expression(statement.expression)}));`);
				return;
			case 'if': {
				const { condition, whenTrue, whenFalse } = statement;
				this.block(`if (${write.expression(condition)}) {`, whenTrue, whenFalse ? '} else {' : '}');
				if (whenFalse) {
					this.indent++;
					for (const inner of whenFalse) this.statement(inner);
					this.indent--;
					this.emit('}');
				}
				return;
			}
			case 'for': {
				const { counter, start, condition, step, body } = statement;
				const head = `let ${counter.name}: ${this.shape(counter.shape)} = ${write.expression(start)}; ${write.expression(condition)}; ${write.expression(step)}`;
				this.block(`${labels(statement.label)}for (${head}) {`, body);
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
				this.block(`${labels(statement.label)}{`, statement.body);
				return;
			case 'break':
			case 'continue':
				this.emit(`${statement.kind}${statement.label ? ` ${statement.label}` : ''};`);
				return;
			case 'return':
				this.emit(`return ${write.expression(statement.value)};`);
		}
	}

	#loop(statement: Statement & { kind: 'while' | 'do' }): void {
		const { counter, start, condition, step, body } = statement;
		this.emit('{');
		this.indent++;
		this.emit(
			`let ${counter.name}: ${this.shape(counter.shape)} = ${this.write.expression(start)};`,
		);
		const isWhile = statement.kind === 'while';
		const test = isWhile ? `while (${this.write.expression(condition)})` : 'do';
		this.emit(`${labels(statement.label)}${test} {`);
		this.indent++;
		this.emit(`${this.write.expression(step)};`);
		for (const inner of body) this.statement(inner);
		this.indent--;
		this.emit(isWhile ? '}' : `} while (${this.write.expression(condition)});`);
		this.indent--;
		this.emit('}');
	}

	#switch({ label, value, clauses, enumeration }: Statement & { kind: 'switch' }): void {
		this.emit(`${labels(label)}switch (${this.write.expression(value)}) {`);
		this.indent++;
		for (const { cases, body, hasBreak } of clauses) {
			const heads = cases.map(each =>
				each === undefined ? 'default:' : `case ${memberOf(enumeration, each)}:`,
			);
			for (const head of heads.slice(0, -1)) this.emit(head);
			this.block(`${heads.at(-1)} {`, body);
			if (hasBreak) this.emit('\tbreak;');
		}
		this.indent--;
		this.emit('}');
	}
}

/** A constant of a `case`, by the name of an enum's member if there is one. */
function memberOf(enumeration: Enumeration | undefined, value: bigint): string {
	const member = enumeration?.members.find(candidate => candidate.value === value);
	return member && enumeration ? `${enumeration.name}.${member.name}` : `${value}`;
}

const labels = (names: readonly string[]) => names.map(name => `${name}: `).join('');
