import { fieldOffsets, layoutOf } from '../types/layout.ts';
import {
	type ArrayType,
	type FunctionType,
	type MachineType,
	type StructType,
	typeKey,
} from '../types/machine-type.ts';
import { localName } from './names.ts';
import { quote } from './quote.ts';

/** Names C types and collects their definitions in an order that C accepts. */
export class TypePrinter {
	readonly #lines: string[] = [];
	readonly #known = new Set<string>();

	text(): string {
		return this.#lines.join('\n');
	}

	/** The C name of a type. */
	name(type: MachineType): string {
		switch (type.kind) {
			case 'integer':
				return type.name;
			case 'boolean':
				return 'bool';
			case 'void':
			case 'never':
				return 'void';
			case 'string':
				return 'string';
			case 'pointer':
				return `${this.#pointee(type.target)} *`;
			case 'function':
				return this.#function(type);
			case 'struct':
				return this.#struct(type);
			case 'array':
				return this.#array(type);
			case 'slice':
				return this.#slice(type.element);
			case 'atomic':
			case 'register':
				return this.name(type.of);
			case 'constant':
			case 'null':
			case 'error':
				throw new Error(`printing the type '${type.kind}': diagnostics were not checked`);
		}
	}

	declare(type: MachineType, name: string): string {
		return `${this.name(type)} ${name}`;
	}

	functionHeader(
		symbol: string,
		type: FunctionType,
		parameters: readonly { readonly name: string; readonly type: MachineType }[] | undefined,
	): string {
		const list = parameters
			? parameters.map(parameter => this.declare(parameter.type, parameter.name))
			: type.parameters.map(parameter => this.name(parameter));
		const never = type.result.kind === 'never' ? '_Noreturn ' : '';
		return `${never}${this.name(type.result)} ${symbol}(${list.length === 0 ? 'void' : list.join(', ')})`;
	}

	/** A structure behind a pointer needs its tag only, so that structures may point to themselves. */
	#pointee(type: MachineType): string {
		if (type.kind !== 'struct') return this.name(type);
		this.#forward(type);
		this.#pending.push(type);
		return `struct ${type.tag}`;
	}

	readonly #pending: StructType[] = [];

	#forward(type: StructType): void {
		if (this.#known.has(`forward ${type.tag}`)) return;
		this.#known.add(`forward ${type.tag}`);
		this.#lines.push(`struct ${type.tag};`);
	}

	#struct(type: StructType): string {
		const name = `struct ${type.tag}`;
		if (this.#known.has(name)) return name;
		this.#known.add(name);
		const fields = type
			.fields()
			.map(field => `\t${this.declare(field.type, localName(field.name))};`);
		this.#lines.push(`${name} {`, ...fields, '};', ...layoutAssertions(type, name));
		return name;
	}

	/** Defines the structures that have only been pointed to so far. */
	finish(): void {
		for (let type = this.#pending.pop(); type; type = this.#pending.pop()) this.#struct(type);
	}

	#array(type: ArrayType): string {
		const element = this.name(type.element);
		const [name, isNew] = this.#typedef(type, `array_${mangle(element)}_${type.length}`);
		if (isNew) this.#lines.push(`typedef struct { ${element} e[${type.length}]; } ${name};`);
		return name;
	}

	#slice(of: MachineType): string {
		const element = this.#pointee(of);
		const [name, isNew] = this.#typedef({ kind: 'slice', element: of }, `slice_${mangle(element)}`);
		if (isNew) this.#lines.push(`typedef struct { ${element} *start; u64 length; } ${name};`);
		return name;
	}

	#function(type: FunctionType): string {
		const result = this.name(type.result);
		const parameters = type.parameters.map(parameter => this.name(parameter));
		const base = `function_${mangle([result, ...parameters].join('_'))}`;
		const [name, isNew] = this.#typedef({ ...type, nullable: false }, base);
		const list = parameters.length === 0 ? 'void' : parameters.join(', ');
		if (isNew) this.#lines.push(`typedef ${result} (*${name})(${list});`);
		return name;
	}

	readonly #typedefs = new Map<string, string>();

	/** The name of a type definition: a readable one, with a number where two types would share it. */
	#typedef(type: MachineType, base: string): readonly [name: string, isNew: boolean] {
		const key = typeKey(type);
		const known = this.#typedefs.get(key);
		if (known !== undefined) return [known, false];
		let name = base;
		for (let count = 2; this.#known.has(name); count++) name = `${base}_${count}`;
		this.#known.add(name);
		this.#typedefs.set(key, name);
		return [name, true];
	}
}

/** What types/layout.ts believes of a structure, for C to confirm. */
function layoutAssertions(type: StructType, name: string): string[] {
	const { alignment, size } = layoutOf(type);
	const offsets = [...fieldOffsets(type)].map(
		([field, offset]) => `__builtin_offsetof(${name}, ${localName(field)}) == ${offset}`,
	);
	if (offsets.length === 0) return [];
	const claims = [`sizeof(${name}) == ${size}`, `_Alignof(${name}) == ${alignment}`, ...offsets];
	return claims.map(claim => `_Static_assert(${claim}, ${quote(type.name)});`);
}

const mangle = (text: string) =>
	text
		.replaceAll('struct ', '')
		.replaceAll(' *', '_p')
		.replaceAll(/[^A-Za-z0-9_]/g, '_');
