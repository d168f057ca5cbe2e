// @ts-nocheck
export {};

// length and index
{
	const s = 'hello';
	console.log(s.length, s[0], s[4], s[5], s[-1], s['1'], s[1.5], ''.length, ''[0]);
	let i = 9;
	console.log(s[i], s[i - 8], 'é'.length, '😀'.length, '😀'[0] === '\ud83d');
}

// charAt and charCodeAt
{
	const s = 'aé€';
	console.log(
		s.charAt(0),
		s.charAt(2),
		s.charAt(3) === '',
		s.charAt(-1) === '',
		s.charAt(),
		s.charAt(NaN),
	);
	console.log(s.charCodeAt(0), s.charCodeAt(1), s.charCodeAt(2), s.charCodeAt(3), s.charCodeAt(-1));
}

// codePointAt and fromCodePoint
{
	const s = 'a😀b';
	console.log(
		s.codePointAt(0),
		s.codePointAt(1),
		s.codePointAt(2),
		s.codePointAt(3),
		s.codePointAt(9),
	);
	console.log(
		String.fromCodePoint(128512, 97),
		String.fromCharCode(0xd83d, 0xde00),
		String.fromCharCode(65, 66, 65601),
		String.fromCharCode(),
		String.fromCodePoint(0x20ac),
	);
	try {
		String.fromCodePoint(-1);
	} catch (e) {
		console.log(e.name);
	}
}

// at
{
	const s = 'xyz';
	console.log(s.at(0), s.at(-1), s.at(2), s.at(3), s.at(-4), s.at(), s.at('1'), ''.at(0));
}

// concat
{
	console.log(
		'a'.concat('b', 'c'),
		'a'.concat(),
		'a'.concat(1, null, undefined, true),
		'a'.concat([1, 2]),
		'é'.concat('€'),
	);
}

// includes, startsWith and endsWith
{
	const s = 'The quick fox';
	console.log(
		s.includes('quick'),
		s.includes('Quick'),
		s.includes(''),
		s.includes('The', 1),
		s.includes('x', 12),
	);
	console.log(
		s.startsWith('The'),
		s.startsWith('quick', 4),
		s.startsWith(''),
		s.startsWith('he'),
		s.startsWith('T', -5),
	);
	console.log(
		s.endsWith('fox'),
		s.endsWith('quick', 9),
		s.endsWith(''),
		s.endsWith('fo'),
		s.endsWith('The quick fox!'),
	);
}

// indexOf and lastIndexOf
{
	const s = 'canal';
	console.log(
		s.indexOf('a'),
		s.indexOf('a', 2),
		s.indexOf('z'),
		s.indexOf(''),
		s.indexOf('', 9),
		s.indexOf('', 3),
		s.indexOf('al', -5),
	);
	console.log(
		s.lastIndexOf('a'),
		s.lastIndexOf('a', 2),
		s.lastIndexOf('z'),
		s.lastIndexOf(''),
		s.lastIndexOf('c', 0),
		s.lastIndexOf('a', -1),
		s.lastIndexOf('l', NaN),
	);
}

// slice
{
	const s = 'abcdef';
	console.log(
		s.slice(1, 3),
		s.slice(-2),
		s.slice(2),
		s.slice(-4, -2),
		s.slice(4, 2) === '',
		s.slice(),
		s.slice(9) === '',
		s.slice(0, -1),
		s.slice(-9, 2),
		s.slice(1.9, 3.9),
	);
}

// substring
{
	const s = 'abcdef';
	console.log(
		s.substring(1, 3),
		s.substring(3, 1),
		s.substring(-2, 2),
		s.substring(2),
		s.substring(9) === '',
		s.substring(NaN, 3),
		s.substring(0, 99),
		s.substring(4, undefined),
		s.substring(2, 2) === '',
		s.substring(1.9, '4'),
	);
}

// substr
{
	const s = 'abcdef';
	console.log(
		s.substr(1, 3),
		s.substr(-3, 2),
		s.substr(2),
		s.substr(9) === '',
		s.substr(1, -1) === '',
		s.substr(-99, 2),
	);
}

// split by a string
{
	console.log(
		'a,b,c'.split(','),
		'abc'.split(''),
		'abc'.split(),
		''.split(','),
		''.split(''),
		'a,b,'.split(','),
		',a'.split(','),
		'a--b--c'.split('--'),
	);
	console.log(
		'a,b,c'.split(',', 2),
		'a,b,c'.split(',', 0),
		'abc'.split('', 2),
		'aXbxc'.split('x'),
		'one two'.split(' ').map(w => w.length),
	);
}

// trim
{
	const s = ' \t\n a b \u00a0\ufeff\r';
	console.log(
		`[${s.trim()}]`,
		`[${s.trimStart()}]`.length,
		`[${s.trimEnd()}]`.length,
		`[${'abc'.trim()}]`,
		`[${''.trim()}]`,
		`[${'  '.trim()}]`,
		'\u2003x\u2028'.trim().length,
	);
}

// padStart and padEnd
{
	console.log(
		'5'.padStart(3, '0'),
		'abc'.padStart(2),
		`[${'x'.padStart(4)}]`,
		'x'.padStart(6, 'ab'),
		'x'.padStart(3, ''),
		`[${'x'.padEnd(3)}]`,
		'x'.padEnd(6, '-='),
		'abcdef'.padEnd(3, '.'),
		'1'.padStart(4, 12),
	);
}

// repeat
{
	console.log(
		'ab'.repeat(3),
		'ab'.repeat(0) === '',
		''.repeat(5) === '',
		'x'.repeat(2.9),
		'é'.repeat(3),
	);
	for (const n of [-1, Infinity])
		try {
			'a'.repeat(n);
		} catch (e) {
			console.log(e.name);
		}
}

// upper and lower case
{
	console.log(
		'Hello World 1'.toUpperCase(),
		'Hello World 1'.toLowerCase(),
		'éàü'.toUpperCase(),
		'ÉÀÜ'.toLowerCase(),
		'ß'.toUpperCase(),
		'ÿ'.toUpperCase(),
		'ΑΒΓ'.toLowerCase(),
		'привет'.toUpperCase(),
		'µ'.toUpperCase() === '\u039c',
		'ı'.toUpperCase(),
	);
}
