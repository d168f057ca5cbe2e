// @ts-nocheck
export {};

// test and exec
{
	const m = /b(.)d/.exec('abcd');
	console.log(
		/a/.test('cat'),
		/x/.test('cat'),
		m[0],
		m[1],
		m.index,
		m.input,
		m.length,
		/z/.exec('abc'),
	);
}

// character classes
{
	console.log(
		'a1_ -é'.replace(/\w/g, 'w'),
		'a1 b'.replace(/\W/g, '.'),
		'a1b22'.replace(/\d+/g, '#'),
		'a b\tc\n'.replace(/\s/g, '_'),
		'abc'.replace(/[^b]/g, '-'),
		'x-y'.replace(/[a-y-]/g, '*'),
		'a.b'.replace(/[.]/g, '!'),
		'A1'.replace(/[a-z\d]/gi, '?'),
	);
}

// quantifiers
{
	for (const r of [/a*/, /a+/, /a?/, /a{2}/, /a{2,}/, /a{1,2}/, /a+?/, /a*?b/, /(?:ab)+/])
		console.log(JSON.stringify(r.exec('aaab ababab')?.[0]));
}

// anchors and boundaries
{
	console.log(
		/^a/.test('ab'),
		/^b/.test('ab'),
		/b$/.test('ab'),
		/^$/.test(''),
		'one two'.replace(/\b/g, '|'),
		'foobar'.replace(/\Bo/g, '0'),
		'a\nb'.replace(/^b/m, 'X'),
		/a$/m.test('a\nb'),
		/a$/.test('a\nb'),
	);
}

// groups and back references
{
	const m = /(\d+)-(\d+)(-x)?/.exec('10-20');
	console.log(
		m[1],
		m[2],
		m[3],
		m.length,
		/(a)(?:b)(c)/.exec('abc').slice(1).join(),
		/(.)\1/.exec('hello')[0],
		/(['"]).*?\1/.exec(`say "it's"`)[0],
		'abab'.replace(/(a)(b)/g, '$2$1'),
	);
}

// named groups
{
	const m = /(?<y>\d{4})-(?<m>\d\d)/.exec('on 2020-05');
	console.log(
		m.groups.y,
		m.groups.m,
		m.groups.z,
		m[1],
		'2020-05'.replace(/(?<y>\d+)-(?<m>\d+)/, '$<m>/$<y>'),
		/(?<q>['"])x\k<q>/.test(`"x"`),
		/a/.exec('a').groups,
	);
}

// flags
{
	const r = /a.c/gimsuy;
	console.log(
		r.flags,
		r.global,
		r.ignoreCase,
		r.multiline,
		r.dotAll,
		r.unicode,
		r.sticky,
		r.source,
		String(/a\/b/g),
		/A/i.test('a'),
		/a.b/.test('a\nb'),
		/a.b/s.test('a\nb'),
	);
}

// lastIndex
{
	const r = /a/g;
	console.log(r.test('aa'), r.lastIndex, r.test('aa'), r.lastIndex, r.test('aa'), r.lastIndex);
	r.lastIndex = 1;
	console.log(r.exec('aba').index, /a/.lastIndex, ((r.lastIndex = 99), r.test('a')), r.lastIndex);
	const s = /b/y;
	console.log(s.test('ab'), ((s.lastIndex = 1), s.test('ab')), s.lastIndex);
}

// match
{
	console.log(
		'a1b22'.match(/\d+/g),
		'a1b22'.match(/\d+/)[0],
		'abc'.match(/x/g),
		'abc'.match(/x/),
		'abc'.match(/(b)/).index,
		'aaa'.match(/a/g).length,
		'x'.match(/(y)?x/)[1],
		'A b C'.match(/[A-Z]/g).join(),
	);
}

// matchAll
{
	const all = [...'a1b22c333'.matchAll(/([a-z])(\d+)/g)];
	console.log(
		all.length,
		all.map(m => m[1] + m[2].length).join(),
		all[1].index,
		[...'x'.matchAll(/y/g)].length,
		Array.from('k=v;p=q'.matchAll(/(\w)=(\w)/g), m => m.slice(1).join('')).join(),
	);
	try {
		'a'.matchAll(/a/);
	} catch (e) {
		console.log(e.name);
	}
}

// replace
{
	console.log(
		'John Smith'.replace(/(\w+)\s(\w+)/, '$2, $1'),
		'aaa'.replace(/a/g, (m, i) => i),
		'abc'.replace(/(?<l>b)/, (...a) => a.at(-1).l.toUpperCase()),
		'x'.replace(/x/, '$$'),
		'abc'.replace(/b/, "[$`$&$']"),
		'camelCaseText'.replace(/[A-Z]/g, c => '-' + c.toLowerCase()),
		'a-b_c'.replace(/[-_](.)/g, (_, c) => c.toUpperCase()),
	);
}

// split
{
	console.log(
		'a1b2c'.split(/\d/),
		'a1b2c'.split(/(\d)/),
		'abc'.split(/(?:)/),
		'a, b ,c'.split(/\s*,\s*/),
		''.split(/x/),
		'aXbxc'.split(/x/i, 2),
		'one  two'.split(/ /),
		'ab'.split(/(a)|b/),
	);
}

// search
{
	console.log(
		'hello'.search(/l/),
		'hello'.search(/z/),
		'hello'.search(/^/),
		'a1'.search(/\d/),
		'HELLO'.search(/l/i),
	);
}

// lookahead and lookbehind
{
	console.log(
		'price 100$ 200€'.match(/\d+(?=€)/)[0],
		'a1b2'.replace(/\w(?!\d)/g, '.'),
		'$5 €6'.match(/(?<=€)\d/)[0],
		'$5 6'.match(/(?<!\$)\b\d/)[0],
		'1234567'.replace(/\B(?=(\d{3})+$)/g, ','),
		'foobar'.replace(/(?<=foo)bar/, 'X'),
	);
}

// alternation
{
	console.log(
		/cat|dog/.exec('hotdog')[0],
		/^(?:a|ab)(?:c|bcd)$/.exec('abcd')[0],
		'a|b'.split('|').length,
		/(a|ab)(c|bcd)(d*)/.exec('abcd').slice(1).join('|'),
		'red green'.replace(/red|green/g, m => ({ red: 'rot', green: 'grün' })[m]),
		/a||b/.exec('b')[0] === '',
	);
}
