/**
 * Litmus tests whose results under RVWMO are known: the figures of [UNPRIV] "RVWMO Explanatory Material", and
 * the shapes of the literature, named as its tools name them, after what orders each hart's accesses.
 */

import { figures } from './figures.ts';
import { manyHarts } from './many-harts.ts';
import type { KnownLitmus, Verdict } from './row.ts';

/** One variant; all of a shape ask for the same outcome. */
type Row = readonly [name: string, verdict: Verdict, ...harts: string[]];

/** Tests of one shape: they differ in what orders their accesses. */
function shape(name: string, outcome: string, rows: readonly Row[]): readonly KnownLitmus[] {
	return rows.map(([variant, verdict, ...harts]) => ({
		name: `${name}+${variant}`,
		verdict,
		outcome,
		harts,
	}));
}

const write = (fence: string) => `sw t1,0(s0); ${fence}; sw t1,0(s1)`;
const read = (fence: string) => `lw a0,0(s1); ${fence}; lw a1,0(s0)`;
const readAddress = 'lw a0,0(s1); xor a3,a0,a0; add a3,a3,s0; lw a1,0(a3)';
const readControl = 'lw a0,0(s1); bnez a0,1f; 1: lw a1,0(s0)';

/** Message passing. */
const mp = shape('MP', '1:a0=1 1:a1=0', [
	['po', 'allowed', write('nop'), read('nop')],
	['fence.w.w+fence.r.r', 'forbidden', write('fence w,w'), read('fence r,r')],
	['fence.w.w+po', 'allowed', write('fence w,w'), read('nop')],
	['po+fence.r.r', 'allowed', write('nop'), read('fence r,r')],
	['fence.rw.w+fence.r.rw', 'forbidden', write('fence rw,w'), read('fence r,rw')],
	['fence.rw.rw+fence.rw.rw', 'forbidden', write('fence rw,rw'), read('fence rw,rw')],
	['fence.tso+fence.tso', 'forbidden', write('fence.tso'), read('fence.tso')],
	['fence.r.w+fence.r.r', 'allowed', write('fence r,w'), read('fence r,r')],
	['fence.w.r+fence.r.r', 'allowed', write('fence w,r'), read('fence r,r')],
	['fence.w.w+fence.r.w', 'allowed', write('fence w,w'), read('fence r,w')],
	['fence.w.w+fence.w.r', 'allowed', write('fence w,w'), read('fence w,r')],
	['fence.w.o+fence.r.r', 'allowed', write('fence w,o'), read('fence r,r')],
	['fence.iorw.w+fence.r.iorw', 'forbidden', write('fence iorw,w'), read('fence r,iorw')],
	['fence.i+fence.r.r', 'allowed', write('fence.i'), read('fence r,r')],
	['fence.w.w+addr', 'forbidden', write('fence w,w'), readAddress],
	['fence.w.w+ctrl', 'allowed', write('fence w,w'), readControl],
	['rl+aq', 'forbidden', 'sw t1,0(s0); amoswap.w.rl x0,t1,(s1)', 'lr.w.aq a0,(s1); lw a1,0(s0)'],
	['rl+po', 'allowed', 'sw t1,0(s0); amoswap.w.rl x0,t1,(s1)', 'lr.w a0,(s1); lw a1,0(s0)'],
	['swap+aq', 'allowed', 'sw t1,0(s0); amoswap.w x0,t1,(s1)', 'lr.w.aq a0,(s1); lw a1,0(s0)'],
	['swap.aq+aq', 'allowed', 'sw t1,0(s0); amoswap.w.aq x0,t1,(s1)', 'lr.w.aq a0,(s1); lw a1,0(s0)'],
	[
		'rl+amo.aq',
		'forbidden',
		'sw t1,0(s0); amoor.w.rl x0,t1,(s1)',
		'amoor.w.aq a0,x0,(s1); lw a1,0(s0)',
	],
	[
		'rl+amo.rl',
		'allowed',
		'sw t1,0(s0); amoor.w.rl x0,t1,(s1)',
		'amoor.w.rl a0,x0,(s1); lw a1,0(s0)',
	],
	[
		'fence.w.w+amo-addr',
		'forbidden',
		write('fence w,w'),
		readAddress.replace('lw a0,0(s1)', 'amoor.w a0,x0,(s1)'),
	],
	[
		'sc.rl+fence.r.r',
		'forbidden',
		'sw t1,0(s0); lr.w t3,(s1); sc.w.rl a0,t1,(s1)',
		read('fence r,r'),
	],
	['sc+fence.r.r', 'allowed', 'sw t1,0(s0); lr.w t3,(s1); sc.w a0,t1,(s1)', read('fence r,r')],
	[
		'lr.aq-sc+fence.r.r',
		'allowed',
		'sw t1,0(s0); lr.w.aq t3,(s1); sc.w a0,t1,(s1)',
		read('fence r,r'),
	],
	[
		'lr.aqrl-sc+fence.r.r',
		'forbidden',
		'sw t1,0(s0); lr.w.aqrl t3,(s1); sc.w a0,t1,(s1)',
		read('fence r,r'),
	],
	[
		'sc.aq-first+fence.r.r',
		'allowed',
		'lr.w t3,(s0); sc.w.aq a0,t1,(s0); sw t1,0(s1)',
		read('fence r,r'),
	],
	[
		'sc.aqrl-first+fence.r.r',
		'forbidden',
		'lr.w t3,(s0); sc.w.aqrl a0,t1,(s0); beqz a0,1f; ret; 1: sw t1,0(s1)',
		read('fence r,r'),
	],
	['swap.rl-first+fence.r.r', 'allowed', 'amoswap.w.rl x0,t1,(s0); sw t1,0(s1)', read('fence r,r')],
	[
		'swap.aq-first+fence.r.r',
		'forbidden',
		'amoswap.w.aq x0,t1,(s0); sw t1,0(s1)',
		read('fence r,r'),
	],
	[
		'sc-ctrl+fence.r.r',
		'forbidden',
		'1: lr.w t3,(s0); sc.w t4,t1,(s0); bnez t4,1b; sw t1,0(s1)',
		read('fence r,r'),
	],
]);

