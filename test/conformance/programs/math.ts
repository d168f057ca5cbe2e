// @ts-nocheck
export {};

// rounding
{
	for (const x of [
		2.5,
		-2.5,
		0.5,
		-0.5,
		1.4999,
		-1.5,
		0,
		-0,
		NaN,
		Infinity,
		2 ** 52 + 0.5,
		0.49999999999999994,
	])
		console.log(x, Math.round(x), Math.floor(x), Math.ceil(x), Math.trunc(x));
}

// abs, sign and max
{
	console.log(
		Math.abs(-5),
		Math.abs(-0),
		Math.abs('-3'),
		Math.abs(null),
		Math.abs(),
		Math.sign(-3),
		Math.sign(0),
		Math.sign(-0),
		Math.sign(NaN),
		Math.sign('5'),
	);
	console.log(
		Math.max(),
		Math.min(),
		Math.max(1, NaN, 3),
		Math.max(1, '7', 3),
		Math.min(-0, 0),
		Math.max(...[1, 5, 3]),
		Math.min([2], 3),
	);
}

// powers and roots
{
	console.log(
		Math.sqrt(2),
		Math.sqrt(-1),
		Math.cbrt(27),
		Math.cbrt(-8),
		Math.pow(2, 0.5),
		Math.pow(-2, 3),
		Math.hypot(3, 4),
		Math.hypot(),
		Math.hypot(1, 2, 3),
		Math.pow(NaN, 0),
		Math.sqrt('16'),
	);
}

// exponentials and logarithms
{
	console.log(
		Math.exp(0),
		Math.exp(1),
		Math.expm1(0),
		Math.log(1),
		Math.log(Math.E),
		Math.log(0),
		Math.log(-1),
		Math.log10(1000),
		Math.log2(8),
		Math.log1p(0),
		Math.log2(3).toFixed(12),
		Math.log10(2).toFixed(12),
	);
}

// trigonometry
{
	const f = x => x.toFixed(12);
	console.log(
		f(Math.sin(1)),
		f(Math.cos(1)),
		f(Math.tan(1)),
		f(Math.asin(0.5)),
		f(Math.acos(0.5)),
		f(Math.atan(1)),
		f(Math.atan2(1, -1)),
		f(Math.atan2(-1, -1)),
		Math.sin(0),
		Math.cos(0),
	);
	console.log(
		f(Math.sinh(1)),
		f(Math.cosh(1)),
		f(Math.tanh(1)),
		f(Math.asinh(1)),
		f(Math.acosh(2)),
		f(Math.atanh(0.5)),
		Math.asin(2),
		Math.acosh(0),
	);
}

// constants
{
	console.log(
		Math.PI,
		Math.E,
		Math.LN2,
		Math.LN10,
		Math.LOG2E,
		Math.LOG10E,
		Math.SQRT2,
		Math.SQRT1_2,
	);
}

// integers
{
	console.log(
		Math.imul(0xffffffff, 5),
		Math.imul(2, 4),
		Math.imul(-5, 12),
		Math.imul(0x7fffffff, 2),
		Math.clz32(1),
		Math.clz32(0),
		Math.clz32(-1),
		Math.clz32(0.5),
		Math.fround(5.5),
		Math.fround(5.05),
		Math.fround(1e40),
	);
}

// random
{
	let ok = true,
		min = 1,
		max = 0;
	const seen = new Set();
	for (let i = 0; i < 200; i++) {
		const r = Math.random();
		if (!(r >= 0 && r < 1)) ok = false;
		min = Math.min(min, r);
		max = Math.max(max, r);
		seen.add(r);
	}
	console.log(ok, min < 0.2, max > 0.8, seen.size > 190, typeof Math.random());
}

// functions of Math are values
{
	console.log(
		[1.5, 2.5, -1.5].map(Math.round),
		[4, 9].map(Math.sqrt),
		[1.7, -1.7].map(Math.trunc),
		Math.max.apply(null, [1, 9, 3]),
		Math.max.length,
		typeof Math.floor,
		Math.floor.name,
	);
	const { floor, ceil, PI } = Math;
	console.log(floor(1.5), ceil(1.5), PI > 3);
}

// exact quotients
{
	for (const [a, b] of [
		[1, 3],
		[2, 3],
		[10, 4],
		[22, 7],
		[1, 7],
		[355, 113],
	])
		console.log(a / b, (a / b) * b === a, Math.floor(a / b));
}

// clamping and interpolation
{
	const clamp = (x, lo, hi) => Math.min(Math.max(x, lo), hi);
	const lerp = (a, b, t) => a + (b - a) * t;
	console.log(
		clamp(5, 0, 3),
		clamp(-1, 0, 3),
		clamp(2, 0, 3),
		lerp(0, 10, 0.25),
		lerp(1, 2, 0.1),
		clamp(NaN, 0, 1),
	);
}

// degrees and distance
{
	const rad = d => (d * Math.PI) / 180;
	const dist = ([a, b], [c, d]) => Math.hypot(c - a, d - b);
	console.log(
		rad(180),
		rad(90).toFixed(6),
		Math.sin(rad(30)).toFixed(6),
		dist([0, 0], [3, 4]),
		dist([1, 1], [1, 1]),
		Math.round(rad(45) * 1000),
	);
}

// Math of odd arguments
{
	console.log(
		Math.floor('7.9'),
		Math.ceil(null),
		Math.round(undefined),
		Math.sqrt([9]),
		Math.max([5], '6'),
		Math.pow('2', true),
		Math.abs({}),
		Math.trunc('x'),
		Math.floor(true),
		Math.min('1', 2),
	);
}
