/** An execution in words: one line for each memory operation, in global memory order. */

import { type ElfSymbol, readElf } from '../image/elf.ts';
import { runTool } from '../tool.ts';
import { tools } from '../toolchain.ts';
import type { Execution } from './check.ts';

export async function describe(
	path: string,
	elf: Buffer,
	execution: Execution,
): Promise<readonly string[]> {
	const objects = readElf(elf).symbols.filter(({ size, executable }) => size > 0 && !executable);
	const input = execution.order.map(({ event }) => `${event.pc.toString(16)}\n`).join('');
	const places = (await runTool(tools.addr2line, ['-e', path], { input })).split('\n');
	const lines = execution.order.map(({ thread, event }, at) => {
		const { address, read, written } = event;
		const did = [
			...(read ? [`reads ${hex(read.value)}`] : []),
			...(written === undefined ? [] : [`writes ${hex(written)}`]),
		];
		const place = /(?:kernel|boot|test)\/\S+:\d+/.exec(places[at] ?? '')?.[0] ?? '';
		return `    hart ${thread}  ${nameOf(address, objects).padEnd(36)} ${did.join(', ').padEnd(32)} ${place}`;
	});
	const outcomes = execution.outcomes.map((outcome, hart) => `hart ${hart}: ${String(outcome)}`);
	return [...lines, `    returned: ${outcomes.join(', ')}`];
}

const hex = (value: bigint) => (value < 10n ? `${value}` : `0x${value.toString(16)}`);

/** `table__slots+8`; an address that no object has is a hart's own. */
function nameOf(address: number, objects: readonly ElfSymbol[]): string {
	const object = objects.find(
		each => each.address <= address && address < each.address + each.size,
	);
	if (!object) return `0x${address.toString(16)}`;
	const offset = address - object.address;
	return offset === 0 ? object.name : `${object.name}+${offset}`;
}
