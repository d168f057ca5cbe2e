'use native';

import { consoleWrite } from 'native:console';

export function double(value: u8): u32 {
	return u32(value) * 2;
}

export function big(): u64 {
	return 9007199254740992;
}

export function tooBig(): u64 {
	return 9007199254740993;
}

export function invert(value: boolean): boolean {
	return !value;
}

export function greet(name: string): void {
	consoleWrite('hello ');
	consoleWrite(name);
	consoleWrite('\n');
}
