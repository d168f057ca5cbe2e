import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type compileNative, type NativeOutput, compileNative as ours } from '../native/compile.ts';
import { repository } from '../repository.ts';

const folder = join(repository, 'kernel/native');
const ambient = readdirSync(folder).map(name => join(folder, name));
const declarations = new Map(ambient.map(path => [path, readFileSync(path, 'utf8')]));

/** How panics name the generated module. */
export const moduleName = 'fuzz.ts';

/** Compiles the text of one module for the host, with the compiler given. */
export function compileModule(text: string, compile: typeof compileNative = ours): NativeOutput {
	const main = `/${moduleName}`;
	return compile({
		roots: [main],
		ambient,
		paths: {},
		bridged: [main],
		target: 'host',
		display: () => moduleName,
		readFile: path => (path === main ? text : declarations.get(path)),
	});
}
