import { sample } from './generate/arbitrary.ts';
import { evaluate } from './evaluate.ts';
import { printModule } from './print.ts';
import { runOnHost, Refused } from './host.ts';
import { seen } from './outcome.ts';
const seed = Number(process.argv[2] ?? 1), count = Number(process.argv[3] ?? 10);
let t = Date.now();
const tick = (what: string) => { console.log(what, Date.now() - t); t = Date.now(); };
const ps = sample(seed, count); tick('generate');
const printed = printModule(ps);
if (process.argv[4] === 'print') console.log(printed.text);
const out = ps.map(p => evaluate(p)); tick('evaluate');
console.log('lines', printed.text.split('\n').length, 'panics', out.filter(o => o.panic).length, 'steps', out.reduce((s, o) => s + o.steps, 0));
try {
const got = await runOnHost(ps); tick('host');
out.forEach((o, i) => { const w = seen(o.trace, o.panic && `${o.panic.text} (line ${printed.lines.get(o.panic.node)})`); if (w !== got[i]) console.log(i, w, '|', got[i]); });
} catch (e) { console.log(String(e)); }
