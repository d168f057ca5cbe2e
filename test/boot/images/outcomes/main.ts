/** Ends in the way that the first line of input names. */

import { readLine } from 'kernel:console';
import { on, once } from 'kernel:irq';
import { setExitStatus, stayUp } from 'kernel:machine';
import { sleep } from 'kernel:time';

async function fail(message: string): Promise<void> {
	await sleep(1);
	throw new TypeError(message);
}

async function failAtOnce(message: string): Promise<void> {
	throw new TypeError(message);
}

function dive(depth: number): number {
	return depth === -1 ? 0 : dive(depth + 1) + 1;
}

async function diveLater(): Promise<void> {
	await sleep(1);
	console.log(dive(0));
}

async function waitForever(): Promise<void> {
	await new Promise(() => {});
}

const outcomes: Record<string, () => void> = {
	nothing: () => {},
	status: () => setExitStatus(7),
	timer: () => {
		setTimeout(() => console.log('last'), 20);
	},
	interval: () => {
		let count = 0;
		const timer = setInterval(() => {
			count += 1;
			if (count === 3) clearInterval(timer);
			console.log(`interval ${count}`);
		}, 1);
	},
	order: () => {
		setTimeout(() => console.log('timer 2'), 2);
		setTimeout(() => {
			console.log('timer 1');
			queueMicrotask(() => console.log('microtask'));
		}, 1);
		setTimeout((...words: string[]) => console.log('timer 1, second', ...words), 1, 'a', 'b');
		Promise.resolve('promise').then(word => console.log(word));
		console.log('main');
	},
	listener: () => {
		const stop = on(42, count => {
			console.log(`line 42 fired ${count} times`);
			stop();
		});
		console.log('listening');
	},
	once: () => {
		once(42).then(count => console.log(`once ${count}`));
		console.log('listening');
	},
	timeout: () => {
		once(42, { timeout: 5 }).catch((error: unknown) => console.log(error));
	},
	stay: () => {
		stayUp();
		setTimeout(() => console.log('still here'), 5);
	},
	range: () => {
		for (const irq of [-1, 0, 96, 1024, 1.5]) {
			try {
				on(irq, () => {});
			} catch (error) {
				console.log(error instanceof RangeError);
			}
		}
	},
	throw: () => {
		throw new RangeError('thrown in a task');
	},
	'throw in timer': () => {
		setTimeout(() => {
			throw new RangeError('thrown in a timer');
		}, 1);
		setTimeout(() => console.log('too late'), 50);
	},
	'reject later': () => {
		fail('rejected later');
		setTimeout(() => console.log('too late'), 50);
	},
	'reject at once': () => {
		failAtOnce('rejected at once');
		setTimeout(() => console.log('too late'), 50);
	},
	'reject text': () => {
		Promise.reject('just text');
	},
	'reject handled': () => {
		fail('handled').catch((error: unknown) => console.log(`handled ${error}`));
	},
	heap: () => {
		const kept: number[][] = [];
		for (;;) kept.push([1, 2, 3]);
	},
	coroutines: () => {
		for (let i = 0; i < 5000; i++) waitForever();
	},
	'deep coroutine': () => {
		diveLater();
	},
};

readLine().then(line => {
	const outcome = outcomes[line ?? ''];
	if (outcome === undefined) console.log(`no outcome '${line}'`);
	else outcome();
});
