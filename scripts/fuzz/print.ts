import { structure } from './measure.ts';
import { PrintStatements } from './print-statement.ts';
import { integers, isScalar, type Shape } from './shapes.ts';
import type { Enumeration, Function, Global, Program, Struct } from './tree.ts';

/** Programs as native modules, and where in them each thing that may panic stands. */
export interface PrintedModule {
	readonly text: string;
	/** The modules that `text` imports, by name. */
	readonly others: ReadonlyMap<string, string>;
	/** `line 3` of the main module, or the place in another one, of each node that may panic. */
	readonly places: ReadonlyMap<object, string>;
}

/** How the module is called that holds or imports all programs. */
export const moduleName = 'main.ts';

const imports = [
	`import { type Atomic, atomic, compareExchange, fetchAdd, fetchAnd, fetchOr, fetchXor, type Guarded, load, store, swap } from 'native:atomic';`,
	`import { print } from 'native:format';`,
	`import { hartLocal } from 'native:hart';`,
	`import { addressOf, arrayFrom, arrayOf, bytesOf, type FixedArray, layout, offset, type Ptr, type Slice, sizeOf, slice, sliceAt, zeroed } from 'native:memory';`,
];

/** What a generated module begins with: the trace, which every noted value changes for good. */
const preamble = [
	'const trace = hartLocal<u64>(0);',
	'export function traceStart(): void { trace.value = 0xcbf2_9ce4_8422_2325; }',
	'export function traceNow(): u64 { return trace.value; }',
	'export function note(value: u64): void { trace.value = (trace.value ^ value) * 0x100_0000_01b3; }',
	...[...integers, 'boolean'].map(
		type =>
			`export function seen_${type}(value: ${type}): ${type} { note(u64(value)); return value; }`,
	),
];
const helpers = ['note', ...[...integers, 'boolean'].map(type => `seen_${type}`)];

/** What the name of each program's things begins with. */
export const prefixOf = (index: number) => `p${index}_`;

/** Prints programs into one module; `main` of program `i` is the exported function `p<i>_main`. */
export function printModule(programs: readonly Program[], before: readonly string[] = []) {
	const printer = new Printer(before);
	for (const [index, program] of programs.entries()) printer.program(program, prefixOf(index));
	return printer.done();
}

/** A program runs on one hart and in no handler. */
const guarded = (type: string) => `Guarded<${type}, 'one hart'>`;

/** One module; its second line is for what it imports. */
interface Module {
	readonly name: string;
	readonly lines: string[];
	/** What it declares. `type` names have no value. */
	readonly names: Map<string, 'type ' | ''>;
}

class Printer extends PrintStatements {
	readonly #main: Module;
	readonly #others = new Map<string, string>();
	readonly #places = new Map<object, string>();
	readonly #before: string;
	#modules: readonly Module[] = [];
	#module: Module;
	#prefix = '';
	#program: Program | undefined;

	constructor(before: readonly string[]) {
		super();
		this.#main = newModule(moduleName);
		this.#module = this.#main;
		this.#before = before.join(' ');
		for (const line of preamble) this.#main.lines.push(line);
	}

	done(): PrintedModule {
		// On one line, so that the lines of panics are the same for every engine.
		const [directive = '', own = '', ...rest] = this.#main.lines;
		const text = [directive, [this.#before, ...imports, own].join(' '), ...rest, ''].join('\n');
		return { text, others: this.#others, places: this.#places };
	}

	program(program: Program, prefix: string): void {
		this.#prefix = prefix;
		this.#program = program;
		const { modules: count } = program;
		this.#modules =
			count > 1
				? Array.from({ length: count }, (_, i) => newModule(`${prefix}${i}.ts`))
				: [this.#main];
		for (const { name, type, text } of program.constants) {
			this.#emitDeclared(name, `const ${name}${type ? `: ${type}` : ''} = ${text};`);
		}
		for (const each of program.enumerations) this.#enumeration(each);
		for (const { name, parameters, result } of program.signatures) {
			const list = parameters.map((type, i) => `${'abcdef'[i]}: ${type}`);
			this.#emitDeclared(name, `type ${name} = (${list.join(', ')}) => ${result};`, 'type ');
		}
		for (const struct of [...program.templates, ...program.structs])
			if (struct.generic !== 'instance') this.#struct(struct);
		for (const global of program.globals) this.#global(global);
		for (const unit of program.functions) {
			this.#declare(unit.name);
			this.#function(unit, `${this.#export}function `);
		}
		this.#declare('$main');
		this.block('export function $main(): void {', program.main);
		if (count > 1) this.#connect();
	}

	/** Has the modules of a program import what they mention of each other. */
	#connect(): void {
		const start = `${this.#prefix}main`;
		for (const module of this.#modules) {
			const words = new Set(module.lines.join('\n').match(/\w+/g));
			const wanted = this.#modules.flatMap(other => {
				if (other === module) return [];
				const list = [...other.names].filter(([name]) => words.has(name));
				if (list.length === 0) return [];
				return [
					`import { ${list.map(([name, kind]) => kind + name).join(', ')} } from './${other.name}';`,
				];
			});
			const own = `import { ${helpers.join(', ')} } from './${moduleName}';`;
			module.lines[1] = [...imports, own, ...wanted].join(' ');
			this.#others.set(module.name, `${module.lines.join('\n')}\n`);
			if (!module.names.has(start)) continue;
			this.#main.lines[1] += `import { ${start} as ${start}_ } from './${module.name}'; `;
		}
		this.#main.lines.push(`export function ${start}(): void { ${start}_(); }`);
	}

	/** Chooses the module that the next declaration stands in. */
	#declare(name: string, kind: 'type ' | '' = ''): void {
		const count = this.#modules.reduce((sum, { names }) => sum + names.size, 0);
		this.#module = this.#modules[count % this.#modules.length] ?? this.#main;
		this.#module.names.set(name.replace('$', this.#prefix), kind);
	}

