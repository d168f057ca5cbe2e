/**
 * One build at a time in a folder, across processes.
 *
 * The lock is an abstract Unix socket named after the folder: the kernel releases it when its holder
 * dies, however it dies, and whoever waits is told by the connection that closes.
 */

import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { connect, createServer, type Server, type Socket } from 'node:net';

function socketName(folder: string): string {
	return `\0trapline-${createHash('sha256').update(folder).digest('hex').slice(0, 32)}`;
}

function tryListen(name: string): Promise<{ server: Server; waiting: Set<Socket> } | undefined> {
	return new Promise((resolve, reject) => {
		const waiting = new Set<Socket>();
		const server = createServer(socket => {
			waiting.add(socket);
			socket.on('error', () => {});
			socket.on('close', () => waiting.delete(socket));
		});
		server.once('error', error => {
			const taken = (error as NodeJS.ErrnoException).code === 'EADDRINUSE';
			taken ? resolve(undefined) : reject(error);
		});
		server.listen({ path: name }, () => resolve({ server, waiting }));
	});
}

/** Runs `work` while no other process runs work under the lock of the same folder. */
export async function withLock<T>(folder: string, work: () => Promise<T>): Promise<T> {
	const name = socketName(folder);
	let held = await tryListen(name);
	while (held === undefined) {
		const holder = connect({ path: name });
		holder.on('error', () => {}); // The holder may be gone already: then the next try succeeds.
		await new Promise(resolve => holder.once('close', resolve));
		held = await tryListen(name);
	}
	try {
		return await work();
	} finally {
		for (const socket of held.waiting) socket.destroy();
		held.server.close();
		await once(held.server, 'close');
	}
}
