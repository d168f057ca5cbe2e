/**
 * A sorted map from code addresses to small numbers, four bytes a row: the low half of the address
 * and the value. The rows of one 64 KiB block of code stand together; `firstRows` says where.
 */

export interface AddressRow {
	readonly address: number;
	readonly value: number; // 0 = nothing is known from this address on
}

export interface AddressMap {
	readonly firstRows: readonly number[]; // by block, and one more
	readonly keys: readonly number[];
	readonly values: readonly number[];
}

const blockBits = 16;
const largestValue = 0xffff;

/**
 * Of several rows at one address the last counts, but a value counts more than a 0: a range's end
 * may be the next one's start. What lies outside `start` … `end` was discarded by the linker.
 */
export function buildAddressMap(
	rows: readonly AddressRow[],
	start: number,
	end: number,
): AddressMap {
	const sorted = rows
		.filter(row => row.address >= start && row.address < end)
		.sort((a, b) => a.address - b.address || Number(a.value > 0) - Number(b.value > 0));
	const kept: AddressRow[] = [{ address: start, value: 0 }];
	for (const row of sorted) {
		const value = row.value > largestValue ? 0 : row.value;
		if (kept[kept.length - 1]?.address === row.address) kept.pop();
		if (kept[kept.length - 1]?.value !== value) kept.push({ address: row.address, value });
	}
	if (kept[0]?.address !== start) kept.unshift({ address: start, value: 0 });

	const blockCount = Math.ceil((end - start) / 2 ** blockBits);
	const firstRows: number[] = [];
	for (let row = 0, block = 0; block <= blockCount; block++) {
		while (row < kept.length && (kept[row]?.address ?? 0) - start < block * 2 ** blockBits) row++;
		firstRows.push(row);
	}
	return {
		firstRows,
		keys: kept.map(row => (row.address - start) % 2 ** blockBits),
		values: kept.map(row => row.value),
	};
}
