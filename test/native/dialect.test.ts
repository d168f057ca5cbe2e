import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { renderDiagnostic } from '../../scripts/native/render.ts';
import { repository } from '../../scripts/repository.ts';
import { compileText } from '../harness/native.ts';

/** What the page's snippets leave out for brevity. */
const imports = `
import { asm } from 'native:asm';
import { atomic, compareExchange, fetchAdd, load, swap } from 'native:atomic';
import { clearCsr } from 'native:csr';
import { print } from 'native:format';
import { hartLocal } from 'native:hart';
import { Locked, SpinLock } from 'native:lock';
import { exportSymbol } from 'native:link';
import { addressOf, arrayFrom, arrayOf, type FixedArray, layout, offset, type Ptr, sizeOf, slice, type Slice, staticAssert, zeroed } from 'native:memory';
import { mmio, type ReadWrite } from 'native:mmio';
import { withInterruptsOff, withLock } from 'native:section';
`;

const page = readFileSync(join(repository, 'docs/dialect.md'), 'utf8');
const snippets = page.split(/^## /m).flatMap(section => {
	const code = /^```ts\n(.*?)^```$/ms.exec(section)?.[1];
	return code ? [{ title: section.split('\n', 1)[0] ?? '', code }] : [];
});

test('the page has its snippets', () => {
	expect(snippets.map(({ title }) => title)).toEqual([
		'Integers',
		'Conditions',
		'Structures',
		'Generics',
		'Loops and patterns',
		'Memory',
		'Tables and slices',
		'Shared words',
		'Locks',
		'Devices',
		'Functions',
		'Text',
		'Hardware',
		'What is proved',
	]);
});

test.for(snippets)('the snippet of "$title" compiles', ({ code }) => {
	const { diagnostics, c } = compileText(imports + code, 'riscv64');

	expect(diagnostics.map(diagnostic => renderDiagnostic(diagnostic, '/app'))).toEqual([]);
	expect(c).toMatch(/^#line \d+ "main\.ts"$/m);
});
