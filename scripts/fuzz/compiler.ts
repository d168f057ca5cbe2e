import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type compileNative, type NativeOutput, compileNative as ours } from '../native/compile.ts';
import { repository } from '../repository.ts';
import { moduleName } from './print.ts';

const folder = join(repository, 'kernel/native');
const ambient = readdirSync(folder).map(name => join(folder, name));
const declarations = new Map(ambient.map(path => [path, readFileSync(path, 'utf8')]));

/** Compiles a main module for the host, and those that it imports, with the compiler given. */
export function compileModule(
	text: string,
	compile: typeof compileNative = ours,
	others: ReadonlyMap<string, string> = new Map(),
): NativeOutput {
	const main = `/${moduleName}`;
	return compile({
		roots: [main],
		ambient,
		paths: {},
		bridged: [main],
		target: 'host',
		display: path => path.slice(1),
		readFile: path =>
			path === main ? text : (others.get(path.slice(1)) ?? declarations.get(path)),
	});
}
