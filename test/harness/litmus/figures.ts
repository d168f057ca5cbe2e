/** Known litmus tests of one word and of atomics, and the figures of [UNPRIV] "RVWMO Explanatory Material". */

import { address, type KnownLitmus, named } from './row.ts';

const oneWord = named([
	['CoRR', 'forbidden', '1:a0=1 1:a1=0', 'sw t1,0(s0)', 'lw a0,0(s0); lw a1,0(s0)'],
	['CoRR+lr', 'forbidden', '1:a0=1 1:a1=0', 'sw t1,0(s0)', 'lw a0,0(s0); lr.w a1,(s0)'],
	['CoWW', 'forbidden', 'x=1', 'sw t1,0(s0); sw t2,0(s0)', 'lw a0,0(s0)'],
	['CoRW1', 'forbidden', '0:a0=1', 'lw a0,0(s0); sw t1,0(s0)'],
	['CoRW2', 'forbidden', '1:a0=1 x=1', 'sw t1,0(s0)', 'lw a0,0(s0); sw t2,0(s0)'],
	['CoWR', 'forbidden', '1:a0=1 x=2', 'sw t1,0(s0)', 'sw t2,0(s0); lw a0,0(s0)'],
	[
		'CoWR, the last is the one that is read',
		'allowed',
		'1:a0=1 x=1',
		'sw t1,0(s0)',
		'sw t2,0(s0); lw a0,0(s0)',
	],
	[
		'CoRR2',
		'forbidden',
		'1:a0=1 1:a1=2 2:a0=2 2:a1=1',
		'sw t1,0(s0); sw t2,0(s0)',
		'lw a0,0(s0); lw a1,0(s0)',
		'lw a0,0(s0); lw a1,0(s0)',
	],
]);

const oneSample = [
	'li t1,1; sw t1,0(s0); li t2,2; sw t2,0(s0); lw a0,0(s0); li t3,3; sw t3,0(s0)',
	'li t4,4; sw t4,0(s0); li t5,5; sw t5,0(s0)',
] as const;
const publish = 'sw t1,0(s0); fence w,w; sw t1,0(s1)';
const forwarded = (store: string, mine: string, other: string) =>
	`${store.replace('@', mine)}; lw a0,0(${mine}); fence r,r; lw a1,0(${other})`;
const increment = '1: lr.w t3,(s0); addi t4,t3,1; sc.w t5,t4,(s0); bnez t5,1b';

