// @ts-nocheck
export {};

// shortest digits
{
	for (const n of [
		0.1,
		0.1 + 0.2,
		1 / 3,
		100,
		1e21,
		123456789.123,
		5e-324,
		1.7976931348623157e308,
		1e-6,
		1e-7,
		0.000001234,
		4.35,
		2 ** 53,
		1e23,
	])
		console.log(String(n));
}

// toFixed
{
	console.log(
		(1.005).toFixed(2),
		(1.45).toFixed(1),
		(0).toFixed(2),
		(-1.5).toFixed(0),
		(2.5).toFixed(0),
		(1e21).toFixed(2),
		(123.456).toFixed(),
		(0.000001).toFixed(7),
		(-0.0001).toFixed(2),
		NaN.toFixed(2),
	);
	console.log(
		(9.995).toFixed(2),
		(99.99).toFixed(1),
		(0.5).toFixed(0),
		(1.5).toFixed(0),
		(1234.5678).toFixed(10),
		(10.235).toFixed(2),
		(-1e-7).toFixed(3),
	);
	for (const d of [-1, 101])
		try {
			(1).toFixed(d);
		} catch (e) {
			console.log(e.name);
		}
}

// toPrecision
{
	console.log(
		(123.456).toPrecision(4),
		(0.000123).toPrecision(2),
		(1e21).toPrecision(3),
		(5).toPrecision(3),
		(123456).toPrecision(2),
		(0).toPrecision(4),
		(-1.25).toPrecision(2),
		(99.99).toPrecision(3),
		(1.5).toPrecision(),
		(1e-7).toPrecision(1),
		NaN.toPrecision(2),
	);
	for (const d of [0, 101])
		try {
			(1).toPrecision(d);
		} catch (e) {
			console.log(e.name);
		}
}

// toExponential
{
	console.log(
		(12345).toExponential(),
		(12345).toExponential(2),
		(0).toExponential(),
		(0).toExponential(2),
		(-0.00015).toExponential(1),
		(1.5e300).toExponential(3),
		(25).toExponential(0),
		(99.99).toExponential(1),
		Infinity.toExponential(2),
	);
	try {
		(1).toExponential(-1);
	} catch (e) {
		console.log(e.name);
	}
}

// toString with a radix
{
	console.log(
		(255).toString(16),
		(255).toString(2),
		(-255).toString(36),
		(0.5).toString(2),
		(0.1).toString(3).slice(0, 12),
		(1e21).toString(7).slice(0, 8),
		(0).toString(2),
		NaN.toString(2),
		(35).toString(36),
		(2 ** 31).toString(16),
		(10).toString(undefined),
	);
	for (const r of [1, 37])
		try {
			(1).toString(r);
		} catch (e) {
			console.log(e.name);
		}
}

// Number predicates
{
	console.log(
		Number.isInteger(5),
		Number.isInteger(5.5),
		Number.isInteger('5'),
		Number.isSafeInteger(2 ** 53),
		Number.isSafeInteger(2 ** 53 - 1),
		Number.isFinite(Infinity),
		Number.isFinite('1'),
		Number.isNaN('x'),
		Number.isNaN(NaN),
		isNaN('x'),
		isFinite('12'),
		isNaN(undefined),
		isFinite(null),
	);
}

// Number constants
{
	console.log(
		Number.MAX_SAFE_INTEGER,
		Number.MIN_SAFE_INTEGER,
		Number.EPSILON,
		Number.MAX_VALUE,
		Number.MIN_VALUE,
		Number.POSITIVE_INFINITY,
		Number.NEGATIVE_INFINITY,
		Number.NaN,
		Infinity,
		NaN,
	);
}

// Number.parseFloat and parseInt are the globals
{
	console.log(
		Number.parseFloat === parseFloat,
		Number.parseInt === parseInt,
		Number.parseFloat('1.5x'),
		Number.parseInt('0x1f'),
		['1', '2', '3'].map(Number),
		['1', '2', '3'].map(parseFloat),
	);
	console.log(['10', '10', '10'].map(parseInt).join());
}

// rounding at the limits of doubles
{
	console.log(
		9007199254740993,
		0.1 * 3,
		1.1 + 2.2,
		1e16 + 1,
		4.35 * 100,
		1.005 * 1000,
		0.7 + 0.1,
		0.3 - 0.1,
		1 - 0.9,
		123456789 * 987654321,
	);
}

// negative zero
{
	const z = -0;
	console.log(
		z,
		[z],
		1 / z,
		z === 0,
		Object.is(z, 0),
		String(z),
		JSON.stringify(z),
		z + 0,
		z * -1,
		-z,
		Math.max(-0, 0),
		z.toFixed(1),
	);
}