const stored = (fence: string, mine = 's0', other = 's1') =>
	`sw t1,0(${mine}); ${fence}; lw a0,0(${other})`;
const swapped = (annotation: string, load: string, mine = 's0', other = 's1') =>
	`amoswap.w${annotation} x0,t1,(${mine}); ${load} a0,(${other})`;

/** Store buffering: each writes, then reads the other's word. */
const sb = shape('SB', '0:a0=0 1:a0=0', [
	...(['rw,rw', 'w,r', 'rw,r', 'w,rw'] as const).map((sets): Row => {
		const fence = `fence ${sets}`;
		return [`fence.${sets}s`, 'forbidden', stored(fence), stored(fence, 's1', 's0')];
	}),
	...(['nop', 'fence.tso', 'fence rw,w', 'fence r,rw', 'fence r,r', 'fence w,w'] as const).map(
		(fence): Row => [`${fence}s`, 'allowed', stored(fence), stored(fence, 's1', 's0')],
	),
	['fence.rw.rw+po', 'allowed', stored('fence rw,rw'), stored('nop', 's1', 's0')],
	['swaps', 'allowed', swapped('', 'lw'), swapped('', 'lw', 's1', 's0')],
	['swap.aqs', 'forbidden', swapped('.aq', 'lw'), swapped('.aq', 'lw', 's1', 's0')],
	['swap.rls', 'allowed', swapped('.rl', 'lw'), swapped('.rl', 'lw', 's1', 's0')],
	['swap.aqrls', 'forbidden', swapped('.aqrl', 'lw'), swapped('.aqrl', 'lw', 's1', 's0')],
	['swap.rl-lr.aqs', 'forbidden', swapped('.rl', 'lr.w.aq'), swapped('.rl', 'lr.w.aq', 's1', 's0')],
	['swap-lr.aqs', 'allowed', swapped('', 'lr.w.aq'), swapped('', 'lr.w.aq', 's1', 's0')],
	['lr.aqs', 'allowed', 'sw t1,0(s0); lr.w.aq a0,(s1)', 'sw t1,0(s1); lr.w.aq a0,(s0)'],
	['lr.rls', 'allowed', 'sw t1,0(s0); lr.w.rl a0,(s1)', 'sw t1,0(s1); lr.w.rl a0,(s0)'],
	['lr.aqrls', 'forbidden', 'sw t1,0(s0); lr.w.aqrl a0,(s1)', 'sw t1,0(s1); lr.w.aqrl a0,(s0)'],
	[
		'amo.rls',
		'forbidden',
		'sw t1,0(s0); amoor.w.rl a0,x0,(s1)',
		'sw t1,0(s1); amoor.w.rl a0,x0,(s0)',
	],
]);

