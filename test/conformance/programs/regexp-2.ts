// @ts-nocheck
export {};

// greedy and lazy
{
	const s = '<b>one</b><b>two</b>';
	console.log(
		s.match(/<b>.*<\/b>/)[0].length,
		s.match(/<b>.*?<\/b>/)[0],
		s.replace(/<.+?>/g, ''),
		s.match(/<b>(.*?)<\/b>/g).length,
		'aaa'.match(/a{1,2}?/)[0],
		'aaa'.match(/a??/)[0] === '',
	);
}

// escapes
{
	console.log(
		/\./.test('a'),
		/\./.test('.'),
		/\u0041\x42/.test('AB'),
		/\t/.test('\t'),
		/[\]\\]/.test(']'),
		/\$\^\*/.test('$^*'),
		/\cA/.test('\x01'),
		/[\b]/.test('\b'),
		/\//.source,
		/\0/.test('\0'),
	);
}

// unicode
{
	console.log(
		/^.$/.test('😀'),
		/^.$/u.test('😀'),
		/\u{1f600}/u.test('😀'),
		'😀é'.match(/./gu).length,
		/é/i.test('É'),
		/\p{L}/u.test('é'),
		'añ1'.replace(/\p{L}/gu, 'L'),
		/[😀-😂]/u.test('😁'),
		/^\p{Lu}/u.test('É'),
	);
}

// constructed expressions
{
	const esc = s => s.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
	const r = new RegExp(esc('a.b'), 'g');
	console.log(
		r.source,
		r.flags,
		'a.b axb'.replace(r, '!'),
		new RegExp('/').source,
		new RegExp(/x/gi).flags,
		new RegExp(/x/g, 'i').flags,
		String(new RegExp('')),
		RegExp('a|b').test('b'),
		new RegExp('\\d+').exec('a12')[0],
	);
	for (const p of ['(', '[', 'a**', '\\'])
		try {
			new RegExp(p);
			console.log('ok', p);
		} catch (e) {
			console.log(e.name);
		}
}

// exec in a loop
{
	const r = /(\w)(\d)/g,
		out = [];
	let m;
	while ((m = r.exec('a1 b2 c3')) !== null) out.push(`${m[1]}${m[2]}@${m.index}/${r.lastIndex}`);
	console.log(out.join(' '), out.length, r.lastIndex, out[0], out[2]);
	for (const [all, k, v] of 'x=1&y=2'.matchAll(/(\w)=(\d)/g)) console.log(all, k, v);
}

// empty matches
{
	console.log(
		'abc'.replace(/x*/g, '-'),
		'abc'.match(/x*/g).length,
		'abc'.split(/x*/),
		[...'ab'.matchAll(/(?:)/g)].length,
		'aab'.replace(/a*?/g, '.'),
		''.replace(/^/, '^'),
	);
}

// validators
{
	const email = /^[\w.+-]+@[\w-]+\.[\w.]+$/,
		ip = /^(?:(?:25[0-5]|2[0-4]\d|1?\d?\d)(?:\.(?!$)|$)){4}$/,
		hex = /^#(?:[\da-f]{3}){1,2}$/i,
		time = /^([01]\d|2[0-3]):[0-5]\d$/;
	console.log(
		email.test('a.b@c.de'),
		email.test('a@b'),
		ip.test('192.168.1.1'),
		ip.test('256.1.1.1'),
		hex.test('#fFf'),
		hex.test('#ffff'),
		time.test('23:59'),
		time.test('24:00'),
	);
}

// a tokenizer
{
	const lex = s =>
		[...s.matchAll(/\s*(?:(?<num>\d+(?:\.\d+)?)|(?<id>[a-z_]\w*)|(?<op>[-+*/()=]))/gi)].map(
			m =>
				Object.entries(m.groups)
					.filter(([, v]) => v !== undefined)
					.map(([k, v]) => `${k}:${v}`)[0],
		);
	console.log(
		lex('x1 = 3.14 * (y + 2)').join(' '),
		lex('').length,
		lex('foo').join(),
		lex('1+2').length,
		lex('a=b')[1],
	);
}

// parsing lines
{
	const text = 'GET /path?x=1&y=2 HTTP/1.1\r\nHost: example.com\r\nAccept: */*';
	const [first, ...rest] = text.split(/\r?\n/);
	const [, method, path, query] = /^(\w+) ([^?\s]+)(?:\?(\S+))?/.exec(first);
	const headers = Object.fromEntries(rest.map(l => /^([^:]+):\s*(.*)$/.exec(l).slice(1)));
	console.log(
		method,
		path,
		query,
		headers.Host,
		headers.Accept,
		Object.keys(headers).length,
		query
			.split('&')
			.map(p => p.split('=')[1])
			.join(),
	);
}

// regular expressions as values
{
	const r = /a/;
	console.log(
		typeof r,
		r instanceof RegExp,
		Object.prototype.toString.call(r),
		[/a/, /b/].map(x => x.test('b')),
		String([/x/y]),
		Object.keys(r).length,
		r.toString(),
		/a/ === /a/,
		{ r }.r === r,
	);
}
