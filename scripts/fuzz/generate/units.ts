import type { Variable } from '../nodes.ts';
import { isScalar, type Shape } from '../shapes.ts';
import type { Body, Function, Statement, Struct } from '../tree.ts';
import type { Random } from './random.ts';
import { Scope } from './scope.ts';
import { Statements } from './statements.ts';

/** Makes functions and methods with random bodies. */
export class Units {
	protected readonly random: Random;
	protected readonly scope: Scope;
	protected readonly statements: Statements;

	constructor(random: Random) {
		this.random = random;
		this.scope = new Scope(random);
		this.statements = new Statements(this.scope);
	}

	protected method(
		struct: Struct,
		name: string,
		shapes = this.shapes(),
		result?: Function['result'],
		isSetter = false,
	): Function {
		this.scope.self = struct;
		const { globals } = this.scope.program;
		const hidden = globals.splice(0); // They come after the classes.
		const method = this.unit(name, shapes, result, 4, isSetter);
		globals.push(...hidden);
		this.scope.self = undefined;
		return method;
	}

	protected shapes(): Shape[] {
		const random = this.random;
		const { structs, signatures } = this.scope.program;
		return Array.from({ length: random.below(4) }, (): Shape => {
			if (structs.length > 0 && random.chance(20)) return { struct: random.pick(structs).name };
			if (signatures.length > 0 && random.chance(12))
				return { signature: random.pick(signatures).name };
			if (random.chance(12)) return { slice: this.scope.integer(), length: 1 };
			return this.statements.type();
		});
	}

	protected unit(
		name: string,
		shapes: readonly Shape[],
		wanted: Function['result'] | undefined,
		count: number,
		isSetter = false,
	): Function {
		const statements = this.statements;
		const result = wanted ?? statements.type();
		statements.result = result;
		statements.budget = count * 2;
		this.scope.callable = this.scope.self ? [] : [...this.scope.program.functions];
		const parameters: Variable[] = [];
		const body = this.scope.inBlock((): Body => {
			for (const shape of shapes) {
				const variable = this.scope.variable(shape, false);
				parameters.push(variable);
				this.scope.declare(isScalar(shape) ? variable : { ...variable, isFixed: true });
			}
			if (isSetter) statements.result = undefined;
			const made: Statement[] = statements.statements(count, 1);
			const value = statements.expressions.of(result, { isDecided: true, depth: 3 });
			return [...made, { kind: 'return', value }];
		});
		return { name, parameters, result, body, isArrow: false, signature: undefined };
	}

	/** A static method sees neither an object nor what comes after its class. */
	protected static(name: string): Function {
		const { program } = this.scope;
		const [functions, globals] = [program.functions.splice(0), program.globals.splice(0)];
		const made = this.unit(name, this.shapes(), undefined, 3);
		program.functions.push(...functions);
		program.globals.push(...globals);
		return made;
	}
}