const loaded = (order: string, mine = 's0', other = 's1') =>
	`lw a0,0(${mine}); ${order.replace('@', other)}`;
const orders = {
	po: 'sw t1,0(@)',
	data: 'xor t3,a0,a0; addi t3,t3,1; sw t3,0(@)',
	addr: 'xor t3,a0,a0; add t3,t3,@; sw t1,0(t3)',
	ctrl: 'bnez a0,1f; 1: sw t1,0(@)',
	'fence.r.w': 'fence r,w; sw t1,0(@)',
	'fence.w.w': 'fence w,w; sw t1,0(@)',
	rl: 'amoswap.w.rl x0,t1,(@)',
	swap: 'amoswap.w x0,t1,(@)',
	'addr-po': 'xor t3,a0,a0; add t3,t3,s2; lw t4,0(t3); sw t1,0(@)',
	'data-po': 'xor t3,a0,a0; sw t3,0(s2); sw t1,0(@)',
	'indirect jump': 'xor t3,a0,a0; la t4,1f; add t4,t4,t3; jr t4; 1: sw t1,0(@)',
} as const;

/** Load buffering: each reads, then writes the other's word. */
const lb = shape(
	'LB',
	'0:a0=1 1:a0=1',
	Object.entries(orders).flatMap(([name, order]): Row[] => {
		const weak = ['po', 'fence.w.w', 'swap', 'data-po'].includes(name);
		return [
			[`${name}s`, weak ? 'allowed' : 'forbidden', loaded(order), loaded(order, 's1', 's0')],
			[`${name}+po`, 'allowed', loaded(order), loaded(orders.po, 's1', 's0')],
		];
	}),
);

const two = (first: string, fence: string, second: string) => `${first}; ${fence}; ${second}`;
const [x1, x2, y1, y2] = ['sw t1,0(s0)', 'sw t2,0(s0)', 'sw t1,0(s1)', 'sw t2,0(s1)'];
const [readX, readY] = ['lw a0,0(s0)', 'lw a0,0(s1)'];

const rShape = shape('R', 'y=2 1:a0=0', [
	['pos', 'allowed', two(x1, 'nop', y1), two(y2, 'nop', readX)],
	['fence.rw.rws', 'forbidden', two(x1, 'fence rw,rw', y1), two(y2, 'fence rw,rw', readX)],
	['fence.w.w+fence.w.r', 'forbidden', two(x1, 'fence w,w', y1), two(y2, 'fence w,r', readX)],
	['fence.w.w+po', 'allowed', two(x1, 'fence w,w', y1), two(y2, 'nop', readX)],
	['fence.tsos', 'allowed', two(x1, 'fence.tso', y1), two(y2, 'fence.tso', readX)],
]);

const sShape = shape('S', 'x=2 1:a0=1', [
	['pos', 'allowed', two(x2, 'nop', y1), two(readY, 'nop', x1)],
	['fence.w.w+po', 'allowed', two(x2, 'fence w,w', y1), two(readY, 'nop', x1)],
	['fence.w.w+fence.r.w', 'forbidden', two(x2, 'fence w,w', y1), two(readY, 'fence r,w', x1)],
	['fence.w.w+ctrl', 'forbidden', two(x2, 'fence w,w', y1), two(readY, 'bnez a0,1f; 1:', x1)],
	['po+ctrl', 'allowed', two(x2, 'nop', y1), two(readY, 'bnez a0,1f; 1:', x1)],
]);

const writes = shape('2+2W', 'x=1 y=1', [
	['pos', 'allowed', two(x1, 'nop', y2), two(y1, 'nop', x2)],
	['fence.w.ws', 'forbidden', two(x1, 'fence w,w', y2), two(y1, 'fence w,w', x2)],
	['fence.w.w+po', 'allowed', two(x1, 'fence w,w', y2), two(y1, 'nop', x2)],
	['fence.tsos', 'forbidden', two(x1, 'fence.tso', y2), two(y1, 'fence.tso', x2)],
]);

export const known: readonly KnownLitmus[] = [
	...mp,
	...sb,
	...lb,
	...rShape,
	...sShape,
	...writes,
	...manyHarts,
	...figures,
];
