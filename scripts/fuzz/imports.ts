import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { repository } from '../repository.ts';

const folder = join(repository, 'kernel/native');

/** What the intrinsic modules export: the module of each name, and whether the name is a type. */
const exported = new Map<string, { readonly module: string; readonly isType: boolean }>();
for (const name of readdirSync(folder)) {
	const text = readFileSync(join(folder, name), 'utf8');
	const module = /^declare module '(.*)'/m.exec(text)?.[1];
	if (!module) continue;
	for (const [, kind, name = ''] of text.matchAll(/^\texport (function|interface|type) (\w+)/gm))
		exported.set(name, { module, isType: kind !== 'function' });
}

/** Imports what a source uses of the intrinsic modules, unless it declares or imports the name itself. */
export function withImports(source: string): string {
	const imports = [...exported]
		.filter(([name]) => uses(source, name))
		.map(
			([name, { isType, module }]) =>
				`import { ${isType ? 'type ' : ''}${name} } from '${module}';`,
		);
	return `${imports.join(' ')}\n${source}`;
}

function uses(source: string, name: string): boolean {
	const isOwn = new RegExp(
		String.raw`(?:function|const|let|class|interface|type|enum) ${name}\b|import .*\b${name}\b.* from`,
	).test(source);
	return !isOwn && new RegExp(String.raw`(?<![.\w'"])${name}\b(?!:)`).test(source);
}
