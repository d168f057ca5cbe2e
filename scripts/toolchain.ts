/**
 * The compiler, the assembler and the linker: every tool and every flag, in this one place.
 *
 * Both halves of an image have the same ABI, since the linker refuses to mix float ABIs. Native code
 * leaves most registers to the callee, so that an interrupt saves seven registers and not sixteen: it
 * may be called from the standard ABI, but must never call it.
 */

import { join } from 'node:path';
import { repository } from './repository.ts';

const prefix = 'riscv64-unknown-elf-';

export const tools = {
	gcc: `${prefix}gcc`,
	ld: `${prefix}ld`,
	objdump: `${prefix}objdump`,
	readelf: `${prefix}readelf`,
	nm: `${prefix}nm`,
	addr2line: `${prefix}addr2line`,
	size: `${prefix}size`,
	gdb: 'gdb-multiarch',
	hostGcc: 'gcc',
	armGcc: 'aarch64-linux-gnu-gcc',
	armEmulator: 'qemu-aarch64',
} as const;

/** The target: every object of an image. `medany`, since RAM starts at 0x8000_0000. */
const target = ['-march=rv64gc', '-mabi=lp64d', '-mcmodel=medany'];

/** One section for each function and variable, so that the linker drops what nobody uses. */
const sections = ['-ffunction-sections', '-fdata-sections'];

/** Files are named from the repository's root in debugging information, so in backtraces as well. */
const fileNames = [`-fdebug-prefix-map=${repository}/=`];

/** What the C of both halves needs to mean what its TypeScript means. */
const meaning = [
	'-std=gnu11',
	'-fno-strict-aliasing', // memory is read through more than one type
	'-fwrapv', // signed arithmetic wraps
	'-fno-delete-null-pointer-checks', // a null dereference faults, it is not reasoned away
	'-fno-common',
	'-fno-stack-protector',
	'-fno-pic',
	...fileNames,
	'-ftls-model=local-exec', // thread-local storage lies at a constant offset from `tp`
];

/** Registers that native code leaves as it found them, beyond those of the standard ABI. */
export const calleeSaved: readonly string[] = [
	...['t2', 't3', 't4', 't5', 't6', 'a4', 'a5', 'a6', 'a7'],
	...Array.from({ length: 12 }, (_, index) => `ft${index}`),
	...Array.from({ length: 8 }, (_, index) => `fa${index}`),
].map(register => `-fcall-saved-${register}`);

/**
 * What would be a bug in a lowering. Everything else that gcc could say about a program was said about
 * its TypeScript, or is no mistake there.
 */
const mistakes = [
	'-Werror=implicit-function-declaration',
	'-Werror=incompatible-pointer-types',
	'-Werror=int-conversion',
];

/** Where each variable is after optimisation: a tenth of gcc's time, and only a debugger asks. */
const withoutPlaces = '-fno-var-tracking';

/** The C that `scripts/native` writes. */
export const nativeFlags: readonly string[] = [
	...target,
	...sections,
	...meaning,
	...calleeSaved,
	'-O2',
	'-g',
	withoutPlaces,
	'-pipe', // the assembler reads what the compiler writes while it writes
	'-ffreestanding',
	'-fno-tree-loop-distribute-patterns', // or `memcpy` itself becomes a call of `memcpy`
	'-fno-asynchronous-unwind-tables',
	'--param=max-inline-insns-auto=20', // what a C programmer marks `inline`: 15 misses short methods
	'--param=min-pagesize=0', // the first page may be read like any other: it faults by itself
	...mistakes,
];

/** The same for a debugger: each TypeScript line in its place, and variables where they can be seen. */
export const debugFlags: readonly string[] = nativeFlags
	.filter(flag => flag !== withoutPlaces)
	.map(flag => (flag === '-O2' ? '-Og' : flag));

/** The same C on the host, for tests: undefined behaviour ends the program. */
export const hostFlags: readonly string[] = [
	...sections,
	'-std=gnu11',
	'-fno-strict-aliasing',
	'-O1',
	'-g',
	...mistakes,
	'-fsanitize=undefined,address',
	'-fno-sanitize-recover=all',
];

/** The same C as threads of the host and of AArch64, for tests: one program, nothing to install there. */
export const threadFlags: readonly string[] = [
	...['-std=gnu11', '-fno-strict-aliasing', '-fwrapv', '-O2', '-g', '-pthread'],
	...mistakes,
];

/** The C that Porffor writes. `__wasi__` asks for an arena that is committed at start. */
export const ordinaryFlags: readonly string[] = [
	'--specs=picolibc.specs',
	...target,
	...sections,
	...meaning,
	'-O2',
	'-g1',
	'-w',
	'-D__wasi__',
	'-D_GNU_SOURCE',
	'-DCLOCK_MONOTONIC=4',
	'-D_POSIX_TIMERS',
	'-D_SC_PAGESIZE=8',
	'-D_setjmp=setjmp',
	'-D_longjmp=longjmp',
	`-I${join(repository, 'scripts/ordinary/include')}`,
];

/** `boot/*.S` and the backtrace table. */
export const assemblyFlags: readonly string[] = [
	...target,
	...fileNames,
	'-g',
	`-I${join(repository, 'boot')}`,
	'-Wa,--fatal-warnings',
];

const linkFlags = [
	...target,
	'-nostartfiles',
	'-static',
	`-T${join(repository, 'linker.ld')}`,
	`-L${repository}`,
	'-Wl,--gc-sections',
	'-Wl,--build-id=none',
	'-Wl,--fatal-warnings',
	'-Wl,--no-warn-rwx-segments',
];

/** The linker prints its map on standard output. */
export const mapFlag = '-Wl,--print-map';

/** An image with an ordinary half is linked with the C library; a native one with nothing at all. */
export function linkArguments(
	world: 'native' | 'ordinary',
	objects: readonly string[],
	output: string,
): readonly string[] {
	const library =
		world === 'native'
			? ['-nostdlib', ...linkFlags, ...objects]
			: ['--specs=picolibc.specs', ...linkFlags, ...objects, '-lm'];
	return [...library, '-o', output];
}
