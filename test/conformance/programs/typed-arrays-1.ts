// @ts-nocheck
export {};

// construction
{
	console.log(
		new Uint8Array(3),
		new Uint8Array([1, 256, -1]),
		new Int8Array([127, 128, -129]),
		new Uint16Array([65536, 65535]),
		new Float32Array([1.1])[0],
		new Uint8ClampedArray([300, -5, 1.5, 2.5]),
		new Uint8Array(new Set([1, 2])),
		new Int32Array(new Uint8Array([1, 255])),
		Uint8Array.from('123'),
		Uint8Array.of(7, 8),
	);
}

// conversions on store
{
	const u8 = new Uint8Array(1),
		i16 = new Int16Array(1),
		u32 = new Uint32Array(1),
		f32 = new Float32Array(1),
		i32 = new Int32Array(1);
	for (const v of [1.9, -1.9, 300, -300, 2 ** 32, 2 ** 31, NaN, Infinity, '7', null, true]) {
		u8[0] = v;
		i16[0] = v;
		u32[0] = v;
		i32[0] = v;
		f32[0] = v;
		console.log(u8[0], i16[0], u32[0], i32[0], f32[0]);
	}
}

// indices out of range
{
	const a = new Uint8Array([1, 2, 3]);
	a[3] = 9;
	a[-1] = 9;
	a['x'] = 5;
	a[1.5] = 9;
	console.log(
		a,
		a[3],
		a[-1],
		a.length,
		a['x'],
		a.at(-1),
		a.at(5),
		2 in a,
		3 in a,
		Object.keys(a).join(),
	);
	let i = 10;
	a[i] = 4;
	a[i]++;
	a[i] += 1;
	console.log(a[i], a.join());
}

// views of one buffer
{
	const b = new ArrayBuffer(8);
	const u8 = new Uint8Array(b),
		u16 = new Uint16Array(b, 2, 2),
		u32 = new Uint32Array(b);
	u8[2] = 0x34;
	u8[3] = 0x12;
	u32[1] = 0xdeadbeef;
	console.log(
		u16[0].toString(16),
		u16[1].toString(16),
		u8[4].toString(16),
		u32[1].toString(16),
		u16.byteOffset,
		u16.length,
		u16.byteLength,
		u8.buffer === b,
		u16.BYTES_PER_ELEMENT,
		b.byteLength,
	);
}

// subarray and slice
{
	const a = new Uint8Array([0, 1, 2, 3, 4, 5]);
	const s = a.subarray(2, 4),
		c = a.slice(2, 4);
	s[0] = 99;
	console.log(
		a,
		s,
		c,
		s.length,
		s.byteOffset,
		a.subarray(-2),
		a.slice(-2, -1),
		a.subarray(3).subarray(1),
		a.subarray(9).length,
	);
}

// set
{
	const a = new Uint8Array(6);
	a.set([1, 2]);
	a.set(new Uint8Array([7, 8]), 2);
	a.set([300], 5);
	console.log(a, a.length);
	try {
		a.set([1, 2], 5);
	} catch (e) {
		console.log(e.name);
	}
	a.set(a.subarray(0, 3), 1);
	console.log(a.join(), a.set([]), a[0]);
}

// methods as of arrays
{
	const a = Uint8Array.of(5, 1, 4);
	console.log(
		a.map(x => x * 100),
		a.filter(x => x > 1),
		a.reduce((x, y) => x + y),
		a.join('-'),
		a.indexOf(4),
		a.includes(9),
		a.find(x => x > 4),
		a.findIndex(x => x === 1),
		a.some(x => x > 4),
		a.every(x => x > 1),
		a.lastIndexOf(5),
	);
	console.log(
		a.slice().sort(),
		a.slice().reverse(),
		a.slice().fill(7, 1),
		a.toSorted(),
		a.with(0, 9),
		[...a],
		[...a.entries()].join(';'),
		[...a.keys()].join(),
	);
}

// sort of numbers
{
	console.log(
		Float64Array.of(3, -1, 20, 10, -0, 0, NaN, 2.5).sort().join(),
		Int8Array.of(-1, 5, -20).sort().join(),
		Uint8Array.of(10, 9, 100).sort().join(),
		Uint8Array.of(1, 3, 2)
			.sort((a, b) => b - a)
			.join(),
		Int16Array.of().sort().length,
	);
}

// for of and forEach
{
	let s = 0,
		log = '';
	for (const v of Uint16Array.of(1, 2, 3)) s += v;
	Int8Array.of(-1, -2).forEach((v, i, a) => {
		log += `${v}:${i}:${a.length} `;
	});
	for (const i in Uint8Array.of(9, 8)) log += i;
	const [x, y, ...r] = Uint8Array.of(4, 5, 6, 7);
	console.log(
		s,
		log,
		x,
		y,
		r,
		Math.max(...Uint8Array.of(3, 9, 4)),
		Array.from(Uint8Array.of(1, 2), v => v * 2),
		Array.isArray(Uint8Array.of(1)),
	);
}
