/** One side of a protocol of lines over a Unix socket: QMP and qtest are both of this kind. */

import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { createInterface } from 'node:readline';

export class LineSocket {
	private readonly socket: Socket;
	private readonly lines: AsyncIterator<string>;
	private last: Promise<unknown> = Promise.resolve();

	private constructor(socket: Socket) {
		this.socket = socket;
		this.lines = createInterface({ input: socket })[Symbol.asyncIterator]();
	}

	/** Connects as soon as QEMU listens; fails when `isOver` says that it never will. */
	static async open(path: string, isOver: () => boolean): Promise<LineSocket> {
		for (;;) {
			const socket = connect({ path });
			socket.on('error', () => {}); // What fails later shows in `next`.
			const connected = once(socket, 'connect').then(
				() => true,
				() => false,
			);
			if (await connected) return new LineSocket(socket);
			if (isOver()) throw new Error('QEMU ended before it opened its control socket.');
			await new Promise(resolve => setTimeout(resolve, 5));
		}
	}

	/** Sends a line, and gives the first answer that `accept` accepts. Requests keep their order. */
	request(line: string, accept: (answer: string) => boolean): Promise<string> {
		const answer = this.last.then(async () => {
			this.socket.write(`${line}\n`);
			return this.next(accept);
		});
		this.last = answer.catch(() => {});
		return answer;
	}

	async next(accept: (answer: string) => boolean): Promise<string> {
		for (;;) {
			const { value, done } = await this.lines.next();
			if (done) throw new Error('QEMU closed its control socket.');
			if (accept(value)) return value;
		}
	}

	isClosed(): boolean {
		return this.socket.closed;
	}

	close(): void {
		this.socket.destroy();
	}
}
