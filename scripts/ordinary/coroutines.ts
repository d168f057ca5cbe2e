import { insertBefore, replaceAnchor } from './patch/anchor.ts';

/**
 * Everything that makes Porffor's coroutines, on which its async functions and generators run, sound;
 * this file, boot/context.S and kernel/libc/context.ts go together when they are no longer used.
 *
 * - Porffor keeps one stack of exception handlers for all coroutines and resumes each at the depth at
 *   which it once started, so that a throw after a suspending `await` jumps into a foreign frame. Here
 *   every coroutine has a handler stack of its own, whose slot 0 is a copy of its resumer's handler.
 * - `await` always suspends ([ECMA] "Await").
 * - A coroutine that ran over the end of its stack, or one too many of them, ends the program by name.
 */
export function patchCoroutines(c: string): string {
	if (!c.includes('typedef struct porf_coro {')) return c;
	return checkLimits(suspendAlways(separateHandlerStacks(c)));
}

const stackBytes = '(64u * 1024u)';
const maximumCount = 4096;

function separateHandlerStacks(c: string): string {
	let patched = insertBefore(
		c,
		'  i32 live_idx;           // index in porf_coro_live',
		'  jmp_buf* own_try; i32 own_cap, own_depth, try_on;\n' +
			'  jmp_buf* caller_try; i32 caller_cap, caller_depth;\n',
	);

	const save = 'static void porf_coro_save_try_stack(porf_coro* c) {';
	const prepare = 'static void porf_coro_prepare_run(porf_coro* c) {\n';
	const from = patched.indexOf(save);
	const to = patched.indexOf(prepare);
	if (from < 0 || to < from) throw new Error("Porffor's handler stack is not that of alpha.7");
	patched = patched.slice(0, from) + ownHandlerStack + patched.slice(to);
	patched = replaceAnchor(patched, prepare, prepare + enterOwnHandlerStack);

	const restore = 'static void porf_coro_restore_caller(porf_coro* c) {\n';
	patched = replaceAnchor(patched, restore, `${restore}  porf_coro_try_leave(c);\n`);
	patched = insertBefore(
		patched,
		'  free(c->try_save);\n  c->try_save = 0;',
		'  free(c->own_try); c->own_try = 0; c->own_cap = 0;\n',
	);
	for (const [name, comment] of [
		['outer_try', "suspension left the coroutine's depth active"],
		['my_try', "restore resumer's depth (coroutine's was active)"],
	]) {
		const anchor = `  porf_try_depth = ${name}; // ${comment}\n`;
		patched = replaceAnchor(patched, anchor, `  (void)${name};\n`);
	}

	const escape = 'porf_coro_set_current_stack_top(call->coro.caller_stack_top);';
	const escapes = patched.split(escape).length - 1;
	if (escapes === 0) throw new Error("Porffor's coroutine escapes are not those of alpha.7");
	const leave = `porf_coro_try_leave(&call->coro); porf_try_depth = try_idx; ${escape}`;
	patched = replaceAnchor(patched, escape, leave, escapes);

	patched = replaceAnchor(
		patched,
		'  if (c->try_save && c->saved_try_depth > c->entry_try_depth)\n' +
			'    porf_coro_gc_scan_mem(c->try_save, (const char*)c->try_save + ' +
			'(size_t)(c->saved_try_depth - c->entry_try_depth) * sizeof(jmp_buf));\n',
		'  if (c->own_try) porf_coro_gc_scan_mem(c->own_try, c->own_try + c->own_depth);\n',
	);
	return replaceAnchor(
		patched,
		'  porf_coro_gc_scan_caller_context(c);\n}\n#endif',
		'  porf_coro_gc_scan_caller_context(c);\n' +
			'  if (c->try_on && c->caller_try)\n' +
			'    porf_coro_gc_scan_mem(c->caller_try, c->caller_try + c->caller_depth);\n' +
			'}\n#endif',
	);
}

const ownHandlerStack = `\
static void porf_coro_save_try_stack(porf_coro* c) { c->own_depth = porf_try_depth; }
static void porf_coro_restore_try_stack(porf_coro* c) { (void)c; }

static void porf_coro_try_leave(porf_coro* c) {
  if (!c->try_on) return;
  c->try_on = 0;
  c->own_try = porf_try_data; c->own_cap = porf_try_cap;
  porf_try_data = c->caller_try; porf_try_cap = c->caller_cap; porf_try_depth = c->caller_depth;
}

`;

