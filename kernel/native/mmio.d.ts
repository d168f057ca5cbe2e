declare module 'native:mmio' {
	const width: unique symbol;

	/** A device register that is only read. Each access is one load of exactly the width of `T`. */
	export interface ReadOnly<T> {
		read(): T;
		readonly [width]?: T;
	}

	/** A device register that is only written. Each access is one store of exactly the width of `T`. */
	export interface WriteOnly<T> {
		write(value: T): void;
		readonly [width]?: T;
	}

	/** A device register that is read and written, each in one access of exactly the width of `T`. */
	export interface ReadWrite<T> {
		read(): T;
		write(value: T): void;
		readonly [width]?: T;
	}

	/**
	 * The registers of a device at a physical address. Accesses are volatile and keep their program
	 * order to the same device; they carry no fence (docs/decisions/0005-device-ordering.md).
	 */
	export function mmio<T>(base: usize): import('native:memory').Ptr<T>;
}
