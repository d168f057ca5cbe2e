import { replaceAnchor } from './anchor.ts';

/**
 * Remembers an async function that threw with nobody waiting for it, as Porffor does for every other
 * rejected promise; `runJobs` then throws what is still unhandled, and the event loop reports it.
 */
export function patchRejections(c: string): string {
	return rememberImmediate(rememberSuspended(c));
}

/** An async function that threw after an `await`. */
function rememberSuspended(c: string): string {
	const settle =
		'static void porf_promise_settle_direct(jsval promise, jsval value, i32 state) {\n';
	if (!c.includes(settle)) return c;
	const patched = replaceAnchor(c, settle, `static jsval pendingRejections;\n${settle}`);
	return replaceAnchor(
		patched,
		'  porf_gc_barrier(p, 30);\n  porf_promise_trigger_reactions(reactions, value);\n',
		'  porf_gc_barrier(p, 30);\n' +
			'  if (state == 2 && !*(u8*)(MEM + p + PORF_PROMISE_HANDLED))\n' +
			'    porf_arr_push((u32)pendingRejections.val, promise);\n' +
			'  porf_promise_trigger_reactions(reactions, value);\n',
	);
}

/** An async function without an `await`, which Porffor calls like any other. */
function rememberImmediate(c: string): string {
	const reject = '  return porf_promise_settled(value, 2);\n';
	if (!c.includes(reject)) return c;
	return replaceAnchor(
		c,
		reject,
		'  const jsval rejected = porf_promise_settled(value, 2);\n' +
			'  porf_arr_push((u32)pendingRejections.val, rejected);\n' +
			'  return rejected;\n',
	);
}
