import type { InterruptCode } from '../../scripts/native/check/interrupts.ts';
import type { NativeOutput } from '../../scripts/native/compile.ts';
import { renderDiagnostic } from '../../scripts/native/render.ts';
import { compileText } from './native.ts';

/** What the trap vector of these programs calls, and what their assembly defines. */
export const interruptCode: InterruptCode = {
	entries: ['dispatchExternal', 'exceptionEntry'],
	assembly: ['wait'],
};

/** A kernel of one slot: `table.ts`, whose `register` makes a function a handler. */
const table = `
import { type Atomic, load, store } from 'native:atomic';
import { exportSymbol } from 'native:link';
import { zeroed } from 'native:memory';
export type Handler = (irq: usize) => void;
export class Table<N extends number> {
	private readonly slot: Atomic<Handler | null>;
	constructor(_size: N) {}
	register(handler: Handler): void { store(this.slot, handler, 'release'); }
	handle(irq: usize): void {
		const handler = load(this.slot, 'acquire');
		if (handler !== null) handler(irq);
	}
}
const table = new Table(1);
export function register(handler: Handler): void { table.register(handler); }
function dispatch(): void { table.handle(1); }
exportSymbol('dispatchExternal', dispatch);
function exceptionEntry(): void {}
exportSymbol('exceptionEntry', exceptionEntry);
function panicIndex(index: u64, length: u64, file: string, line: u32): never { for (;;) {} }
exportSymbol('panicIndex', panicIndex);
`;

const ordinary = 'export function log(value: number): void { console.log(value * 0.5); }';

/**
 * Compiles a module that may import `register`, `Handler` and `Table` from './table.ts', and by mistake
 * `log` from './ordinary.ts'.
 */
export function compileHandlers(main: string): NativeOutput {
	const sources = { 'main.ts': main, 'table.ts': table, 'ordinary.ts': ordinary };
	return compileText(sources, 'riscv64', undefined, interruptCode);
}

/** What the user sees of the proofs' refusals. */
export const refusalsOf = (main: string): string =>
	`\n${compileHandlers(main)
		.diagnostics.map(diagnostic => renderDiagnostic(diagnostic, '/app'))
		.join('\n')}\n`;
