import { sleep } from 'kernel:time';
import { on } from 'kernel:irq';
import { double, big, flag, greet, tooBig } from './math.ts';

enum Level { Low, High = 5 }
interface Shape { area(): number; }
abstract class Base implements Shape { constructor(protected readonly name: string) {} abstract area(): number; toString(): string { return `${this.name}=${this.area()}`; } }
class Square extends Base { #side: number; constructor(side: number) { super('square'); this.#side = side; } area(): number { return this.#side ** 2; } override toString(): string { return `<${super.toString()}>`; } }
class NotFound extends Error { constructor(readonly what: string) { super(`no ${what}`); this.name = 'NotFound'; } }
function* range(n: number): Generator<number> { for (let i = 0; i < n; i++) yield i; }
const squares: readonly Shape[] = [new Square(2), new Square(3)];
console.log(`${squares.map(s => String(s)).join(' ')} ${Level.High} ${Level[0]}`);
const words = new Map<string, number>();
for (const word of 'the cat the dog the end'.split(' ')) words.set(word, (words.get(word) ?? 0) + 1);
const sorted = [...words.entries()].sort((a, b) => b[1] - a[1]);
console.log(sorted[0], words.size, [...range(4)]);
const { a, ...rest } = { a: 1, b: 2, c: 3 };
console.log(a, rest, Object.entries(rest).length);
const counter = (() => { let n = 0; return () => ++n; })();
counter(); console.log('counter', counter());
console.log(double(21), big(), flag(true), flag(false));
greet('wörld');
for (const bad of [256, -1, 1.5, NaN]) { try { double(bad); console.log('??'); } catch (e) { console.log(e instanceof RangeError, (e as Error).message); } }
try { tooBig(); } catch (e) { console.log(e instanceof RangeError, (e as Error).message); }
async function find(what: string): Promise<never> { await sleep(2); throw new NotFound(what); }
try { await find('cat'); } catch (e) { if (e instanceof NotFound) console.log(e.name, e.message, e.what, e instanceof Error); } finally { console.log('finally'); }
const results = await Promise.allSettled([sleep(1).then(() => 'a'), find('dog'), Promise.resolve(3)]);
console.log(results.map(r => r.status).join());
let ticks = 0;
const timer = setInterval(() => { if (++ticks === 3) { clearInterval(timer); console.log('ticks', ticks); } }, 5);
for (let i = 0; i < 5; i++) { try { if (i % 2 === 0) continue; if (i === 3) break; console.log('odd', i); } finally { ticks += 0; } }
label: for (const x of [1, 2]) for (const y of [1, 2]) { if (y === 2) continue label; console.log(x * y); }
console.log([1, 2, 3].reduce((s, x) => s + x, 0), 'abc'.at(-1), 'x'.padStart(3, '.'), [3, 1, 2].toString(), JSON.stringify({ a: [1, 'b', null], c: { d: true } }), JSON.parse('{"k":[1,2]}').k.length);
const date = new Date(0); console.log(date.getTime());
console.log(Number('12'), parseInt('ff', 16), (255).toString(16), (3.14159).toFixed(2), Math.max(1, 2), 7 % 3, 2 ** 10, 1 / 0, NaN);
