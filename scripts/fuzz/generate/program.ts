import type { Expression, Operand, Variable } from '../nodes.ts';
import { atomicTypes, integers, isScalar, type Shape } from '../shapes.ts';
import type { Global, Program, Statement, Struct } from '../tree.ts';
import { convert, literal, readOf } from './build.ts';
import { openConstant } from './constants.ts';
import { Generics } from './generics.ts';
import type { Random } from './random.ts';
import { Types } from './types.ts';

/** Makes one program, from the top of its module down to `main`. */
export function makeProgram(random: Random): Program {
	return new ProgramMaker(random).make();
}

class ProgramMaker extends Types {
	make(): Program {
		const random = this.random;
		const { program } = this.scope;
		for (let i = random.below(4); i > 0; i--) this.constant(program.constants.length);
		for (let i = random.below(3); i > 0; i--) {
			const parameters = Array.from({ length: random.below(4) }, () => this.statements.type());
			const result = this.statements.type();
			program.signatures.push({
				name: `$Signature${program.signatures.length}`,
				parameters,
				result,
			});
		}
		for (let i = random.below(3); i > 0; i--) this.enumeration(program.enumerations.length);
		for (let i = random.below(4); i > 0; i--) program.structs.push(this.struct());
		const generics = new Generics(random);
		if (random.chance(35)) {
			const types = [0, 1].map(() => [this.scope.integer(), 1 + random.below(4)] as const);
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

		this.statements.result = undefined;
		this.scope.callable = program.functions;
		this.statements.budget = 38;
		const pointers: Statement[] = [];
		const main = this.scope.inBlock(() => {
			// Something to call through, from the start.
			for (const { name: signature } of program.signatures) {
				const variable = this.scope.variable({ signature }, false);
				this.scope.declare(variable);
				const value = this.#code(signature);
				pointers.push({ kind: 'declare', variable, isConst: false, isAnnotated: true, value });
			}
			const statements = this.statements.statements(14 + random.below(12), 0);
			return [...pointers, ...statements, ...this.#last()];
		});
		return { ...program, main, modules: random.chance(15) ? 2 + random.below(2) : 1 };
	}

	/** A table of functions of a type that take all of its parameters. */
	#table(signature: string): void {
		const { random, program } = this.scope;
		const fitting = program.functions.filter(
			each =>
				each.signature === signature &&
				!each.isArrow &&
				!this.statements.expressions.isShort(each, signature),
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

	#globals(): void {
		const random = this.random;
		const { globals, structs, signatures, enumerations } = this.scope.program;
		const constant = (shape: Shape): Expression => {
			const type = isScalar(shape) ? shape : 'u8';
			return type === 'boolean'
				? { kind: 'constant', type, text: 'true', value: 1n, isOpen: true }
				: { kind: 'constant', type, ...openConstant(random, type), isOpen: true };
		};
		for (let i = 1 + random.below(4); i > 0; i--) {
			const name = `$global${globals.length}`;
			const isHart = random.chance(15);
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
				const array = isStruct ? { struct: random.pick(structs).name } : this.statements.type();
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
		const random = this.random;
		const type = this.scope.integer();
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

	#function(): void {
		const { functions } = this.scope.program;
		functions.push(this.unit(`$function${functions.length}`, this.shapes(), undefined, 5));
	}

	/** A function that a pointer of this type may point to; it may leave parameters out. */
	#functionFor(signature: string, isArrow: boolean): void {
		const { functions, signatures } = this.scope.program;
		const { parameters, result } = signatures.find(({ name }) => name === signature) ?? {
			parameters: [],
			result: 'u8',
		};
		const isShort = this.random.chance(20);
		const shapes = isShort ? parameters.slice(0, -1) : parameters;
		const name = `$function${functions.length}`;
		functions.push({ ...this.unit(name, shapes, result, isArrow ? 0 : 3), signature, isArrow });
	}

	#code(signature: string): Operand {
		const fitting = this.scope.program.functions.filter(each => each.signature === signature);
		return { kind: 'code', name: this.random.pick(fitting).name };
	}

	/** Notes what is left in every object and variable in sight. */
	#last(): Statement[] {
		const paths = this.scope.paths(isScalar).slice(0, 24);
		return paths.map(path => {
			const place = path.build(length => {
				const value = BigInt(this.random.below(length));
				return { kind: 'constant', type: 'usize', text: `${value}`, value, isOpen: true };
			});
			const type = isScalar(path.shape) ? path.shape : 'u8';
			return { kind: 'note', expression: { kind: 'read', type, place } };
		});
	}
}
