// @ts-nocheck
export {};

// DataView
{
	const v = new DataView(new ArrayBuffer(16));
	v.setUint8(0, 255);
	v.setInt16(1, -2);
	v.setUint32(3, 0x12345678, true);
	v.setFloat32(8, 1.5);
	v.setInt8(7, -128);
	console.log(
		v.getUint8(0),
		v.getInt8(0),
		v.getInt16(1),
		v.getUint16(1, true),
		v.getUint32(3, true).toString(16),
		v.getUint32(3).toString(16),
		v.getFloat32(8),
		v.getInt8(7),
		v.byteLength,
	);
	v.setFloat64(8, Math.PI);
	console.log(v.getFloat64(8), v.getFloat64(8, true) !== Math.PI, v.getUint8(8));
	try {
		v.getInt32(13);
	} catch (e) {
		console.log(e.name);
	}
}

// DataView with an offset
{
	const b = new ArrayBuffer(8);
	const v = new DataView(b, 2, 4);
	v.setUint16(0, 0xabcd);
	console.log(new Uint8Array(b).join(), v.byteOffset, v.byteLength, v.getUint8(1), v.buffer === b);
	try {
		v.setUint8(4, 1);
	} catch (e) {
		console.log(e.name);
	}
	try {
		new DataView(b, 9);
	} catch (e) {
		console.log(e.name);
	}
}

// ArrayBuffer
{
	const b = new ArrayBuffer(4);
	new Uint8Array(b).set([1, 2, 3, 4]);
	const c = b.slice(1, 3);
	console.log(
		b.byteLength,
		c.byteLength,
		new Uint8Array(c).join(),
		ArrayBuffer.isView(new Uint8Array(1)),
		ArrayBuffer.isView(b),
		b instanceof ArrayBuffer,
		b.slice(-1).byteLength,
		b.slice(9).byteLength,
	);
}

// types and names
{
	for (const T of [
		Int8Array,
		Uint8Array,
		Uint8ClampedArray,
		Int16Array,
		Uint16Array,
		Int32Array,
		Uint32Array,
		Float32Array,
		Float64Array,
	])
		console.log(
			T.name,
			T.BYTES_PER_ELEMENT,
			new T(2).byteLength,
			Object.prototype.toString.call(new T(0)),
			new T(1) instanceof T,
		);
}

// byte order
{
	const little = new Uint8Array(new Uint32Array([1]).buffer)[0] === 1;
	const bits = x =>
		[...new Uint8Array(new Float64Array([x]).buffer)]
			.reverse()
			.map(b => b.toString(16).padStart(2, '0'))
			.join('');
	console.log(little, bits(1), bits(-0), bits(0.1), bits(5e-324));
}

// bit sets
{
	const bits = new Uint32Array(4);
	const add = i => {
		bits[i >>> 5] |= 1 << (i & 31);
	};
	const has = i => (bits[i >>> 5] & (1 << (i & 31))) !== 0;
	[0, 31, 32, 100, 127].forEach(add);
	console.log(has(31), has(30), has(100), has(127), has(1), bits.join());
	bits[0] &= ~1;
	bits[3] ^= 0xffffffff;
	bits[1] <<= 4;
	console.log(bits.join());
}

// checksums
{
	const data = Uint8Array.from({ length: 256 }, (_, i) => i);
	let a = 1,
		b = 0;
	for (const x of data) {
		a = (a + x) % 65521;
		b = (b + a) % 65521;
	}
	const table = Uint32Array.from({ length: 256 }, (_, n) => {
		for (let k = 0; k < 8; k++) n = n & 1 ? 0xedb88320 ^ (n >>> 1) : n >>> 1;
		return n;
	});
	let c = 0xffffffff;
	for (let i = 0; i < data.length; i++) c = table[(c ^ data[i]) & 255] ^ (c >>> 8);
	console.log(((b << 16) | a) >>> 0, (c ^ 0xffffffff) >>> 0, table[1], table[255], data.length);
}

// a ring buffer
{
	class Ring {
		#b;
		#r = 0;
		#w = 0;
		constructor(n) {
			this.#b = new Uint8Array(n);
		}
		put(x) {
			if (this.#w - this.#r === this.#b.length) return false;
			this.#b[this.#w++ % this.#b.length] = x;
			return true;
		}
		take() {
			return this.#r === this.#w ? -1 : this.#b[this.#r++ % this.#b.length];
		}
	}
	const r = new Ring(2);
	console.log(r.put(1), r.put(2), r.put(3), r.take(), r.put(300), r.take(), r.take(), r.take());
}

// moving bytes
{
	const a = Uint8Array.of(1, 2, 3, 4, 5);
	a.copyWithin(1, 0, 3);
	console.log(a.join());
	a.fill(9, 3);
	console.log(a.join());
	a.reverse();
	console.log(a.join());
	const b = new Uint8Array(a);
	b[0] = 0;
	console.log(a[0], b[0], a.join() === b.join());
	const c = new Uint8Array(a.buffer);
	c[0] = 77;
	console.log(a[0]);
}
