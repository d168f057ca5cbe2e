/** What native code writes in place of the names of JavaScript's library. */

const timer =
	"Set the timer, 'setTimer(…)' from 'native:time', and register a handler for its interrupt, 'registerLocal(…)' from 'native:irq'.";
const ordinary = 'Do it in an ordinary module.';
const promise =
	"Post an event, 'postEvent(…)' from 'native:event', and await it in an ordinary module.";
const fixed = "Use a 'FixedArray<T, N>' from 'native:memory'.";
const integer = "Convert it with 'u32(…)' and its like; every number here is an integer.";
const print = "Write 'print('… {}\\n', value)' from 'native:format'.";
const failure =
	"Return a value that says what went wrong, or end with 'panic(…)' from 'native:panic'.";
const bytes = "Use 'bytesOf(…)' from 'native:memory', which gives a text's bytes as a 'Slice<u8>'.";
const loop = "Write a loop: 'for (const element of array)'.";

const names: Readonly<Record<string, string>> = {
	console: print,
	alert: print,
	Math: "Write it with operators: 'a < b ? a : b' is the smaller, and '/' truncates.",
	'Math.min': "Write 'a < b ? a : b'.",
	'Math.max': "Write 'a > b ? a : b'.",
	'Math.abs': "Write 'a < 0 ? -a : a'.",
	'Math.floor': "Leave it out: '/' truncates.",
	'Math.trunc': "Leave it out: '/' truncates.",
	'Math.round': "Add half of the divisor before '/', which truncates.",
	'Math.ceil': "Write '(a + b - 1) / b'.",
	'Math.imul': "Write 'a * b', which wraps in its own type.",
	'Math.pow': "Multiply; '1 << n' is 2 to the power of n.",
	setTimeout: timer,
	setInterval: timer,
	setImmediate: promise,
	clearTimeout: "Stop the timer with 'stopTimer()' from 'native:time'.",
	clearInterval: "Stop the timer with 'stopTimer()' from 'native:time'.",
	queueMicrotask: promise,
	Promise: promise,
	performance: "Read the clock with 'monotonicTicks()' from 'native:time'.",
	Date: "Read the clock with 'monotonicTicks()' from 'native:time'.",
	Map: "Use a 'FixedArray<T, N>' whose index is the key.",
	Set: "Use a 'FixedArray<boolean, N>', or the bits of a 'u64'.",
	WeakMap: "Use a 'FixedArray<T, N>' whose index is the key.",
	WeakSet: "Use a 'FixedArray<boolean, N>', or the bits of a 'u64'.",
	Array: fixed,
	ReadonlyArray: fixed,
	ArrayBuffer: "Use a 'FixedArray<u8, N>' from 'native:memory'.",
	DataView: "Declare the layout in an 'interface', and point at it with 'pointerAt<T>(…)'.",
	Uint8Array: "Use a 'FixedArray<u8, N>' or a 'Slice<u8>' from 'native:memory'.",
	Uint16Array: "Use a 'FixedArray<u16, N>' or a 'Slice<u16>' from 'native:memory'.",
	Uint32Array: "Use a 'FixedArray<u32, N>' or a 'Slice<u32>' from 'native:memory'.",
	Int32Array: "Use a 'FixedArray<i32, N>' or a 'Slice<i32>' from 'native:memory'.",
	BigUint64Array: "Use a 'FixedArray<u64, N>' or a 'Slice<u64>' from 'native:memory'.",
	Atomics: "Use 'load', 'store', 'fetchAdd' and their like from 'native:atomic'.",
	SharedArrayBuffer: "Use 'atomic(…)' from 'native:atomic'.",
	BigInt: "Use a 'u64', which holds 64 bits.",
	Number: integer,
	parseInt: integer,
	parseFloat: integer,
	isNaN: integer,
	isFinite: integer,
	NaN: integer,
	Infinity: "Use the largest value of the type, as in '0xffff_ffff'.",
	Boolean: "Compare: 'x !== 0'.",
	String: print,
	Symbol: "Write an 'enum'.",
	Object: "Name each field; 'interface' and 'class' declare them.",
	Record: "Use an 'interface', or a 'FixedArray<T, N>' whose index is the key.",
	Partial: "Write the fields out in an 'interface'.",
	Pick: "Write the fields out in an 'interface'.",
	Omit: "Write the fields out in an 'interface'.",
	Readonly: "Mark the fields 'readonly'.",
	Function: "Write the function's type: '(a: u32) => void'.",
	Error: failure,
	TypeError: failure,
	RangeError: failure,
	process: "End the machine with 'poweroff(…)' from 'native:machine'.",
	window: "Import what you need from a 'native:' module.",
	globalThis: "Import what you need from a 'native:' module.",
	document: ordinary,
	require: "Write 'import' at the top of the module.",
	module: "Write 'export' before a declaration.",
	exports: "Write 'export' before a declaration.",
	eval: 'All code is known at build time: write it out.',
	JSON: "Write text with 'print(…)' from 'native:format'; parse it in an ordinary module.",
	RegExp: 'Compare bytes, or match in an ordinary module.',
	TextEncoder: bytes,
	TextDecoder: bytes,
	Buffer: "Use a 'FixedArray<u8, N>' or a 'Slice<u8>' from 'native:memory'.",
};

