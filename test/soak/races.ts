/** The races of the interrupt core: how often each runs in `make test`, and in `make soak`. */

export interface Race {
	readonly name: string;
	readonly what: string;
	readonly image: string; // in test/boot/images
	readonly letter: string; // what the image is told
	readonly harts: number;
	readonly unit: string; // what is counted
	readonly perRound: number; // so much of it comes from one round, at least
	readonly test: number; // so much is wanted in each run of `make test`
	readonly soak: number; // and so much in `make soak`
	readonly most?: number; // one boot gives no more
	readonly devices?: readonly string[]; // QEMU's arguments
	readonly pulses?: number; // the line that is raised from outside all the time
	readonly masked?: RegExp; // what the kernel may say
	readonly isNamed?: boolean; // it says so once for each of the unit
	readonly turn?: number; // instructions that a hart has before the next one; otherwise the seed chooses
	readonly latest?: number; // instructions by which an interrupt may be late, where they are counted
}

export const races: readonly Race[] = [
	{
		name: 'dispatches',
		what: 'all that interrupts, on 8 harts at the same time',
		image: 'irq-dispatches',
		letter: '',
		harts: 8,
		unit: 'dispatches',
		perRound: 10,
		test: 1_000_000,
		soak: 100_000_000,
		devices: ['-device', 'edu,addr=1'],
		pulses: 40,
	},
	{
		name: 'registrations',
		what: 'handlers with data come to one line that fires, and go, from 7 harts',
		image: 'irq-races',
		letter: 'r',
		harts: 8,
		unit: 'cycles',
		perRound: 1,
		test: 10_000,
		soak: 1_000_000,
		masked: /^trapline: nobody handles plic source 11 .*: masked after \d+ interrupts$/,
	},
	{
		name: 'calls',
		what: 'every hart calls every hart',
		image: 'irq-races',
		letter: 'c',
		harts: 8,
		unit: 'calls',
		perRound: 184,
		test: 100_000,
		soak: 10_000_000,
	},
	{
		name: 'moves',
		what: 'a line that fires moves from hart to hart',
		image: 'irq-races',
		letter: 'm',
		harts: 4,
		unit: 'moves',
		perRound: 1,
		test: 20_000,
		soak: 1_000_000,
	},
	{
		name: 'rivals',
		what: 'all harts move a line that fires at the same time',
		image: 'irq-races',
		letter: 't',
		harts: 8,
		unit: 'moves',
		perRound: 7,
		test: 7000,
		soak: 100_000,
	},
	{
		name: 'sharing',
		what: 'shared handlers come to a line that fires, and go',
		image: 'irq-races',
		letter: 's',
		harts: 2,
		unit: 'interrupts',
		perRound: 1,
		test: 10_000,
		soak: 10_000_000,
	},
	{
		name: 'storm',
		what: 'a stuck line storms on one hart, and is found and masked, while seven work',
		image: 'irq-storm',
		letter: '',
		harts: 8,
		unit: 'storms',
		perRound: 1,
		test: 1000,
		soak: 20_000,
		devices: ['-device', 'edu,addr=1', '-device', 'edu,addr=2'],
		masked:
			/^trapline: nobody handles plic source 11 .*: masked after 100 interrupts; its handlers: stuck \(.*\)$/,
		isNamed: true,
		turn: 1000,
		latest: 10_000,
	},
	{
		name: 'gathering',
		what: 'all harts call one at the same moment, and then nobody does',
		image: 'irq-races',
		letter: 'g',
		harts: 8,
		unit: 'calls',
		perRound: 7,
		test: 20_000,
		soak: 2_000_000,
	},
	{
		name: 'reuse',
		what: 'a line that fires gets another handler and other data all the time',
		image: 'irq-races',
		letter: 'u',
		harts: 2,
		unit: 'interrupts',
		perRound: 1,
		test: 200_000,
		soak: 20_000_000,
		masked: /^trapline: nobody handles plic source 11 .*: masked after \d+ interrupts$/,
	},
	{
		name: 'synchronizers',
		what: 'a line fires while all other harts wait for handlers all the time',
		image: 'irq-races',
		letter: 'y',
		harts: 8,
		unit: 'interrupts',
		perRound: 1,
		test: 20_000,
		soak: 2_000_000,
	},
	{
		name: 'orphan',
		what: 'a line rings while no hart takes it, and is moved to one',
		image: 'irq-races',
		letter: 'o',
		harts: 8,
		unit: 'interrupts',
		perRound: 7,
		test: 7,
		soak: 700,
		most: 7,
	},
	{
		name: 'leaving',
		what: 'harts leave while they are called',
		image: 'irq-races',
		letter: 'l',
		harts: 8,
		unit: 'calls',
		perRound: 1,
		test: 200,
		soak: 20_000,
	},
];
