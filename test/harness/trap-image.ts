import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { compileC, link } from '../../scripts/link.ts';
import { proveImage } from '../../scripts/prove.ts';
import { runTool } from '../../scripts/tool.ts';
import { assemblyFlags, tools } from '../../scripts/toolchain.ts';
import { compileHandlers } from './interrupts.ts';

/** What linker.ld and the kernel of `compileHandlers` want: a vector with two entries, and no more. */
const boot = (start: string) => `
	.section .text.boot, "ax"
	.globl _start
_start:
	call ${start}
	.section .bss.hartsReleased, "aw", @nobits
	.globl hartsReleased
hartsReleased:
	.zero 8
	.section .text.trap, "ax"
	.balign 256
	.globl trapVector
trapVector:
	j exceptionVector
	j externalEntry
externalEntry:
	csrrw sp, mscratch, sp
	sd ra, 0(sp)
	sd a3, 48(sp)
	call dispatchExternal
	mret
exceptionVector:
	sd t4, 272(sp)
	call exceptionEntry
	mret
	.globl memset
memset:
	ret
`;

/**
 * Links handlers to an image and gives the text of handlers.txt. `wait`, which they may import, is
 * written in assembly: the kernel's own, or, with `isOrdinary`, some other object's.
 */
export async function proveHandlers(
	main: string,
	wait: readonly string[] = ['ret'],
	isOrdinary = false,
): Promise<string> {
	const folder = mkdtempSync(join(tmpdir(), 'trapline-proof-'));
	try {
		const native = compileHandlers(main);
		if (native.c === '') throw new Error(native.diagnostics.map(d => d.message).join('\n'));
		writeFileSync(join(folder, 'native.c'), native.c);
		const start = native.exports.find(({ name }) => name === 'start')?.symbol ?? '';
		const [object, trap, other] = await Promise.all([
			compileC('native', join(folder, 'native.c')),
			assemble(boot(start), 'trap', folder),
			assemble(`	.text\n	.globl wait\nwait:\n${wait.join('\n')}\n`, 'other', folder),
		]);
		const linked = await link('native', [trap, object, other], folder);
		return proveImage(linked, native.graph, object, isOrdinary ? [trap] : [trap, other]);
	} finally {
		rmSync(folder, { recursive: true });
	}
}

async function assemble(text: string, name: string, folder: string): Promise<string> {
	const source = join(folder, `${name}.S`);
	const object = join(folder, `${name}.o`);
	writeFileSync(source, text);
	await runTool(tools.gcc, [...assemblyFlags, '-c', source, '-o', object]);
	return object;
}
