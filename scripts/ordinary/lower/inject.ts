import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { buildSync } from 'esbuild';

const library = fileURLToPath(new URL('../../../kernel/runtime/library/index.ts', import.meta.url));

const names = [...readFileSync(library, 'utf8').matchAll(/ as \$(\w+)/g)].map(([, name]) => name);
const used = new RegExp(String.raw`\$(?:${names.join('|')})\b`);

/** Puts in front of `text` what it uses of kernel/runtime/library. */
export function injectLibrary(text: string): string {
	if (!used.test(text)) return text;
	const { outputFiles } = buildSync({
		stdin: { contents: text, sourcefile: 'ordinary.js', loader: 'js' },
		inject: [library],
		bundle: true,
		write: false,
		format: 'esm',
		platform: 'neutral',
		target: 'es2022',
		treeShaking: true,
		logLevel: 'silent',
		tsconfigRaw: { compilerOptions: { target: 'es2022', useDefineForClassFields: true } },
	});
	return outputFiles[0]?.text ?? '';
}
