import type { Expression, Operand, Place, Variable } from '../nodes.ts';
import { atomicTypes, integers, isScalar, type Shape } from '../shapes.ts';
import type { Body, Function, Global, Program, Statement, Struct } from '../tree.ts';
import { convert, field, literal, readOf } from './build.ts';
import { openConstant } from './constants.ts';
import { Generics } from './generics.ts';
import type { Random } from './random.ts';
import { Scope } from './scope.ts';
import { Statements } from './statements.ts';

/** Whether structures and arrays may lie at module level for all harts to share. */
const sharesPlain = true;
const awkwardFields = [
	'int',
	'register',
	'e',
	'length',
	'target',
	'value',
	'unix',
	'struct',
	'bool',
];

/** Makes one program, from the top of its module down to `main`. */
export function makeProgram(random: Random): Program {
	return new ProgramMaker(random).make();
}

class ProgramMaker {
	readonly #random: Random;
	readonly #scope: Scope;
	readonly #statements: Statements;

	constructor(random: Random) {
		this.#random = random;
		this.#scope = new Scope(random);
		this.#statements = new Statements(this.#scope);
	}

	make(): Program {
		const random = this.#random;
		const { program } = this.#scope;
		for (let i = random.below(4); i > 0; i--) this.#constant(program.constants.length);
		for (let i = random.below(3); i > 0; i--) {
			const parameters = Array.from({ length: random.below(4) }, () => this.#statements.type());
			const result = this.#statements.type();
			program.signatures.push({
				name: `$Signature${program.signatures.length}`,
				parameters,
				result,
			});
		}
		for (let i = random.below(3); i > 0; i--) this.#enumeration(program.enumerations.length);
		for (let i = random.below(4); i > 0; i--) program.structs.push(this.#struct());
		const generics = new Generics(random);
		if (random.chance(35)) {
			const types = [0, 1].map(() => [this.#scope.integer(), 1 + random.below(4)] as const);
			const { template, instances } = generics.classes('$Stack', types);
			program.templates.push(template);
			const isNew = (each: Struct, at: number) =>
				instances.findIndex(({ name }) => name === each.name) === at;
			program.structs.push(...instances.filter(isNew));
		}
		this.#globals();
		for (const { name } of program.signatures) this.#functionFor(name, random.chance(40));
		if (random.chance(50)) {
			for (const unit of generics.functions())
				program.functions.push({ ...unit, name: `$generic${program.functions.length}` });
		}
		for (let i = 1 + random.below(3); i > 0; i--) this.#function();
		for (const { name } of program.signatures) this.#functionFor(name, random.chance(40));

		for (const { name } of program.signatures) this.#table(name);

		this.#statements.result = undefined;
		this.#scope.callable = program.functions;
		this.#statements.budget = 38;
		const pointers: Statement[] = [];
		const main = this.#scope.inBlock(() => {
			// Something to call through, from the start.
			for (const { name: signature } of program.signatures) {
				const variable = this.#scope.variable({ signature }, false);
				this.#scope.declare(variable);
				const value = this.#code(signature);
				pointers.push({ kind: 'declare', variable, isConst: false, isAnnotated: true, value });
			}
			const statements = this.#statements.statements(14 + random.below(12), 0);
			return [...pointers, ...statements, ...this.#last()];
		});
		return { ...program, main, modules: random.chance(15) ? 2 + random.below(2) : 1 };
	}

	#constant(count: number): void {
		const type = this.#random.pick(integers);
		const isTyped = this.#random.chance(50);
		const { text, value } = openConstant(this.#random, type);
		// A complement without a type has another value in each type that it meets.
		const isExact = isTyped || !text.startsWith('~');
		this.#scope.program.constants.push({
			name: `$constant${count}`,
			type: isTyped ? type : undefined,
			text: isExact ? text : '1',
			value: isExact ? value : 1n,
		});
	}

	/** One of its members is 0: what is zeroed has a name. */
	#enumeration(count: number): void {
		const random = this.#random;
		const kind = random.pick(['small', 'flags', 'signed'] as const);
		const members: { name: string; value: bigint; text: string | undefined }[] = [];
		for (let i = 0; i < 2 + random.below(4); i++) {
			const before = members.at(-1)?.value ?? -1n;
			const bit = random.below(30);
			const value =
				i === 0 || random.chance(40)
					? before + 1n
					: kind === 'small'
						? before + BigInt(1 + random.below(5))
						: kind === 'flags'
							? 1n << BigInt(bit)
							: BigInt(random.below(200) - 100);
			if (members.some(each => each.value === value)) continue;
			const isNext = value === before + 1n && random.chance(70);
			const text = isNext
				? undefined
				: kind === 'flags' && value === 1n << BigInt(bit)
					? `1 << ${bit}`
					: `${value}`;
			members.push({ name: `m${i}`, value, text });
		}
		const type = members.some(({ value }) => value < 0n) ? 'i32' : 'u32';
		const name = `$Enum${count}`;
		this.#scope.program.enumerations.push({ name, isConst: random.chance(50), type, members });
	}

