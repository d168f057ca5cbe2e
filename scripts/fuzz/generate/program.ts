import {
	type Body,
	type Expression,
	type Function,
	integers,
	isScalar,
	type Operand,
	type Program,
	type Shape,
	type Statement,
	type Struct,
	type Variable,
} from '../tree.ts';
import { openConstant } from './constants.ts';
import type { Random } from './random.ts';
import { Scope } from './scope.ts';
import { Statements } from './statements.ts';

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
		for (let i = random.below(4); i > 0; i--) program.structs.push(this.#struct());
		this.#globals();
		for (const { name } of program.signatures) this.#functionFor(name, random.chance(40));
		for (let i = 1 + random.below(3); i > 0; i--) this.#function();
		for (const { name } of program.signatures) this.#functionFor(name, random.chance(40));

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
		return { ...program, main };
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
		const struct: Struct = { name, isClass, fields, filled, methods: [] };
		const methods = isClass
			? Array.from({ length: random.below(3) }, (_, i) => this.#method(struct, `m${i}`))
			: [];
		return { ...struct, methods };
	}

	#fieldShape(): Shape {
		const random = this.#random;
		const { structs } = this.#scope.program;
		if (structs.length > 0 && random.chance(20)) return { struct: random.pick(structs).name };
		if (random.chance(20))
			return { array: this.#statements.type(), length: random.pick([1, 2, 3, 4]) };
		return this.#statements.type();
	}

	#globals(): void {
		const random = this.#random;
		const { globals, structs } = this.#scope.program;
		const constant = (shape: Shape): Expression => {
			const type = isScalar(shape) ? shape : 'u8';
			return type === 'boolean'
				? { kind: 'constant', type, text: 'true', value: 1n, isOpen: true }
				: { kind: 'constant', type, ...openConstant(random, type), isOpen: true };
		};
		for (let i = 1 + random.below(4); i > 0; i--) {
			const name = `$global${globals.length}`;
			const kind = random.weighted({ scalar: 4, array: 3, struct: structs.length > 0 ? 5 : 0 });
			if (kind === 'scalar') {
				const shape = random.pick(integers);
				globals.push({ name, shape, values: [constant(shape)] });
			} else if (kind === 'array') {
				const isStruct = structs.length > 0 && random.chance(40);
				const array = isStruct ? { struct: random.pick(structs).name } : this.#statements.type();
				globals.push({ name, shape: { array, length: random.pick([2, 3, 4]) }, values: [] });
			} else {
				const { name: struct, fields, filled } = random.pick(structs);
				const values = filled.map(each =>
					constant(fields.find(field => field.name === each)?.shape ?? 'u8'),
				);
				globals.push({ name, shape: { struct }, values });
			}
		}
	}

	#method(struct: Struct, name: string): Function {
		this.#scope.self = struct;
		const { globals } = this.#scope.program;
		const hidden = globals.splice(0); // They come after the classes.
		const method = this.#unit(name, this.#shapes(), undefined, 4);
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
