// @ts-nocheck
export {};

// replace with a string
{
	console.log(
		'aaa'.replace('a', 'b'),
		'abc'.replace('x', 'y'),
		'abc'.replace('', '-'),
		'a.b'.replace('.', '!'),
		'price'.replace('r', '$$'),
		'abc'.replace('b', '[$&]'),
		'abc'.replace('b', "[$`|$']"),
		'abc'.replace('b', '$1'),
	);
}

// replace with a function
{
	console.log(
		'abc'.replace('b', m => m.toUpperCase()),
		'abcb'.replace('b', (m, i, s) => `${m}${i}${s.length}`),
		'abc'.replace('z', () => 'never'),
		'x'.replace('x', () => '$&'),
		'a1b2'.replace(/\d/g, d => d * 2),
	);
}

// replaceAll
{
	console.log(
		'a-b-c'.replaceAll('-', '+'),
		'aaa'.replaceAll('aa', 'b'),
		'abc'.replaceAll('', '.'),
		'abcabc'.replaceAll('b', (m, i) => i),
		'x.x'.replaceAll('.', '$&$&'),
		'none'.replaceAll('z', 'y'),
	);
	try {
		'a'.replaceAll(/a/, 'b');
	} catch (e) {
		console.log(e.name);
	}
}

// comparing strings
{
	console.log(
		'a' < 'b',
		'B' < 'a',
		'abc' < 'abd',
		'abc' > 'ab',
		'' < ' ',
		'é' > 'z',
		'z' < '€',
		'😀' > '€',
		'\ud83d' < '\uffff',
		'a' <= 'a',
	);
	console.log(
		'résumé' === 'r\u00e9sum\u00e9',
		'a\u0301' === 'á',
		'ab' + 'c' === 'abc',
		'Ω' === '\u03a9',
		'x€'.slice(0, 1) === 'x',
	);
}

// localeCompare
{
	console.log(
		'a'.localeCompare('b'),
		'b'.localeCompare('a'),
		'a'.localeCompare('a'),
		['b', 'a', 'c'].sort((x, y) => x.localeCompare(y)).join(),
		''.localeCompare('a'),
	);
}

// iteration over code points
{
	console.log(
		[...'a😀é'].length,
		[...'a😀é'].join('|'),
		Array.from('x😀').length,
		[...''].length,
		[...'ab'].map(c => c.charCodeAt(0)).join(),
	);
	const it = 'h😀'[Symbol.iterator]();
	console.log(it.next().value, it.next().value, it.next().done, it.next().value);
}

// lone surrogates
{
	const s = 'a\ud83db';
	console.log(
		s.length,
		s.charCodeAt(1),
		[...s].length,
		s.isWellFormed(),
		s.toWellFormed() === 'a\ufffdb',
		'😀'.isWellFormed(),
		s.codePointAt(1),
	);
}

// normalize
{
	console.log(
		'e\u0301'.normalize() === 'é',
		'e\u0301'.normalize('NFC').length,
		'é'.normalize('NFD').length,
		'abc'.normalize('NFKC'),
		'ﬁ'.normalize('NFKD'),
	);
}

// escapes in literals
{
	console.log(
		'a\tb\\c\'d"e',
		'\x41\u0042\u{43}\u{1f600}',
		'line\
continued',
		'\0'.length,
		'\v\f\b\r\n'.length,
		"it's",
		'say "x"',
		'\q\-',
	);
}

// a string builder
{
	let s = '';
	for (let i = 0; i < 2000; i++) s += String.fromCharCode(97 + (i % 26));
	console.log(
		s.length,
		s[0],
		s[25],
		s[26],
		s.at(-1),
		s.indexOf('z'),
		s.lastIndexOf('a'),
		s.slice(1000, 1010),
		s.split('a').length,
	);
}

// mixing Latin-1 and wide strings
{
	const a = 'abc',
		w = '€uro',
		l = 'ÿé';
	console.log(
		a + w,
		w + a,
		l + w,
		(a + w).indexOf('€'),
		(w + l).length,
		[a, w, l].join('-'),
		(a + w).slice(0, 3) === a,
		(l + w).includes(l),
		w.replace('€', 'e') === 'euro',
		(a + l + w).toUpperCase(),
	);
}

// strings as keys
{
	const o = {};
	o['€'] = 1;
	o['é'] = 2;
	o['a' + 'b'] = 3;
	o['x€'.slice(0, 1)] = 4;
	o['😀'] = 5;
	console.log(o['€'], o.é, o.ab, o.x, o['😀'], Object.keys(o).join(), 'é' in o);
	const m = new Map([
		['€', 1],
		['x€'[0], 2],
	]);
	console.log(m.get('€'), m.get('x'), m.size);
}

// raw and cooked templates
{
	const t = (s, ...v) => s.raw.join('|') + '#' + s.join('|') + '#' + v.join();
	console.log(
		t`a${1}b\n${2}`,
		String.raw`x\ny${3}`,
		String.raw({ raw: ['p', 'q', 'r'] }, 1, 2),
		String.raw({ raw: 'abc' }, '-', '+'),
		t`` === '##',
	);
}

// methods on primitives found by name
{
	const call = (s, m, ...a) => s[m](...a);
	console.log(
		call('abc', 'toUpperCase'),
		call('abc', 'slice', 1),
		call('a-b', 'split', '-'),
		call('abc', 'at', -1),
		'abc'['length'],
		call(5.678, 'toFixed', 1),
	);
}

// search and match on plain text
{
	console.log(
		'hello'.search('l'),
		'hello'.search(/l+/),
		'hello'.search('z'),
		'hello'.match('l')[0],
		'hello'.match('l').index,
		'hello'.match('z'),
		'a.c'.search('.'),
	);
}
