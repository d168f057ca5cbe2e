import ts from 'typescript';
import type { Position } from '../c/ast.ts';

/** A mistake in the user's program, ready to be shown. Lines and columns count from 1. */
export interface Diagnostic {
	readonly code: string;
	readonly file: string;
	readonly line: number;
	readonly column: number;
	readonly length: number;
	readonly message: string;
	readonly help?: string;
	/** The source line that holds the place. */
	readonly frame: string;
	/** How the program comes to that place, one call a line. */
	readonly chain?: readonly string[];
}

/** A mistake before it is tied to a place in a file. */
export interface Mistake {
	readonly code: string;
	readonly node: ts.Node;
	readonly message: string;
	readonly help: string;
}

/** A mistake that a proof found in the lowered program, which knows lines only. */
export interface Finding {
	readonly code: string;
	readonly position: Position;
	readonly message: string;
	readonly help: string;
	readonly chain: readonly string[];
}

/** A kind of mistake: its code, the sentence, and what to write instead. */
export const define =
	<Parameters extends readonly unknown[]>(
		code: string,
		message: (...parameters: Parameters) => string,
		help: (...parameters: Parameters) => string,
	) =>
	(node: ts.Node, ...parameters: Parameters): Mistake => ({
		code,
		node,
		message: message(...parameters),
		help: help(...parameters),
	});

/** The same for what a proof finds. */
export const defineFinding =
	<Parameters extends readonly unknown[]>(
		code: string,
		message: (...parameters: Parameters) => string,
		help: (...parameters: Parameters) => string,
	) =>
	(position: Position, chain: readonly string[], ...parameters: Parameters): Finding => ({
		code,
		position,
		message: message(...parameters),
		help: help(...parameters),
		chain,
	});

/** Stands for the node of a mistake that will be told by its line. */
export const nowhere: ts.Node = ts.factory.createEmptyStatement();

/** A mistake that no node shows: what a tool said of a line. */
export const at = (position: Position, { code, help, message }: Mistake): Finding => ({
	code,
	position,
	message,
	help,
	chain: [],
});