const known = new Set(
	`Proxy Reflect Intl WeakRef FinalizationRegistry Iterator Generator AsyncGenerator AsyncIterator PromiseLike
	AggregateError EvalError ReferenceError SyntaxError URIError SuppressedError Uint8ClampedArray Int8Array Int16Array
	Float32Array Float64Array BigInt64Array ArrayLike Iterable WebAssembly fetch URL URLSearchParams crypto structuredClone
	encodeURI encodeURIComponent decodeURI decodeURIComponent escape unescape global self navigator location history
	localStorage sessionStorage requestAnimationFrame AbortController AbortSignal Event EventTarget Worker MessageChannel
	BroadcastChannel Blob File FormData Headers Request Response ReadableStream WritableStream XMLHttpRequest WebSocket
	HTMLElement Element Node prompt confirm btoa atob __dirname __filename Required Exclude Extract NonNullable
	Parameters ReturnType InstanceType ConstructorParameters Awaited Uppercase Lowercase Capitalize Uncapitalize
	PropertyDescriptor PropertyKey ThisType NodeJS Deno Bun`.split(/\s+/),
);

/** What to write instead of a name of the library, or of `Math.min` and its like; undefined if it is none. */
export function insteadOfName(name: string, member: string | undefined): string | undefined {
	const exact = member === undefined ? undefined : names[`${name}.${member}`];
	if (exact !== undefined) return exact;
	if (Object.hasOwn(names, name)) return names[name];
	return known.has(name) ? ordinary : undefined;
}

const members: Readonly<Record<string, string>> = {
	toString: print,
	toFixed: print,
	push: "Keep a count beside a 'FixedArray<T, N>', and write 'array[count++] = value'.",
	pop: "Keep a count beside a 'FixedArray<T, N>', and read 'array[--count]'.",
	slice: "Write 'slice(array, from, to)' from 'native:memory'.",
	subarray: "Write 'slice(array, from, to)' from 'native:memory'.",
	apply: 'Call the function itself.',
	call: 'Call the function itself.',
	bind: "Hand what it needs in as a parameter, or keep it in a module-level 'const'.",
	length: bytes,
	charCodeAt: bytes,
	codePointAt: bytes,
	at: bytes,
};

/** What to write instead of a member of an array, a text, a number or a function of the library. */
export function insteadOfMember(member: string, type: string): string {
	const known = Object.hasOwn(members, member) ? members[member] : undefined;
	return known ?? (type === 'string' ? bytes : type === 'number' ? integer : loop);
}
