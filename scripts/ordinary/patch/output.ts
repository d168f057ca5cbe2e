import { insertBefore } from './anchor.ts';

/**
 * Gives the C library its three streams, which picolibc leaves to its user. What is written goes byte by
 * byte to kernel/libc/output.ts, which sends whole lines to the console.
 */
export function patchOutput(c: string): string {
	return insertBefore(
		c,
		'typedef uint8_t u8;\n',
		'extern int consolePut(char byte, FILE* stream);\n' +
			'static FILE console_stream = FDEV_SETUP_STREAM(consolePut, NULL, NULL, _FDEV_SETUP_WRITE);\n' +
			'FILE* const stdin = &console_stream;\n' +
			'FILE* const stdout = &console_stream;\n' +
			'FILE* const stderr = &console_stream;\n\n',
	);
}
