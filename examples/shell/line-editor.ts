const key = {
	ctrlC: 0x03,
	ctrlD: 0x04,
	backspace: 0x08,
	lineFeed: 0x0a,
	carriageReturn: 0x0d,
	ctrlU: 0x15,
	escape: 0x1b,
	delete: 0x7f,
};

const longest = 1000; // bytes
const bell = '\x07';
const rubOut = '\b \b';

/** What a key led to: nothing yet, a whole line, or the end of the input. */
export type Edit =
	| { readonly kind: 'editing' }
	| { readonly kind: 'line'; readonly bytes: readonly number[] }
	| { readonly kind: 'end' };

const editing: Edit = { kind: 'editing' };

/**
 * Edits one line on a terminal that shows only what it is sent: backspace, Ctrl-U erases the line,
 * Ctrl-C drops it, Ctrl-D hands it over as it is and on an empty line ends the input. Bytes beyond ASCII
 * are UTF-8.
 */
export class LineEditor {
	private bytes: number[] = [];
	private previous = 0;
	private sequence = 0; // how far into an escape sequence: 0 outside, 1 after ESC, 2 after ESC [
	private readonly echo: (text: string) => void;
	private readonly echoByte: (byte: number) => void;

	constructor(echo: (text: string) => void, echoByte: (byte: number) => void) {
		this.echo = echo;
		this.echoByte = echoByte;
	}

	/** Takes one byte from the keyboard. */
	feed(byte: number): Edit {
		const previous = this.previous;
		this.previous = byte;
		if (this.sequence > 0 && byte >= 0x20) return this.skipSequence(byte);
		this.sequence = 0; // a control character ends whatever sequence there was
		if (byte === key.lineFeed && previous === key.carriageReturn) return editing;
		if (byte === key.lineFeed || byte === key.carriageReturn) return this.finish('\n');
		if (byte === key.ctrlC) {
			this.bytes = [];
			return this.finish('^C\n');
		}
		if (byte === key.ctrlD) return this.bytes.length === 0 ? { kind: 'end' } : this.finish('\n');
		if (byte === key.ctrlU) {
			while (this.bytes.length > 0) this.eraseCharacter();
			return editing;
		}
		if (byte === key.backspace || byte === key.delete) {
			if (this.bytes.length === 0) return this.refuse();
			this.eraseCharacter();
			return editing;
		}
		if (byte === key.escape) {
			this.sequence = 1;
			return editing;
		}
		if (byte < 0x20 || this.bytes.length >= longest) return this.refuse();
		this.bytes = this.bytes.concat([byte]);
		this.echoByte(byte);
		return editing;
	}

	private finish(shown: string): Edit {
		this.echo(shown);
		const bytes = this.bytes;
		this.bytes = [];
		return { kind: 'line', bytes };
	}

	private refuse(): Edit {
		this.echo(bell);
		return editing;
	}

	/** Takes back the last character, with all bytes of its UTF-8. */
	private eraseCharacter(): void {
		let end = this.bytes.length - 1;
		while (end > 0 && isContinuation(this.bytes[end])) end -= 1;
		this.bytes = this.bytes.slice(0, end);
		this.echo(rubOut);
	}

	/** Arrow keys and the like, which this editor has no use for: ESC [ parameters letter. */
	private skipSequence(byte: number): Edit {
		if (this.sequence === 1) {
			this.sequence = byte === 0x5b || byte === 0x4f ? 2 : 0;
		} else if (byte >= 0x40 && byte <= 0x7e) {
			this.sequence = 0;
		}
		return editing;
	}
}

function isContinuation(byte: number): boolean {
	return byte >= 0x80 && byte < 0xc0;
}
