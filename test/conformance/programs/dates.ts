// @ts-nocheck
export {};

// time values
{
	const d = new Date(0);
	console.log(
		d.getTime(),
		d.toISOString(),
		d.valueOf(),
		+d,
		Number(new Date(5.9)),
		new Date(NaN).getTime(),
		new Date(8.64e15).getTime(),
		new Date(8.64e15 + 1).getTime(),
		typeof Date.now(),
	);
}

// fields in UTC
{
	const d = new Date(Date.UTC(2024, 1, 29, 13, 14, 15, 678));
	console.log(
		d.getUTCFullYear(),
		d.getUTCMonth(),
		d.getUTCDate(),
		d.getUTCDay(),
		d.getUTCHours(),
		d.getUTCMinutes(),
		d.getUTCSeconds(),
		d.getUTCMilliseconds(),
		d.getTime(),
	);
}

// local fields are UTC here
{
	const d = new Date(2020, 0, 15, 10, 30, 45, 500);
	console.log(
		d.getFullYear(),
		d.getMonth(),
		d.getDate(),
		d.getDay(),
		d.getHours(),
		d.getMinutes(),
		d.getSeconds(),
		d.getMilliseconds(),
		new Date(2020, 5).getDate(),
		new Date(99, 0).getFullYear(),
	);
}

// parsing
{
	for (const s of [
		'2020-01-02',
		'2020-01-02T03:04:05Z',
		'2020-01-02T03:04:05.678Z',
		'2020-01-02T03:04:05+02:00',
		'2020',
		'2020-06',
		'-000001-01-01T00:00:00Z',
		'+010000-01-01T00:00:00Z',
	])
		console.log(new Date(s).getTime());
	console.log(Date.parse('garbage'), Date.parse('2020-13-01'), Date.parse('2020-02-30T00:00:00Z'));
}

// toISOString
{
	for (const t of [0, -1, 1e12, 253402300800000, -62198755200000])
		console.log(new Date(t).toISOString());
	try {
		new Date(NaN).toISOString();
	} catch (e) {
		console.log(e.name);
	}
}

// overflow of fields
{
	const iso = (...a) => new Date(Date.UTC(...a)).toISOString().slice(0, 19);
	console.log(
		iso(2021, 12, 1),
		iso(2021, 0, 32),
		iso(2020, 1, 30),
		iso(2020, 0, 0),
		iso(2020, 0, 1, 25),
		iso(2020, 0, 1, 0, -1),
		iso(2020, -1, 1),
		iso(2019, 1, 29),
		iso(2020),
	);
}

// setters
{
	const d = new Date(Date.UTC(2020, 0, 31));
	console.log(
		d.setUTCMonth(1),
		d.toISOString(),
		d.setUTCDate(0),
		d.getUTCDate(),
		d.setUTCHours(25),
		d.toISOString(),
		d.setUTCFullYear(2000, 1, 29),
		d.toISOString(),
		d.setTime(0),
		d.setUTCMilliseconds(1500),
		d.setUTCSeconds(90),
		d.setUTCMinutes(-1),
		d.toISOString(),
	);
}

// differences
{
	const a = new Date('2024-03-01'),
		b = new Date('2024-02-01');
	const days = (a - b) / 86400000;
	console.log(
		days,
		a > b,
		a < b,
		a >= a,
		a == a,
		+a === +new Date(+a),
		Math.floor((a - b) / 36e5),
		new Date(a).getTime() === a.getTime(),
	);
}

// adding days
{
	const add = (d, n) => new Date(d.getTime() + n * 864e5);
	const d = new Date('2023-12-30T12:00:00Z');
	for (const n of [0, 1, 2, 60, -365]) console.log(add(d, n).toISOString().slice(0, 10));
}

// leap years
{
	const days = (y, m) => new Date(Date.UTC(y, m + 1, 0)).getUTCDate();
	console.log(
		days(2020, 1),
		days(2021, 1),
		days(1900, 1),
		days(2000, 1),
		days(2020, 11),
		[...Array(12).keys()].map(m => days(2023, m)).join(),
	);
}

// JSON and text
{
	const d = new Date(Date.UTC(2020, 6, 4, 5, 6, 7));
	console.log(
		JSON.stringify(d),
		d.toJSON(),
		JSON.stringify({ d }),
		new Date(NaN).toJSON(),
		d.toUTCString(),
		String(new Date(NaN)),
		d.toISOString() === new Date(d.toISOString()).toISOString(),
	);
}

// texts of dates
{
	const d = new Date(Date.UTC(2021, 10, 5, 6, 7, 8));
	console.log(
		d.toString(),
		'|',
		d.toDateString(),
		'|',
		d.toTimeString(),
		'|',
		d.toUTCString(),
		'|',
		String(d) === d.toString(),
		`${d}`.length,
	);
}

// invalid dates
{
	const d = new Date('nope');
	console.log(
		d.getTime(),
		d.getFullYear(),
		isNaN(d),
		String(d),
		d.toJSON(),
		d.getUTCDay(),
		d.setUTCDate(1),
		Number.isNaN(+d),
		d instanceof Date,
	);
}

// copies and comparison
{
	const a = new Date(1000),
		b = new Date(a),
		c = a;
	c.setTime(2000);
	console.log(
		a.getTime(),
		b.getTime(),
		a === c,
		a === b,
		a > b,
		[b, a].sort((x, y) => y - x)[0] === a,
		Math.max(a, b),
		typeof a,
		Object.prototype.toString.call(a),
	);
}

// weeks and ordinals
{
	const day = d => Math.floor((d - Date.UTC(d.getUTCFullYear(), 0, 0)) / 864e5);
	const names = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];
	for (const s of ['2024-01-01', '2024-12-31', '2000-02-29', '1969-07-20', '1600-01-01']) {
		const d = new Date(s);
		console.log(day(d), names[d.getUTCDay()], d.getTime());
	}
}

// formatting by hand
{
	const p = n => String(n).padStart(2, '0');
	const f = d =>
		`${d.getUTCFullYear()}/${p(d.getUTCMonth() + 1)}/${p(d.getUTCDate())} ${p(d.getUTCHours())}:${p(d.getUTCMinutes())}`;
	const ago = ms =>
		ms < 6e4
			? `${Math.round(ms / 1e3)}s`
			: ms < 36e5
				? `${Math.round(ms / 6e4)}m`
				: `${(ms / 36e5).toFixed(1)}h`;
	console.log(
		f(new Date(0)),
		f(new Date(1e12)),
		f(new Date('1999-12-31T23:59:59Z')),
		ago(5000),
		ago(90000),
		ago(5400000),
	);
}

// Date without new
{
	console.log(
		typeof Date(),
		Date.length,
		Date.name,
		Date.UTC(2000, 0),
		Date.UTC(70, 0),
		Math.abs(new Date() - Date.now()) < 1000,
		new Date() instanceof Date,
		Date.now() > 1.5e12,
	);
}