	/** A table of functions of a type that take all of its parameters. */
	#table(signature: string): void {
		const { random, program } = this.#scope;
		const fitting = program.functions.filter(
			each =>
				each.signature === signature &&
				!each.isArrow &&
				!this.#statements.expressions.isShort(each, signature),
		);
		if (fitting.length === 0 || random.chance(30)) return;
		const length = 1 + random.below(4);
		const elements = Array.from(
			{ length },
			(): Operand => ({ kind: 'code', name: random.pick(fitting).name }),
		);
		const shape = { array: { signature }, length };
		program.globals.push({
			name: `$table${program.globals.length}`,
			shape,
			values: [],
			table: { elements },
		});
	}

	#struct(): Struct {
		const random = this.#random;
		const { structs } = this.#scope.program;
		const isClass = random.chance(50);
		const name = `$${isClass ? 'Class' : 'Layout'}${structs.length}`;
		const fields = Array.from({ length: 1 + random.below(4) }, (_, i) => ({
			name: random.chance(10) ? `${random.pick(awkwardFields)}` : `f${i}`,
			shape: this.#fieldShape(),
		})).filter((field, i, all) => all.findIndex(each => each.name === field.name) === i);
		const scalars = fields.filter(({ shape }) => isScalar(shape)).map(field => field.name);
		const filled = isClass ? random.shuffled(scalars.slice(0, random.below(4))) : [];
		const struct: Struct = {
			...{ name, isClass, fields, filled, methods: [], statics: [], accessors: [] },
			hasLayout: !isClass && random.chance(60),
		};
		const methods = isClass
			? Array.from({ length: random.below(3) }, (_, i) => this.#method(struct, `m${i}`))
			: [];
		const statics = isClass
			? Array.from({ length: random.below(2) }, (_, i) => this.#static(`s${i}`))
			: [];
		const accessors = isClass && random.chance(60) ? this.#accessors(struct) : [];
		return { ...struct, methods, statics, accessors };
	}

	/** A getter, and often a setter of the same type, both with any body. */
	#accessors(struct: Struct): Function[] {
		const type = this.#statements.type();
		const get = this.#method(struct, 'whole', [], type);
		if (this.#random.chance(25)) return [get];
		const set = this.#method(struct, 'whole', [type], type, true);
		const body = set.body.slice(0, -1);
		return [
			get,
			{ ...set, body: body.length > 0 ? body : this.#kept(struct, set), isSetter: true },
		];
	}

	/** The plainest setter: it keeps the value in a field of its type, if there is one. */
	#kept({ name, fields }: Struct, { parameters: [value] }: Function): Statement[] {
		const found = fields.find(({ shape }) => shape === value?.shape);
		if (!found || !value) return [];
		const self: Place = { kind: 'this', shape: { struct: name } };
		const place = field(self, found.name, found.shape);
		const type = isScalar(found.shape) ? found.shape : 'u8';
		return [
			{ kind: 'expression', expression: { kind: 'assign', type, place, value: readOf(value) } },
		];
	}

	/** A static method sees neither an object nor what comes after its class. */
	#static(name: string): Function {
		const { program } = this.#scope;
		const [functions, globals] = [program.functions.splice(0), program.globals.splice(0)];
		const made = this.#unit(name, this.#shapes(), undefined, 3);
		program.functions.push(...functions);
		program.globals.push(...globals);
		return made;
	}

	#fieldShape(): Shape {
		const random = this.#random;
		const { structs, enumerations, signatures } = this.#scope.program;
		if (enumerations.length > 0 && random.chance(12))
			return { enumeration: random.pick(enumerations).name };
		if (signatures.length > 0 && random.chance(12))
			return { signature: random.pick(signatures).name, isNullable: true };
		if (structs.length > 0 && random.chance(20)) return { struct: random.pick(structs).name };
		if (random.chance(20))
			return { array: this.#statements.type(), length: random.pick([1, 2, 3, 4]) };
		return this.#statements.type();
	}

	#globals(): void {
		const random = this.#random;
		const { globals, structs, signatures, enumerations } = this.#scope.program;
		const constant = (shape: Shape): Expression => {
			const type = isScalar(shape) ? shape : 'u8';
			return type === 'boolean'
				? { kind: 'constant', type, text: 'true', value: 1n, isOpen: true }
				: { kind: 'constant', type, ...openConstant(random, type), isOpen: true };
		};
		for (let i = 1 + random.below(4); i > 0; i--) {
			const name = `$global${globals.length}`;
			const isHart = sharesPlain ? random.chance(70) : true;
			const kind = random.weighted({
				...{ scalar: 4, array: 3, struct: structs.length > 0 ? 5 : 0, atomic: 4 },
				...{
					slot: signatures.length > 0 ? 3 : 0,
					table: 2,
					enumeration: enumerations.length > 0 ? 1 : 0,
				},
			});
			if (kind === 'atomic') {
				const atomic = random.pick(atomicTypes);
				globals.push({ name, shape: { atomic }, values: [constant(atomic)] });
			} else if (kind === 'slot') {
				const atomic = { signature: random.pick(signatures).name, isNullable: true } as const;
				globals.push({ name, shape: { atomic }, values: [] });
			} else if (kind === 'enumeration') {
				const shape = { enumeration: random.pick(enumerations).name };
				globals.push({ name, shape, values: [], isHart: true });
			} else if (kind === 'table') globals.push(this.#numbers(name));
			else if (kind === 'scalar') {
				const shape = random.pick(integers);
				globals.push({ name, shape, values: [constant(shape)] });
			} else if (kind === 'array') {
				const isStruct = structs.length > 0 && random.chance(40);
				const array = isStruct ? { struct: random.pick(structs).name } : this.#statements.type();
				globals.push({
					name,
					shape: { array, length: random.pick([2, 3, 4]) },
					values: [],
					isHart,
				});
			} else {
				const { name: struct, fields, filled, length } = random.pick(structs);
				const values =
					length === undefined
						? filled.map(each => constant(fields.find(({ name }) => name === each)?.shape ?? 'u8'))
						: [literal('usize', length)];
				globals.push({ name, shape: { struct }, values, isHart });
			}
		}
	}

	/** A table of integers: written out, or by a rule. */
	#numbers(name: string): Global {
		const random = this.#random;
		const type = this.#scope.integer();
		const length = 1 + random.below(8);
		const shape = { array: type, length };
		if (random.chance(50)) {
			// No members of enums: tsc takes the type of the first one for all of them.
			const elements = Array.from(
				{ length },
				(): Expression => ({
					...{ kind: 'constant', type, ...openConstant(random, type), isOpen: true },
				}),
			);
			return { name, shape, values: [], table: { elements } };
		}
		const index: Variable = { id: -2, name: 'i', shape: 'usize', isFixed: true };
		const product: Expression = {
			...{ kind: 'binary', operator: random.pick(['*', '+', '-', '^'] as const), type: 'usize' },
			...{ left: readOf(index), right: literal('usize', random.below(300)) },
		};
		return { name, shape, values: [], table: { index, element: convert(type, product) } };
	}

	#method(
		struct: Struct,
		name: string,
		shapes = this.#shapes(),
		result?: Function['result'],
		isSetter = false,
	): Function {
		this.#scope.self = struct;
		const { globals } = this.#scope.program;
		const hidden = globals.splice(0); // They come after the classes.
		const method = this.#unit(name, shapes, result, 4, isSetter);
		globals.push(...hidden);
		this.#scope.self = undefined;
		return method;
	}

	#shapes(): Shape[] {
		const random = this.#random;
		const { structs, signatures } = this.#scope.program;
		return Array.from({ length: random.below(4) }, (): Shape => {
			if (structs.length > 0 && random.chance(20)) return { struct: random.pick(structs).name };
			if (signatures.length > 0 && random.chance(12))
				return { signature: random.pick(signatures).name };
			if (random.chance(12)) return { slice: this.#scope.integer(), length: 1 };
			return this.#statements.type();
		});
	}

	#function(): void {
		const { functions } = this.#scope.program;
		functions.push(this.#unit(`$function${functions.length}`, this.#shapes(), undefined, 5));
	}

	/** A function that a pointer of this type may point to; it may leave parameters out. */
	#functionFor(signature: string, isArrow: boolean): void {
		const { functions, signatures } = this.#scope.program;
		const { parameters, result } = signatures.find(({ name }) => name === signature) ?? {
			parameters: [],
			result: 'u8',
		};
		const isShort = this.#random.chance(20);
		const shapes = isShort ? parameters.slice(0, -1) : parameters;
		const name = `$function${functions.length}`;
		functions.push({ ...this.#unit(name, shapes, result, isArrow ? 0 : 3), signature, isArrow });
	}

	#code(signature: string): Operand {
		const fitting = this.#scope.program.functions.filter(each => each.signature === signature);
		return { kind: 'code', name: this.#random.pick(fitting).name };
	}

	#unit(
		name: string,
		shapes: readonly Shape[],
		wanted: Function['result'] | undefined,
		count: number,
		isSetter = false,
	): Function {
		const statements = this.#statements;
		const result = wanted ?? statements.type();
		statements.result = result;
		statements.budget = count * 2;
		this.#scope.callable = this.#scope.self ? [] : [...this.#scope.program.functions];
		const parameters: Variable[] = [];
		const body = this.#scope.inBlock((): Body => {
			for (const shape of shapes) {
				const variable = this.#scope.variable(shape, false);
				parameters.push(variable);
				this.#scope.declare(isScalar(shape) ? variable : { ...variable, isFixed: true });
			}
			if (isSetter) statements.result = undefined;
			const made: Statement[] = statements.statements(count, 1);
			const value = statements.expressions.of(result, { isDecided: true, depth: 3 });
			return [...made, { kind: 'return', value }];
		});
		return { name, parameters, result, body, isArrow: false, signature: undefined };
	}

	/** Notes what is left in every object and variable in sight. */
	#last(): Statement[] {
		const paths = this.#scope.paths(isScalar).slice(0, 24);
		return paths.map(path => {
			const place = path.build(length => {
				const value = BigInt(this.#random.below(length));
				return { kind: 'constant', type: 'usize', text: `${value}`, value, isOpen: true };
			});
			const type = isScalar(path.shape) ? path.shape : 'u8';
			return { kind: 'note', expression: { kind: 'read', type, place } };
		});
	}
}
