/** A fault of the kernel that was made before, here or elsewhere, and the test that must find it. */

/** A piece of the source, once in its file, and what stands there instead. */
export interface Change {
	readonly file: string;
	readonly from: string;
	readonly to: string;
}

export interface KernelFault {
	readonly what: string;
	readonly changes: readonly Change[];
	readonly test: string; // part of the name of a file in test/boot
	readonly name?: string; // pattern for the names of the tests in it; all, if missing
}
