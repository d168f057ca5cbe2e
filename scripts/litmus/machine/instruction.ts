/** What the litmus tool knows of an instruction: what it does, and what orders it. */

/** Which accesses a fence orders: one letter for each bit. [UNPRIV] "Memory Ordering Instructions" */
export interface FenceSet {
	readonly reads: boolean;
	readonly writes: boolean;
}

interface Common {
	readonly bytes: 2 | 4;
}

interface Annotated {
	readonly aq: boolean;
	readonly rl: boolean;
}

export type Instruction = Common &
	(
		| { readonly kind: 'constant'; rd: number; value: bigint; relative: boolean }
		| { readonly kind: 'immediate'; name: Operation; rd: number; rs1: number; value: bigint }
		| { readonly kind: 'register'; name: Operation; rd: number; rs1: number; rs2: number }
		| { readonly kind: 'jump'; rd: number; offset: bigint }
		| { readonly kind: 'jumpTo'; rd: number; rs1: number; offset: bigint }
		| { readonly kind: 'branch'; name: Condition; rs1: number; rs2: number; offset: bigint }
		| {
				readonly kind: 'load';
				rd: number;
				rs1: number;
				offset: bigint;
				size: Size;
				unsigned: boolean;
		  }
		| { readonly kind: 'store'; rs1: number; rs2: number; offset: bigint; size: Size }
		| ({ readonly kind: 'lr'; rd: number; rs1: number; size: Size } & Annotated)
		| ({ readonly kind: 'sc'; rd: number; rs1: number; rs2: number; size: Size } & Annotated)
		| ({
				readonly kind: 'amo';
				name: AmoName;
				rd: number;
				rs1: number;
				rs2: number;
				size: Size;
		  } & Annotated)
		| { readonly kind: 'fence'; pred: FenceSet; succ: FenceSet; tso: boolean }
		| { readonly kind: 'csr'; name: 'w' | 's' | 'c'; rd: number; csr: number; rs1: number }
		| {
				readonly kind: 'csrImmediate';
				name: 'w' | 's' | 'c';
				rd: number;
				csr: number;
				value: bigint;
		  }
		| { readonly kind: 'wait' }
		| { readonly kind: 'trap' }
	);

export type Size = 1 | 2 | 4 | 8;

export type Operation =
	| ('add' | 'sub' | 'sll' | 'slt' | 'sltu' | 'xor' | 'srl' | 'sra' | 'or' | 'and')
	| ('addw' | 'subw' | 'sllw' | 'srlw' | 'sraw')
	| ('mul' | 'mulh' | 'mulhu' | 'mulhsu' | 'div' | 'divu' | 'rem' | 'remu')
	| ('mulw' | 'divw' | 'divuw' | 'remw' | 'remuw');

export type Condition = 'eq' | 'ne' | 'lt' | 'ge' | 'ltu' | 'geu';

export type AmoName = 'swap' | 'add' | 'xor' | 'and' | 'or' | 'min' | 'max' | 'minu' | 'maxu';
