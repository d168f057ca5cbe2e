/** One side of a protocol of lines over a Unix socket: QMP and qtest are both of this kind. */

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

	/** QEMU opens its sockets before it runs the guest; `path` therefore exists once a guest talks. */
	static open(path: string): Promise<LineSocket> {
		return new Promise((resolve, reject) => {
			const socket = connect({ path }, () => resolve(new LineSocket(socket)));
			socket.once('error', reject);
			socket.on('error', () => {});
		});
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

	close(): void {
		this.socket.destroy();
	}
}