	get #export(): string {
		return this.#modules.length > 1 ? 'export ' : '';
	}

	#emitDeclared(name: string, line: string, kind: 'type ' | '' = ''): void {
		this.#declare(name, kind);
		this.emit(this.#export + line);
	}

	protected override emit(line: string): void {
		const { lines } = this.#module;
		lines.push('\t'.repeat(this.indent) + line.replaceAll('$', this.#prefix));
	}

	protected override mayPanic(node: object): void {
		const { name, lines } = this.#module;
		const line = lines.length + 1;
		this.#places.set(node, name === moduleName ? `line ${line}` : `${name}:${line}`);
	}

	protected override shape(shape: Shape): string {
		if (isScalar(shape)) return shape;
		if ('struct' in shape) return shape.struct;
		if ('signature' in shape) return `${shape.signature}${shape.isNullable ? ' | null' : ''}`;
		if ('enumeration' in shape) return shape.enumeration;
		if ('slice' in shape) return `Slice<${this.shape(shape.slice)}>`;
		if ('pointer' in shape) return `Ptr<${this.shape(shape.pointer)}>`;
		if ('atomic' in shape) return `Atomic<${this.shape(shape.atomic)}>`;
		return `FixedArray<${this.shape(shape.array)}, ${shape.length < 0 ? 'N' : shape.length}>`;
	}

	#enumeration({ name, isConst, members }: Enumeration): void {
		const list = members.map(member => member.name + (member.text ? ` = ${member.text}` : ''));
		this.#emitDeclared(name, `${isConst ? 'const ' : ''}enum ${name} { ${list.join(', ')} }`);
		const picks = members.map((member, i) => `case ${i}: return ${name}.${member.name};`);
		const pick = `pick_${name}`;
		this.#declare(pick);
		const rest = picks.slice(1).join(' ');
		this.emit(
			`${this.#export}function ${pick}(at: u32): ${name} { switch (at % ${members.length}) { ${rest} default: return ${name}.${members[0]?.name}; } }`,
		);
	}

	#global({ name, shape, values, isHart, table }: Global): void {
		const list = values.map(value => this.write.expression(value)).join(', ');
		const isNew = !isScalar(shape) && 'struct' in shape && values.length > 0;
		const made = isNew ? `new ${shape.struct}(${list})` : isScalar(shape) ? list : '';
		const text = this.shape(shape);
		if (table) {
			const elements =
				'elements' in table
					? `arrayOf(${table.elements.map(each => this.write.operand(each)).join(', ')})`
					: `arrayFrom(${table.index.name} => ${this.write.expression(table.element)})`;
			this.#emitDeclared(name, `const ${name}: ${text} = ${elements};`);
		} else if (!isScalar(shape) && 'atomic' in shape) {
			const of = this.shape(shape.atomic);
			this.#emitDeclared(name, `const ${name} = atomic<${of}>(${list === '' ? 'null' : list});`);
		} else if (isHart || isScalar(shape)) {
			this.#emitDeclared(name, `const ${name} = hartLocal<${text}>(${made});`);
		} else
			this.#emitDeclared(name, `const ${name}: ${guarded(text)} = ${isNew ? made : 'zeroed()'};`);
	}

	#struct(struct: Struct): void {
		const { name, isClass, fields, filled, generic } = struct;
		const parameters = typeof generic === 'object' ? generic.parameters : '';
		this.#declare(name, isClass ? '' : 'type ');
		this.emit(`${this.#export}${isClass ? 'class' : 'interface'} ${name}${parameters} {`);
		this.indent++;
		for (const field of fields) {
			const isObject = !isScalar(field.shape) && isClass && !('signature' in field.shape);
			const isFixed = isObject && !('enumeration' in field.shape);
			this.emit(`${isFixed ? 'readonly ' : ''}${field.name}: ${this.shape(field.shape)};`);
		}
		if (parameters !== '') this.emit('constructor(length: N) {}');
		if (filled.length > 0) {
			const list = filled.map((each, i) => {
				const field = fields.find(candidate => candidate.name === each) ?? fields[0];
				return `a${i}: ${field ? this.shape(field.shape) : 'u8'}`;
			});
			this.emit(`constructor(${list.join(', ')}) {`);
			for (const [i, each] of filled.entries()) this.emit(`\tthis.${each} = a${i};`);
			this.emit('}');
		}
		for (const method of struct.methods) this.#function(method, '');
		for (const method of struct.statics) this.#function(method, 'static ');
		for (const accessor of struct.accessors)
			this.#function(accessor, accessor.isSetter ? 'set ' : 'get ');
		this.indent--;
		this.emit('}');
		if (!struct.hasLayout || !this.#program) return;
		const { offsets } = structure(name, this.#program);
		const list = offsets.map(([field, start]) => `${field}: ${start}`);
		this.emit(`layout<${name}>({ ${list.join(', ')} });`);
	}

	#function(unit: Function, keyword: string): void {
		const { name, parameters, result, body, isArrow, generic = '' } = unit;
		const list = parameters
			.map(parameter => `${parameter.name}: ${this.shape(parameter.shape)}`)
			.join(', ');
		const [first] = body;
		if (isArrow && first?.kind === 'return') {
			const value = this.write.expression(first.value);
			this.emit(`${this.#export}const ${name} = (${list}): ${result} => ${value};`);
			return;
		}
		const type = unit.isSetter ? '' : `: ${result}`;
		this.block(`${keyword}${name}${generic}(${list})${type} {`, body);
	}
}

const newModule = (name: string): Module => ({
	name,
	lines: [`'use native';`, ''],
	names: new Map(),
});
