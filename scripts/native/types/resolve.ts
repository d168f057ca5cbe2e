import ts from 'typescript';
import * as d from '../diagnostics.ts';
import { brief } from '../refuse/refusal.ts';
import { refusedType } from '../refuse/types.ts';
import { enumType, sameEnum } from './enum-type.ts';
import { argumentNames, fieldName, holds, isDerived, structureBehind } from './fields.ts';
import { isGuarded } from './guarded.ts';
import { integerName } from './integer-name.ts';
import { intrinsicName, isPointer } from './intrinsic-name.ts';
import { isLength, leastSize } from './layout.ts';
import {
	type AtomicType,
	asValue,
	booleanType,
	type Environment,
	errorType,
	type Field,
	integers,
	isPlace,
	type MachineType,
	neverType,
	nullType,
	pointerTo,
	type RegisterType,
	referenceTo,
	type StructType,
	stringType,
	typeKey,
	typeName,
	voidType,
} from './machine-type.ts';

/** Turns tsc's types into machine types. One for each program, so that a structure has one tag. */
export class TypeResolver {
	readonly #checker: ts.TypeChecker;
	readonly #report: (mistake: d.Mistake) => void;
	readonly #structs = new Map<string, StructType>();
	readonly #signatures = new Set<ts.Signature>(); // that are being resolved
	readonly #tag: (file: string, name: string) => string;
	readonly #enumValue: (member: ts.EnumMember) => bigint | undefined;

	constructor(
		checker: ts.TypeChecker,
		report: (mistake: d.Mistake) => void,
		tag: (file: string, name: string) => string,
		enumValue: (member: ts.EnumMember) => bigint | undefined,
	) {
		this.#checker = checker;
		this.#report = report;
		this.#tag = tag;
		this.#enumValue = enumValue;
	}

	/** The type of a variable, parameter or result declared with this type node. */
	value(node: ts.TypeNode, environment: Environment): MachineType {
		return asValue(this.storage(node, environment));
	}

