// @ts-nocheck
export {};

// Number of primitives
{
	console.log(Number(undefined), Number(null), Number(true), Number(false), Number(), Number('42'));
	console.log(
		Number(''),
		Number('  \n\t '),
		Number('1_000'),
		Number('Infinity'),
		Number('-Infinity'),
		Number('infinity'),
		Number('+5'),
		Number('--5'),
	);
}

// Number of numeric strings
{
	console.log(
		Number('0b101'),
		Number('0o17'),
		Number('0xFF'),
		Number('-0x10'),
		Number('1e1000'),
		Number('.5'),
		Number('5.'),
		Number('.'),
		Number('1e'),
		Number('1 2'),
		Number('-0'),
	);
	console.log(
		Object.is(Number('-0'), -0),
		Number('\u00a012\ufeff'),
		Number('1e-3'),
		Number('00012'),
		Number('0.0000001'),
	);
}

// Number of objects
{
	console.log(
		Number([]),
		Number([5]),
		Number(['5']),
		Number([1, 2]),
		Number({}),
		Number(() => 1),
		Number(new Date(5)),
		Number({ valueOf: () => '12' }),
		Number(new Number(3)),
		Number(new String('4')),
	);
}

// Boolean
{
	console.log(
		Boolean(0),
		Boolean(-0),
		Boolean(NaN),
		Boolean(''),
		Boolean(null),
		Boolean(undefined),
		Boolean(),
	);
	console.log(
		Boolean(1),
		Boolean('0'),
		Boolean('false'),
		Boolean([]),
		Boolean({}),
		Boolean(Symbol()),
		Boolean(() => 0),
		Boolean(Infinity),
	);
}

// String of primitives
{
	console.log(
		String(undefined),
		String(null),
		String(true),
		String(12.5),
		String(-0),
		String(1e21),
		String(NaN),
		String(Symbol('d')),
		String() === '',
		String('s'),
	);
}

// String of objects
{
	class P {
		toString() {
			return 'P!';
		}
	}
	console.log(
		String([]) === '',
		String([1, [2, 3]]),
		String([null, undefined, 1]),
		String({}),
		String(new P()),
		String(() => 1).length > 0,
	);
	console.log(
		String(new Error('m')),
		String(new Map()),
		String(new Set()),
		String(Promise.resolve()),
		String(Math),
		String(JSON),
	);
}

// parseInt
{
	console.log(
		parseInt('42px'),
		parseInt('  -17'),
		parseInt('0x1F'),
		parseInt('z', 36),
		parseInt('101', 2),
		parseInt('8', 8),
		parseInt('9', 8),
		parseInt(''),
		parseInt('px'),
	);
	console.log(
		parseInt('123', 4),
		parseInt(null, 36),
		parseInt(0.0000005),
		parseInt('1e3'),
		parseInt('12', 1),
		parseInt('12', 37),
		parseInt('-0'),
		parseInt('0b1'),
		parseInt('99999999999999999999'),
	);
}

// parseFloat
{
	console.log(
		parseFloat('3.14abc'),
		parseFloat('.5.5'),
		parseFloat('-.5e-2x'),
		parseFloat('Infinityx'),
		parseFloat('1e'),
		parseFloat('0x10'),
		parseFloat(''),
		parseFloat('  7'),
		parseFloat('-'),
		parseFloat('1e400'),
		parseFloat('5e-324'),
	);
}

// template conversion
{
	const o = { toString: () => 'ts', valueOf: () => 'vo' };
	console.log(`${1}${null}${undefined}${true}`, `${[1, 2]}`, `${{}}`, `${o}`, `${-0}`, `${1e21}`);
	try {
		`${Symbol('x')}`;
	} catch (e) {
		console.log(e.name);
	}
	try {
		'' + Symbol('x');
	} catch (e) {
		console.log(e.name);
	}
}

// comparison converts
{
	console.log(
		'2' > 1,
		'10' > '9',
		null >= 0,
		null > 0,
		undefined >= 0,
		true > false,
		'a' > 1,
		[2] > 1,
		'0x10' > 15,
		' 5 ' == 5,
	);
	console.log(
		new Date(2) > new Date(1),
		{ valueOf: () => 3 } > 2,
		'b' > 'a',
		null == false,
		undefined == null,
		NaN != NaN,
	);
}
