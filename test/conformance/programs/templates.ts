// @ts-nocheck
export {};

// nested templates
{
	const a = [1, 2, 3];
	console.log(
		`<${a.map(x => `[${x}]`).join('')}>`,
		`${`${`${1}`}`}`,
		`a${''}b`,
		`${1}${2}${3}`,
		`$${5}`,
		`\${x}`,
		`\``,
	);
}

// multi-line templates
{
	const s = `one
two
	three`;
	console.log(
		s.split('\n').length,
		s.split('\n')[2],
		s.length,
		`\
x`,
		`a\nb`.length,
	);
}

// expressions in templates
{
	const o = { a: { b: [1, 2] }, f: x => x + 1 };
	console.log(
		`${o.a.b[1]} ${o.f(1)} ${o.x?.y} ${o.a.b.length > 1 ? 'many' : 'few'} ${1 + 1} ${'a' + `b`} ${void 0} ${[]}${{}}`,
	);
	console.log(
		`${(() => 'iife')()}`,
		`${typeof o}`,
		`${o.a ?? 'none'}`,
		`${!0}`,
		`${new Date(0).getTime()}`,
	);
}

// tag receives strings and values
{
	const tag = (strings, ...values) => {
		console.log(
			strings.length,
			values.length,
			JSON.stringify(strings),
			JSON.stringify(values),
			Array.isArray(strings),
		);
		return values[0];
	};
	console.log(tag`a${1}b${'x'}c`, tag`${2}`, tag`none`);
}

// tag as a method
{
	const o = {
		p: '>',
		tag(s, v) {
			return this.p + s[0] + v + s[1];
		},
	};
	console.log(o.tag`a${1}b`, o['tag']`c${2}d`);
	class T {
		static of(s) {
			return s[0];
		}
	}
	console.log(T.of`cls`, (s => s.raw[0])`\n`, (x => y => y[0] + x[0])`a``b`);
}

// the same strings object each time
{
	const seen = [];
	const tag = s => (seen.push(s), s);
	const f = () => tag`x${1}y`;
	console.log(
		f() === f(),
		tag`x${1}y` === f(),
		seen.length,
		Object.isFrozen(seen[0]),
		seen[0].raw.length,
	);
}

// html escape
{
	const html = (s, ...v) =>
		s.reduce(
			(a, t, i) =>
				a +
				t +
				(i < v.length
					? String(v[i]).replace(/[&<>]/g, c => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;' })[c])
					: ''),
			'',
		);
	console.log(html`<p>${'<b>'}</p>`, html`${'a&b'}`, html`x`, html`${1}${null}`, html`<${'>'}>`);
}

// order of evaluation
{
	const log = [];
	const v = n => (log.push(n), n);
	const t = (s, ...a) => {
		log.push('tag');
		return a.length;
	};
	console.log(`${v(1)}${v(2)}`, t`${v(3)}${v(4)}`, `${v(5)}${log.length}`, log.join(), log.length);
}

// dedent
{
	const dedent = s => {
		const lines = s.split('\n').filter(l => l.trim());
		const n = Math.min(...lines.map(l => l.match(/^\t*/)[0].length));
		return lines.map(l => l.slice(n)).join('\n');
	};
	console.log(
		dedent(`
		a
			b
		c
	`)
			.split('\n')
			.map(l => JSON.stringify(l))
			.join(' '),
		dedent('\tx'),
		dedent('y').length,
		dedent('\t\ta\n\tb').length,
		dedent('q\nr').split('\n').length,
	);
}

// numbers in templates
{
	for (const n of [0, -0, 1.5, 1e21, 1e-7, NaN, Infinity, 0.1 + 0.2, 2 ** 53, 100])
		console.log(`${n}|${-n}`);
}
