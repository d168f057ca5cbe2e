import type { Place } from '../nodes.ts';
import { integers, isScalar, type Shape } from '../shapes.ts';
import type { Function, Statement, Struct } from '../tree.ts';
import { field, readOf } from './build.ts';
import { openConstant } from './constants.ts';
import { Units } from './units.ts';

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

/** Makes constants, enums, structures and classes. */
export class Types extends Units {
	protected constant(count: number): void {
		const type = this.random.pick(integers);
		const isTyped = this.random.chance(50);
		const { text, value } = openConstant(this.random, type);
		// A complement without a type has another value in each type that it meets.
		const isExact = isTyped || !text.startsWith('~');
		this.scope.program.constants.push({
			name: `$constant${count}`,
			type: isTyped ? type : undefined,
			text: isExact ? text : '1',
			value: isExact ? value : 1n,
		});
	}

	/** One of its members is 0: what is zeroed has a name. */
	protected enumeration(count: number): void {
		const random = this.random;
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
		this.scope.program.enumerations.push({ name, isConst: random.chance(50), type, members });
	}

	protected struct(): Struct {
		const random = this.random;
		const { structs } = this.scope.program;
		const isClass = random.chance(50);
		const name = `$${isClass ? 'Class' : 'Layout'}${structs.length}`;
		const fields = Array.from({ length: 1 + random.below(4) }, (_, i) => ({
			name: random.chance(10) ? `${random.pick(awkwardFields)}` : `f${i}`,
			shape: this.fieldShape(),
		})).filter((field, i, all) => all.findIndex(each => each.name === field.name) === i);
		const scalars = fields.filter(({ shape }) => isScalar(shape)).map(field => field.name);
		const filled = isClass ? random.shuffled(scalars.slice(0, random.below(4))) : [];
		const struct: Struct = {
			...{ name, isClass, fields, filled, methods: [], statics: [], accessors: [] },
			hasLayout: !isClass && random.chance(60),
		};
		const methods = isClass
			? Array.from({ length: random.below(3) }, (_, i) => this.method(struct, `m${i}`))
			: [];
		const statics = isClass
			? Array.from({ length: random.below(2) }, (_, i) => this.static(`s${i}`))
			: [];
		const accessors = isClass && random.chance(60) ? this.accessors(struct) : [];
		return { ...struct, methods, statics, accessors };
	}

	/** A getter, and often a setter of the same type, both with any body. */
	protected accessors(struct: Struct): Function[] {
		const type = this.statements.type();
		const get = this.method(struct, 'whole', [], type);
		if (this.random.chance(25)) return [get];
		const set = this.method(struct, 'whole', [type], type, true);
		const body = set.body.slice(0, -1);
		return [get, { ...set, body: body.length > 0 ? body : this.kept(struct, set), isSetter: true }];
	}

	/** The plainest setter: it keeps the value in a field of its type, if there is one. */
	protected kept({ name, fields }: Struct, { parameters: [value] }: Function): Statement[] {
		const found = fields.find(({ shape }) => shape === value?.shape);
		if (!found || !value) return [];
		const self: Place = { kind: 'this', shape: { struct: name } };
		const place = field(self, found.name, found.shape);
		const type = isScalar(found.shape) ? found.shape : 'u8';
		return [
			{ kind: 'expression', expression: { kind: 'assign', type, place, value: readOf(value) } },
		];
	}

	protected fieldShape(): Shape {
		const random = this.random;
		const { structs, enumerations, signatures } = this.scope.program;
		if (enumerations.length > 0 && random.chance(12))
			return { enumeration: random.pick(enumerations).name };
		if (signatures.length > 0 && random.chance(12))
			return { signature: random.pick(signatures).name, isNullable: true };
		if (structs.length > 0 && random.chance(20)) return { struct: random.pick(structs).name };
		if (random.chance(20))
			return { array: this.statements.type(), length: random.pick([1, 2, 3, 4]) };
		return this.statements.type();
	}
}
