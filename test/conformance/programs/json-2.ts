// @ts-nocheck
export {};

// parse errors
{
	let n = 0;
	for (const s of [
		'',
		'{',
		'[1,]',
		'{a:1}',
		"'a'",
		'01',
		'1.',
		'.5',
		'+1',
		'NaN',
		'undefined',
		'{"a":1,}',
		'[1 2]',
		'"\n"',
		'"\\x"',
		'tru',
		'1 1',
		'{"a"}',
		'"abc',
	])
		try {
			JSON.parse(s);
			console.log('parsed', s);
		} catch (e) {
			if (e instanceof SyntaxError) n++;
			else console.log(e.name);
		}
	console.log(n);
	for (const s of ['[]', '0', ' null\n', '"x"']) console.log(JSON.stringify(JSON.parse(s)));
}

// revivers
{
	console.log(
		JSON.parse('[1,2,{"a":3}]', (k, v) => (typeof v === 'number' ? v + 1 : v)),
		JSON.parse('{"a":1,"b":2}', (k, v) => (k === 'a' ? undefined : v)),
		JSON.parse('{"d":"2020-01-01T00:00:00.000Z"}', (k, v) =>
			k === 'd' ? new Date(v) : v,
		).d.getTime(),
		JSON.parse('5', (k, v) => [k, v]),
	);
	const keys = [];
	JSON.parse('{"a":[1,2],"b":{"c":3}}', (k, v) => (keys.push(k), v));
	console.log(keys.join('|'));
}

// revivers see their holder
{
	const log = [];
	JSON.parse('{"x":[7],"y":{"z":8}}', function (k, v) {
		log.push(`${k}:${Array.isArray(this)}:${Object.keys(this).length}`);
		return v;
	});
	console.log(log.join(' '), log.length, log[0], log[1], log.at(-1));
}

// round trips
{
	for (const v of [
		0,
		'text',
		[1, [2, [3]]],
		{ a: { b: { c: [] } } },
		'ü€',
		null,
		1.5e-10,
		[null, false],
	])
		console.log(JSON.stringify(JSON.parse(JSON.stringify(v))) === JSON.stringify(v));
}

// numbers in JSON
{
	console.log(
		JSON.stringify([0.1, 1e-7, 123456789012345680000, 5e-324, 1.0, -1.5, 1e300]),
		JSON.parse('[1e-7,0.1,1e5,123.456,-1]'),
		JSON.parse('1e400'),
		JSON.parse('12345678901234567890'),
		JSON.parse('0.1') + JSON.parse('0.2'),
	);
}

// copies by JSON
{
	const a = { d: new Date(5), u: undefined, n: NaN, l: [1, undefined], f() {} };
	const b = JSON.parse(JSON.stringify(a));
	console.log(b, typeof b.d, 'u' in b, b.n, b.l[1], 'f' in b);
}

// pretty configuration
{
	const config = {
		name: 'app',
		version: 1,
		flags: { debug: false, level: 3 },
		list: ['a', 'b'],
		nested: { deep: { deeper: [[]] } },
	};
	const text = JSON.stringify(config, null, 4);
	console.log(text);
	console.log(
		text.split('\n').length,
		JSON.parse(text).flags.level,
		JSON.stringify(JSON.parse(text)) === JSON.stringify(config),
	);
}

// large documents
{
	const rows = Array.from({ length: 200 }, (_, i) => ({
		id: i,
		name: `row ${i}`,
		tags: [i % 3, i % 5],
		ok: i % 2 === 0,
	}));
	const text = JSON.stringify(rows),
		back = JSON.parse(text);
	console.log(
		text.length,
		back.length,
		back[199].name,
		back[7].tags.join(),
		back.filter(r => r.ok).length,
		JSON.stringify(back) === text,
	);
}

// order of keys
{
	console.log(
		JSON.stringify({ b: 1, a: 2, 2: 3, 1: 4 }),
		JSON.stringify(JSON.parse('{"b":1,"2":2,"a":3,"1":4}')),
		Object.keys(JSON.parse('{"z":1,"y":2}')).join(),
		JSON.stringify({ ...{ z: 1 }, a: 2 }),
		JSON.stringify(
			Object.fromEntries([
				['q', 1],
				['0', 2],
			]),
		),
	);
}