	/** The type of a field or element declared with this type node: places lie in place. */
	storage(node: ts.TypeNode, environment: Environment): MachineType {
		return this.of(this.#checker.getTypeFromTypeNode(node), environment, node);
	}

	/** The number that a type argument like the `64` of `HandlerTable<64>` or its `N` stands for. */
	number(type: ts.Type, environment: Environment, node: ts.Node): bigint | undefined {
		if (type.isNumberLiteral() && isLength(type.value)) return BigInt(type.value);
		const bound = type.symbol && environment.get(type.symbol);
		if (typeof bound === 'bigint') return bound;
		this.#report(d.arrayLength(node));
		return undefined;
	}

	of(type: ts.Type, environment: Environment, node: ts.Node): MachineType {
		const { flags } = type;
		if (flags & ts.TypeFlags.BooleanLike) return booleanType;
		if (flags & ts.TypeFlags.Void) return voidType;
		if (flags & ts.TypeFlags.Never) return neverType;
		if (flags & ts.TypeFlags.Null) return nullType;
		if (flags & ts.TypeFlags.EnumLike) return enumType(type, this.#enumValue);
		if (flags & ts.TypeFlags.StringLike) return stringType;
		if (flags & ts.TypeFlags.TypeParameter) {
			const bound = environment.get(type.symbol);
			if (typeof bound === 'bigint') return integers.usize; // the parameter that `N` is inferred from
			if (bound !== undefined) return bound;
			return this.#reject(type, node);
		}
		if (intrinsicName(type.aliasSymbol) === 'native:memory.Ptr' && type.aliasTypeArguments?.[0]) {
			return this.#pointer(type.aliasTypeArguments[0], environment, node);
		}
		if (type.isIntersection()) {
			const pointer = type.types.find(isPointer);
			const target = pointer && this.#arguments(pointer)[0];
			if (target) return this.#pointer(target, environment, node);
		}
		const integer = integerName(type, this.#checker);
		if (integer) return integers[integer];
		if (type.isUnion()) return this.#union(type, environment, node);
		const signature = type.getCallSignatures()[0];
		if (signature && type.getCallSignatures().length === 1)
			return this.signature(signature, environment, node);
		if (type.symbol && type.flags & ts.TypeFlags.Object)
			return this.#object(type, environment, node);
		return this.#reject(type, node);
	}

	/** A function type from tsc's signature. */
	signature(signature: ts.Signature, environment: Environment, node: ts.Node): MachineType {
		if (signature.typeParameters?.length) {
			this.#report(d.genericFunctionType(node, brief(node)));
			return errorType;
		}
		const isInside = this.#signatures.has(signature);
		if (isInside) this.#report(d.endlessFunction(node, brief(node)));
		if (isInside) return errorType;
		this.#signatures.add(signature);
		const type: MachineType = {
			kind: 'function',
			parameters: signature.parameters.map(parameter => {
				const of = this.of(this.#checker.getTypeOfSymbol(parameter), environment, node);
				return this.isNothing(of, node) ? errorType : asValue(of);
			}),
			result: asValue(this.of(signature.getReturnType(), environment, node)),
			nullable: false,
		};
		this.#signatures.delete(signature);
		return type;
	}

	/** Resolves the fields of all structures, those that are only pointed to as well. A Map grows as it is walked. */
	finish(): void {
		for (const struct of this.#structs.values()) struct.fields();
	}

	/** A class or interface with these type arguments. */
	struct(
		declaration: ts.ClassDeclaration | ts.InterfaceDeclaration,
		typeArguments: readonly (MachineType | bigint)[],
	): StructType {
		const base = declaration.name?.text ?? 'default';
		const shown = argumentNames(typeArguments, typeName);
		const name = shown.length === 0 ? base : `${base}<${shown.join(', ')}>`;
		if (name.length > 400) {
			this.#report(d.endlessType(declaration));
			return this.struct(declaration, []);
		}
		const keys = argumentNames(typeArguments, typeKey);
		const key = `${declaration.getSourceFile().fileName}:${declaration.pos}:${keys.join()}`;
		const known = this.#structs.get(key);
		if (known) return known;
		const environment = new Map<ts.Symbol, MachineType | bigint>();
		declaration.typeParameters?.forEach((parameter, i) => {
			const symbol = this.#checker.getSymbolAtLocation(parameter.name);
			const argument = typeArguments[i];
			if (symbol && argument !== undefined) environment.set(symbol, argument);
		});
		let fields: readonly Field[] | undefined;
		const struct: StructType = {
			kind: 'struct',
			name,
			tag: this.#tag(
				declaration.getSourceFile().fileName,
				shown.length === 0 ? base : `${base}_${shown.join('_')}`,
			),
			declaration,
			environment,
			fields: () => {
				if (fields) return fields;
				const found = this.#fields(declaration, environment);
				fields = found; // known before the search below comes back here
				fields = found.filter(field => {
					if (!holds(field.type, struct, new Set())) return true;
					this.#report(d.embedsItself(declaration.name ?? declaration, name));
					return false;
				});
				return fields;
			},
		};
		this.#structs.set(key, struct);
		return struct;
	}

	#fields(
		declaration: ts.ClassDeclaration | ts.InterfaceDeclaration,
		environment: Environment,
	): Field[] {
		const fields: Field[] = [];
		for (const member of declaration.members) {
			const isField = ts.isPropertyDeclaration(member) || ts.isPropertySignature(member);
			if (!isField || (!ts.isIdentifier(member.name) && !ts.isPrivateIdentifier(member.name)))
				continue;
			const modifiers = ts.getCombinedModifierFlags(member);
			if (modifiers & ts.ModifierFlags.Static) continue;
			const type = member.type
				? this.storage(member.type, environment)
				: this.of(this.#checker.getTypeAtLocation(member), environment, member);
			if (this.isNothing(type, member)) continue;
			fields.push({
				name: fieldName(member.name),
				type,
				isReadonly: (modifiers & ts.ModifierFlags.Readonly) !== 0,
				isGuarded: isGuarded(member.type, this.#checker),
			});
		}
		return fields;
	}

	#union(type: ts.UnionType, environment: Environment, node: ts.Node): MachineType {
		const ofEnum = sameEnum(type);
		const [only, ...more] = type.types.filter(part => !(part.flags & ts.TypeFlags.Null));
		if (ofEnum) return this.of(ofEnum, environment, node);
		if (!only || more.length > 0) return this.#reject(type, node);
		const inner = this.of(only, environment, node);
		if (inner.kind === 'pointer' || inner.kind === 'function') return { ...inner, nullable: true };
		if (isPlace(inner)) return referenceTo(inner, true);
		if (inner.kind !== 'error') this.#report(d.nullableType(node, typeName(inner)));
		return errorType;
	}

	readonly #arguments = (type: ts.Type): readonly ts.Type[] =>
		this.#checker.getTypeArguments(type as ts.TypeReference) ?? [];

	#object(type: ts.Type, environment: Environment, node: ts.Node): MachineType {
		const [first, second] = this.#arguments(type);
		switch (intrinsicName(type.symbol)) {
			case 'native:memory.FixedArray': {
				if (!first || !second) return errorType;
				const length = this.number(second, environment, node);
				const element = this.of(first, environment, node);
				if (length === undefined || element.kind === 'error' || this.isNothing(element, node))
					return errorType;
				const array: MachineType = { kind: 'array', element, length };
				const isTooLarge = leastSize(array) >= 2n ** 31n;
				if (isTooLarge) this.#report(d.tooLarge(node, typeName(array)));
				return isTooLarge ? errorType : array;
			}
			case 'native:memory.Slice': {
				const element = first ? this.of(first, environment, node) : errorType;
				return element.kind === 'error' ? element : { kind: 'slice', element };
			}
			case 'native:memory.Pointer':
			case 'native:memory.Target':
				return first ? this.#pointer(first, environment, node) : errorType;
			case 'native:atomic.Atomic':
				return first ? this.atomic(this.of(first, environment, node), node) : errorType;
			case 'native:mmio.ReadOnly':
			case 'native:mmio.WriteOnly':
			case 'native:mmio.ReadWrite': {
				const of = first ? this.of(first, environment, node) : errorType;
				if (of.kind !== 'integer') return of.kind === 'error' ? of : this.#reject(type, node);
				return { kind: 'register', access: type.symbol.name as RegisterType['access'], of };
			}
		}
		const declaration = structureBehind(type.symbol);
		if (!declaration) return this.#reject(type, node);
		if (isDerived(declaration)) return errorType; // refused as a form
		const parameters = declaration.typeParameters ?? [];
		const bound = this.#arguments(type).slice(0, parameters.length);
		const values: (MachineType | bigint)[] = [];
		for (const argument of bound) {
			const isNumber =
				argument.isNumberLiteral() ||
				(argument.symbol && typeof environment.get(argument.symbol) === 'bigint');
			const value = isNumber
				? this.number(argument, environment, node)
				: this.of(argument, environment, node);
			if (value === undefined || (typeof value !== 'bigint' && value.kind === 'error'))
				return errorType;
			values.push(value);
		}
		return this.struct(declaration, values);
	}

	#pointer(of: ts.Type, environment: Environment, node: ts.Node): MachineType {
		const target = this.of(of, environment, node);
		return this.isNothing(target, node) ? errorType : pointerTo(target);
	}

	/** Whether a type has no values to store; reports it. */
	isNothing(type: MachineType, node: ts.Node): boolean {
		const isNothing = ['void', 'never', 'null', 'constant'].includes(type.kind);
		if (isNothing) this.#report(d.cannotEmbed(node, type));
		return isNothing;
	}

	/** `Atomic<of>`, if there are atomic accesses of that width. */
	atomic(of: MachineType, node: ts.Node): AtomicType | typeof errorType {
		const isWord =
			(of.kind === 'integer' && of.bits >= 32) || of.kind === 'pointer' || of.kind === 'function';
		if (isWord) return { kind: 'atomic', of };
		if (of.kind !== 'error') this.#report(d.atomicWidth(node, of));
		return errorType;
	}

	#reject(type: ts.Type, node: ts.Node): typeof errorType {
		const mistake = refusedType(type, node, this.#checker);
		if (mistake) this.#report(mistake);
		return errorType;
	}
}
