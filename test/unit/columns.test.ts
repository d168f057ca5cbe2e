import { expect, test } from 'vitest';
import { alignColumns } from '../../examples/shell/columns.ts';

test('columns are as wide as their widest cell, and rows end where their text does', () => {
	const rows = [
		['line', 'hart', 'handler', 'at'],
		['plic 10', '0', 'a name that is longer than its heading', ''],
		['', '', 'b', 'here'],
		['x', '123456', '', ''],
	];

	expect(alignColumns(['left', 'right', 'left', 'left'], rows)).toEqual([
		'line       hart  handler                                 at',
		'plic 10       0  a name that is longer than its heading',
		'                 b                                       here',
		'x        123456',
	]);
});

test('no rows are no rows', () => {
	expect(alignColumns(['left'], [])).toEqual([]);
});
