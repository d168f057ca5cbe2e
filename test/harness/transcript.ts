/** What a machine has printed so far, and who waits for more of it. */

interface Waiter {
	readonly take: () => boolean; // tries again; true when it has what it wants
	readonly fail: (reason: string) => void;
}

export class Transcript {
	private bytes = Buffer.alloc(0);
	private taken = 0; // everything before has been handed out
	private ended: string | undefined;
	private readonly waiters: Waiter[] = [];

	append(chunk: Buffer): void {
		this.bytes = Buffer.concat([this.bytes, chunk]);
		this.wake();
	}

	/** Nothing more will come; whoever still waits fails with `reason`. */
	end(reason: string): void {
		this.ended = reason;
		this.wake();
	}

	/** Everything that was printed, for a failure's message. */
	text(): string {
		return this.bytes.toString('latin1');
	}

	/** The next whole line that matches, without its end; the lines before it are skipped. */
	line(pattern: RegExp, timeoutMs: number): Promise<string> {
		return this.wait(`a line that matches ${pattern}`, timeoutMs, () => {
			for (;;) {
				const end = this.bytes.indexOf('\n', this.taken);
				if (end < 0) return undefined;
				const line = this.bytes.toString('utf8', this.taken, end).replace(/\r$/, '');
				this.taken = end + 1;
				if (pattern.test(line)) return line;
			}
		});
	}

	/** Waits for text that need not end a line, such as a prompt; hands out everything up to it. */
	until(text: string, timeoutMs: number): Promise<string> {
		return this.wait(`'${text}'`, timeoutMs, () => {
			const at = this.bytes.indexOf(text, this.taken);
			if (at < 0) return undefined;
			const from = this.taken;
			this.taken = at + Buffer.byteLength(text);
			return this.bytes.toString('utf8', from, this.taken);
		});
	}

	/** The next `count` bytes. */
	take(count: number, timeoutMs: number): Promise<Buffer> {
		return this.wait(`${count} bytes`, timeoutMs, () => {
			if (this.bytes.length < this.taken + count) return undefined;
			this.taken += count;
			return this.bytes.subarray(this.taken - count, this.taken);
		});
	}

	private wait<T>(what: string, timeoutMs: number, find: () => T | undefined): Promise<T> {
		return new Promise((resolve, reject) => {
			const timer = setTimeout(() => {
				this.waiters.splice(this.waiters.indexOf(waiter), 1);
				waiter.fail(`nothing came for ${timeoutMs / 1000} s`);
			}, timeoutMs);
			const waiter: Waiter = {
				take: () => {
					const found = find();
					if (found === undefined) return false;
					clearTimeout(timer);
					resolve(found);
					return true;
				},
				fail: reason => {
					clearTimeout(timer);
					reject(new Error(`Waited for ${what}, but ${reason}.`));
				},
			};
			this.waiters.push(waiter);
			this.wake();
		});
	}

	private wake(): void {
		while (this.waiters[0]?.take()) this.waiters.shift();
		if (this.ended === undefined) return;
		for (const waiter of this.waiters.splice(0)) waiter.fail(this.ended);
	}
}
