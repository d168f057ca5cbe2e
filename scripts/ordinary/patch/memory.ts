import { replaceAnchor } from './anchor.ts';

/** Pages of 8 KiB that the collector's tables can name: a heap of 2 GiB, whose offsets fit an i32. */
const maximumPages = '(1u << 18)';

/**
 * Sizes the heap when the machine starts, from the memory it has (kernel/libc/heap.ts), and commits it
 * in steps, so that only memory in use is ever cleared.
 */
export function patchMemory(c: string): string {
	let patched = replaceAnchor(
		c,
		'#define PORF_ARENA_RESERVE (1ull << 26)\n' +
			'#define PORF_MMAP_RESERVE_PROT (PROT_READ | PROT_WRITE)\n' +
			'#define PORF_CAN_DECOMMIT 0',
		'extern u64 heapArenaBytes(void);\n' +
			'static u64 porf_arena_bytes;\n' +
			'#define PORF_ARENA_RESERVE porf_arena_bytes\n' +
			'#define PORF_MMAP_RESERVE_PROT PROT_NONE\n' +
			'#define PORF_CAN_DECOMMIT 1',
	);
	patched = replaceAnchor(
		patched,
		'  void* got = mmap(PORF_ARENA_HINT,',
		'  porf_arena_bytes = heapArenaBytes();\n  void* got = mmap(PORF_ARENA_HINT,',
	);
	patched = replaceAnchor(
		patched,
		'#define PORF_GC_NPAGES (1u << 19)',
		`#define PORF_GC_NPAGES ${maximumPages}`,
	);
	// The collector scans the stack up to here: from the whole frame of main, wherever gcc puts things.
	patched = replaceAnchor(
		patched,
		'  porf_c_stack_top = (void*)&porf_stack_anchor;',
		'  porf_c_stack_top = __builtin_frame_address(0);',
	);
	patched = patched.replaceAll('"porffor: out of memory (', '"Out of memory: the heap is full (');
	return replaceAnchor(
		patched,
		'  const size_t pk_bytes = (size_t)PORF_GC_NPAGES;\n' +
			'  const size_t pm_bytes = (size_t)PORF_GC_NPAGES * sizeof(struct porf_gc_page);',
		'  const size_t pk_bytes = (size_t)(PORF_ARENA_RESERVE >> PORF_GC_SPAGE_SHIFT);\n' +
			'  const size_t pm_bytes = pk_bytes * sizeof(struct porf_gc_page);',
	);
}
