declare module 'native:panic' {
	/** Ends the machine with `message`, the source line and a backtrace. Never returns. */
	export function panic(message: string): never;
}
