import { replaceAnchor } from './anchor.ts';

/**
 * Lets a generator that has ended, or never begun, answer as it should: it gives `undefined`, and an error
 * that is thrown into it comes out again ([ECMA] "GeneratorResume"). Porffor gives its last value again,
 * and ends the program.
 */
export function patchGenerators(c: string): string {
	if (!c.includes('static i32 __Porffor_coroutine_resume(jsval gen, jsval value, i32 mode) {')) {
		return c;
	}
	const ended = '  if (mode == 2 || call->coro.state == 3) {\n';
	const answer = `\
  if (!call->started && mode == 1) {
    porf_coro_live_remove(&call->coro);
    porf_coro_stack_free(&call->coro);
    call->coro.state = 3;
  }
  if (call->coro.state == 3) {
    if (mode == 1) porf_throw(value);
    call->result = mode == 2 ? value : JV_UNDEFINED;
    return 1;
  }
`;
	return replaceAnchor(c, ended, answer + ended);
}