const enterOwnHandlerStack = `\
  c->caller_try = porf_try_data; c->caller_cap = porf_try_cap; c->caller_depth = porf_try_depth;
  if (!c->own_try) {
    c->own_cap = 4; c->own_depth = 1;
    c->own_try = (jmp_buf*)malloc(4 * sizeof(jmp_buf));
    if (!c->own_try) abort();
  }
  memcpy(c->own_try, porf_try_data + porf_try_depth - 1, sizeof(jmp_buf));
  porf_try_data = c->own_try; porf_try_cap = c->own_cap; porf_try_depth = c->own_depth;
  c->try_on = 1;
`;

function suspendAlways(c: string): string {
	const patched = replaceAnchor(
		c,
		'  *(u8*)(MEM + p + PORF_PROMISE_HANDLED) = 1;\n' +
			'  porf_promise_append_raw_reaction(p, ' +
			'porf_promise_new_coro_reaction(call, out_promise, 0), 0);',
		`\
  *(u8*)(MEM + p + PORF_PROMISE_HANDLED) = 1;
  const u8 state = *(u8*)(MEM + p + PORF_PROMISE_STATE);
  if (state != 0) {
    const u32 r = porf_promise_new_coro_reaction(call, out_promise, state == 2);
    *(jsbits*)(MEM + r + PORF_REACTION_VALUE) = *(jsbits*)(MEM + p + PORF_PROMISE_RESULT);
    porf_promise_enqueue_job(r);
    return;
  }
  porf_promise_append_raw_reaction(p, porf_promise_new_coro_reaction(call, out_promise, 0), 0);`,
	);
	const from = patched.indexOf('static jsval porf_await(jsval v) {');
	const to = patched.indexOf('static jsval porf_yield(jsval v)');
	if (from < 0 || to < from) throw new Error("Porffor's porf_await is not that of alpha.7");
	return patched.slice(0, from) + awaitSuspending + patched.slice(to);
}

const awaitSuspending = `\
static jsval porf_await(jsval v) {
  if (!porf_coro_cur) return v;
  if (porf_jv_type(v) == 30) return porf_coro_suspend(v);
  const jsval settled = porf_promise_pending();
  *(jsbits*)(MEM + (u32)settled.val + PORF_PROMISE_RESULT) = porf_pack(v);
  *(u8*)(MEM + (u32)settled.val + PORF_PROMISE_STATE) = 1;
  porf_gc_barrier((u32)settled.val, 30);
  return porf_coro_suspend(settled);
}
`;

function checkLimits(c: string): string {
	const sizes: readonly (readonly [string, string])[] = [
		['#define PORF_CORO_STACK_SIZE (256u * 1024u)', `#define PORF_CORO_STACK_SIZE ${stackBytes}`],
		['#define PORF_CORO_MAX 16384', `#define PORF_CORO_MAX ${maximumCount}`],
		['#define PORF_CORO_STACK_POOL_MAX 8192', `#define PORF_CORO_STACK_POOL_MAX ${maximumCount}`],
		['#define PORF_CORO_CALL_POOL_MAX 8192', `#define PORF_CORO_CALL_POOL_MAX ${maximumCount}`],
	];
	let patched = c;
	for (const [anchor, replacement] of sizes) {
		patched = replaceAnchor(patched, anchor, replacement);
	}
	patched = replaceAnchor(
		patched,
		'    porf_coro_live[porf_coro_live_len++] = c;\n  }\n',
		'    porf_coro_live[porf_coro_live_len++] = c;\n  } else {\n' +
			`    fprintf(stderr, "More than ${maximumCount} async functions and generators wait at once\\n");\n` +
			'    exit(1);\n  }\n',
	);
	patched = replaceAnchor(
		patched,
		'"porffor: failed to reserve coroutine stack\\n"',
		'"Out of memory: no room for the stack of one more async function or generator\\n"',
	);
	patched = patched.replace(
		currentAssignment,
		`$& porf_stack_limit = $1 ? $1->stack_lo + ${reserve} : 0;`,
	);
	patched = patched.replace(functionStart, '$&  PORF_CHECK_STACK;\n');
	return insertBefore(patched, 'static inline int porf_jv_is_num(jsval v)', stackCheck);
}

/** What a function may use of the stack without being asked again: the C library, mostly. */
const reserve = '8192u';
const currentAssignment = /^.*\bporf_coro_cur = (?!0;)([\w>.-]+);/gm;
const functionStart = /^(?:jsval|f64|i32|u32|void) p\d+_\w+\(.*\) \{\n/gm;

/** No guard page can lie below each of these stacks, so every compiled function looks where it is. */
const stackCheck = `\
register char* porf_sp __asm__("sp");
static char* porf_stack_limit;
extern void coroutineOverflow(void);
#define PORF_CHECK_STACK if (__builtin_expect(porf_sp < porf_stack_limit, 0)) coroutineOverflow()

`;