const manual = named([
	['the sample, 1', 'forbidden', '0:a0=1', ...oneSample],
	['the sample, 2', 'allowed', '0:a0=2', ...oneSample],
	['the sample, 3', 'forbidden', '0:a0=3', ...oneSample],
	['the sample, 4', 'allowed', '0:a0=4', ...oneSample],
	['the sample, 5', 'allowed', '0:a0=5', ...oneSample],
	[
		'store buffer forwarding',
		'allowed',
		'0:a0=1 0:a1=0 1:a0=1 1:a1=0',
		forwarded('sw t1,0(@)', 's0', 's1'),
		forwarded('sw t1,0(@)', 's1', 's0'),
	],
	[
		'no forwarding from an AMO',
		'forbidden',
		'0:a0=1 0:a1=0 1:a0=1 1:a1=0',
		forwarded('amoswap.w x0,t1,(@)', 's0', 's1'),
		forwarded('amoswap.w x0,t1,(@)', 's1', 's0'),
	],
	[
		'no forwarding from an SC',
		'forbidden',
		'0:a0=1 0:a1=0 1:a0=1 1:a1=0',
		forwarded('lr.w t3,(@); sc.w t3,t1,(@)'.replaceAll('(@)', '(s0)'), 's0', 's1'),
		forwarded('lr.w t3,(@); sc.w t3,t1,(@)'.replaceAll('(@)', '(s1)'), 's1', 's0'),
	],
	[
		'PPOCA',
		'allowed',
		'1:a0=1 1:a1=1 1:a2=0',
		publish,
		`1: lw a0,0(s1); beqz a0,1b; sw t1,0(s2); lw a1,0(s2); ${address('a1', 's0')}; lw a2,0(t3)`,
	],
	[
		'PPOAA',
		'forbidden',
		'1:a0=1 1:a1=1 1:a2=0',
		publish,
		`lw a0,0(s1); ${address('a0', 's2')}; sw t1,0(t3); lw a1,0(s2); ${address('a1', 's0')}; lw a2,0(t3)`,
	],
	[
		'MP+fence.w.w+fri-rfi-addr',
		'allowed',
		'1:a0=1 1:a1=2 1:a2=0',
		publish,
		`lw a0,0(s1); sw t2,0(s1); lw a1,0(s1); ${address('a1', 's0')}; lw a2,0(t3)`,
	],
	[
		'RSW',
		'allowed',
		'1:a0=1 1:a1=0 1:a2=0 1:a3=0',
		publish,
		`lw a0,0(s1); ${address('a0', 's2')}; lw a1,0(t3); lw a2,0(s2); ${address('a2', 's0')}; lw a3,0(t3)`,
	],
	[
		'RDW',
		'forbidden',
		'1:a0=1 1:a1=0 1:a2=1 1:a3=0',
		publish,
		`lw a0,0(s1); ${address('a0', 's2')}; lw a1,0(t3); lw a2,0(s2); ${address('a2', 's0')}; lw a3,0(t3)`,
		'sw t1,0(s2)',
	],
	[
		'rule 12: data, forwarded',
		'forbidden',
		'1:a0=1 1:a3=0',
		publish,
		`lw a0,0(s1); sw a0,0(s2); lw a1,0(s2); ${address('a1', 's0')}; lw a3,0(t3)`,
	],
	[
		'rule 12 does not pass another store',
		'allowed',
		'1:a0=1 1:a3=0',
		publish,
		`lw a0,0(s1); sw a0,0(s2); sw t1,0(s2); lw a1,0(s2); ${address('a1', 's0')}; lw a3,0(t3)`,
	],
	[
		'rule 13: an address, then a store',
		'forbidden',
		'0:a0=1 1:a0=1',
		'lw a0,0(s0); fence rw,rw; sd s2,0(s1)',
		'ld a1,0(s1); sltu a0,x0,a1; beqz a1,1f; lw a2,0(a1); 1: sw t1,0(s0)',
	],
	[
		'no control dependency to a load',
		'allowed',
		'1:a0=1 1:a1=0',
		publish,
		'lw a0,0(s1); beqz a0,1f; lw a1,0(s0); 1:',
	],
	[
		'an SC succeeds after a store of its own hart',
		'allowed',
		'0:a0=0 x=2',
		'lr.w t3,(s0); sw t1,0(s0); sc.w a0,t2,(s0)',
	],
	[
		'an SC does not pass a store of another',
		'forbidden',
		'0:a0=0 0:a1=0 x=2',
		'lr.w a1,(s0); sc.w a0,t2,(s0); lw t3,0(s0); bne t3,t2,1f; li a0,9; 1:',
		'sw t1,0(s0)',
	],
	['an SC without an LR fails', 'forbidden', '0:a0=0', 'sc.w a0,t2,(s0)'],
	['an SC may fail', 'allowed', '0:a0=1', 'lr.w t3,(s0); sc.w a0,t2,(s0)'],
	['LR/SC loses no increment', 'forbidden', 'x=1', increment, increment],
	['LR/SC counts two increments', 'allowed', 'x=2', increment, increment],
	['an AMO loses no increment', 'forbidden', 'x=1', 'amoadd.w x0,t1,(s0)', 'amoadd.w x0,t1,(s0)'],
	[
		'two AMOs do not read the same',
		'forbidden',
		'0:a0=0 1:a0=0',
		'amoswap.w a0,t1,(s0)',
		'amoswap.w a0,t1,(s0)',
	],
	[
		'loads and stores lose an increment',
		'allowed',
		'x=1',
		'lw t3,0(s0); addi t3,t3,1; sw t3,0(s0)',
		'lw t3,0(s0); addi t3,t3,1; sw t3,0(s0)',
	],
	[
		'nothing but a store comes between an LR and its SC',
		'forbidden',
		'0:a0=0 0:a1=0 1:a0=0 x=2',
		'lr.w a1,(s0); sc.w a0,t2,(s0)',
		'amoswap.w a0,t1,(s0)',
	],
	[
		'a lock by .aq and .rl',
		'forbidden',
		'0:a0=0 1:a0=0 0:a1=0 1:a1=0',
		'amoswap.w.aq a0,t1,(s0); lw a1,0(s1); sw t1,0(s1); amoswap.w.rl x0,x0,(s0)',
		'amoswap.w.aq a0,t1,(s0); lw a1,0(s1); sw t1,0(s1); amoswap.w.rl x0,x0,(s0)',
	],
	[
		'a lock without .aq',
		'allowed',
		'0:a0=0 1:a0=0 0:a1=0 1:a1=0',
		'amoswap.w a0,t1,(s0); lw a1,0(s1); sw t1,0(s1); amoswap.w.rl x0,x0,(s0)',
		'amoswap.w a0,t1,(s0); lw a1,0(s1); sw t1,0(s1); amoswap.w.rl x0,x0,(s0)',
	],
	[
		'a lock without .rl',
		'allowed',
		'0:a0=0 1:a0=0 0:a1=0 1:a1=0',
		'amoswap.w.aq a0,t1,(s0); lw a1,0(s1); sw t1,0(s1); amoswap.w x0,x0,(s0)',
		'amoswap.w.aq a0,t1,(s0); lw a1,0(s1); sw t1,0(s1); amoswap.w x0,x0,(s0)',
	],
]);

/** Its own success is what the SC would write: the success stands for the store, which comes first. */
const lrsc: KnownLitmus = {
	name: 'LB through the success of an SC',
	verdict: 'forbidden',
	outcome: '0:a0=0 1:a3=0',
	initial: { x: 1n, z: 1n },
	harts: ['ld a0,0(s0); lr.d a1,(s1); sc.d a2,a0,(s1); sd a2,0(s2)', 'ld a3,0(s2); sd a3,0(s0)'],
};

export const figures: readonly KnownLitmus[] = [...oneWord, ...manual, lrsc];
