import { insertBefore, replaceAnchor } from './anchor.ts';

/**
 * Lets a generator that has ended, or never begun, answer as it should: it gives `undefined`, and an error
 * that is thrown into it comes out again; one that runs is not entered ([ECMA] "GeneratorResume",
 * "GeneratorValidate"). Porffor gives its last value again, and ends the program.
 */
export function patchGenerators(c: string): string {
	if (!c.includes('static i32 __Porffor_coroutine_resume(jsval gen, jsval value, i32 mode) {')) {
		return c;
	}
	const ended = '  if (mode == 2 || call->coro.state == 3) {\n';
	const answer = `\
  if (call->coro.state == 1) porf_throw_text(39, "Generator is already running");
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
	const patched = replaceAnchor(c, ended, answer + ended);
	return insertBefore(
		patched,
		'static i32 __Porffor_coroutine_resume(jsval gen, jsval value, i32 mode) {',
		throwText,
	);
}

const throwText = `\
static void porf_throw_text(i32 type, const char* text) {
  const u32 length = strlen(text), message = porf_bstr_new(length), error = porf_alloc(8, (u32)type);
  memcpy(MEM + message + 4, text, length);
  *(jsbits*)(MEM + error) = JV_PATTERN | ((u64)195 << 43) | message;
  porf_throw(porf_box((f64)error, type));
}
`;
