/** QMP and qtest: what a test does to a machine from outside, behind the guest's back. */

import { LineSocket } from './line-socket.ts';

/** QMP: one JSON object per line; events come between the answers. */
export class Qmp {
	private readonly socket: LineSocket;

	private constructor(socket: LineSocket) {
		this.socket = socket;
	}

	static async open(path: string, isOver: () => boolean): Promise<Qmp> {
		const socket = await LineSocket.open(path, isOver);
		await socket.next(line => line.includes('"QMP"'));
		const qmp = new Qmp(socket);
		await qmp.execute('qmp_capabilities');
		return qmp;
	}

	async execute(command: string, args: object = {}): Promise<unknown> {
		const request = JSON.stringify({ execute: command, arguments: args });
		const answer = JSON.parse(
			await this.socket.request(request, line => /^\{"(return|error)"/.test(line)),
		);
		if ('error' in answer) throw new Error(`QMP ${command}: ${JSON.stringify(answer.error)}`);
		return answer.return;
	}

	close(): void {
		this.socket.close();
	}
}

/** Where the controller says which sources are pending: 32 to a word. */
const pendingWords = 0xc00_1000;

/** qtest: drives the input lines of a device of the machine. */
export class InterruptLines {
	private readonly socket: LineSocket;
	private readonly controller: string; // QOM path of the interrupt controller

	private constructor(socket: LineSocket, controller: string) {
		this.socket = socket;
		this.controller = controller;
	}

	/** The controller's place among the machine's devices differs from version to version. */
	static async open(path: string, qmp: Qmp): Promise<InterruptLines> {
		const devices = (await qmp.execute('qom-list', { path: '/machine/unattached' })) as readonly {
			readonly name: string;
			readonly type: string;
		}[];
		const plic = devices.find(({ type }) => type === 'child<riscv.sifive.plic>');
		if (plic === undefined) throw new Error('The machine has no PLIC.');
		return new InterruptLines(
			await LineSocket.open(path, () => true),
			`/machine/unattached/${plic.name}`,
		);
	}

	async set(line: number, level: 0 | 1): Promise<void> {
		const request = `set_irq_in ${this.controller} unnamed-gpio-in ${line} ${level}`;
		const answer = await this.socket.request(request, () => true);
		if (!answer.startsWith('OK')) throw new Error(`qtest '${request}': ${answer}`);
	}

	/** Has the line interrupted, and no hart has claimed it yet? Reading this changes nothing. */
	async isPending(line: number): Promise<boolean> {
		const address = pendingWords + 4 * Math.floor(line / 32);
		const answer = await this.socket.request(`readl 0x${address.toString(16)}`, () => true);
		const [, word] = /^OK (0x[0-9a-f]+)/.exec(answer) ?? [];
		if (word === undefined) throw new Error(`qtest readl: ${answer}`);
		return ((Number(word) >>> (line % 32)) & 1) !== 0;
	}

	/** QEMU has ended, or is about to. */
	isClosed(): boolean {
		return this.socket.isClosed();
	}

	close(): void {
		this.socket.close();
	}
}
