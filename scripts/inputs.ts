/**
 * Tells whether an image is still what its inputs would give, by content and not by date.
 *
 * Next to each image lies `inputs.json`: one hash of everything that every image depends on, and one
 * for each file that the compilers opened for this app. It is written last, so a build that was
 * interrupted never looks finished.
 */

import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import type { App } from './app.ts';
import { repository } from './repository.ts';
import { runTool } from './tool.ts';
import { tools } from './toolchain.ts';
import type { Variant } from './variant.ts';

/** What a build leaves. */
export const results = ['kernel.elf', 'kernel.asm', 'kernel.sym', 'handlers.txt'] as const;

/** Times of files are as coarse as the system's tick, and may lie this much before the event. */
const coarsenessMs = 20;

const sharedInputs = ['boot', 'kernel', 'scripts', 'linker.ld', 'package-lock.json'];

interface Manifest {
	readonly app: string;
	readonly variant: string;
	readonly common: string;
	readonly files: Readonly<Record<string, string>>;
}

function hash(data: string | Buffer): string {
	return createHash('sha256').update(data).digest('hex');
}

function filesUnder(path: string): readonly string[] {
	const absolute = join(repository, path);
	if (!existsSync(absolute)) return [];
	if (!absolute.endsWith('.json') && !absolute.endsWith('.ld')) {
		return readdirSync(absolute, { recursive: true, withFileTypes: true })
			.filter(entry => entry.isFile())
			.map(entry => join(entry.parentPath, entry.name))
			.sort();
	}
	return [absolute];
}

/** One hash over the kernel, the tools that build it, and the versions of the installed tools. */
export async function commonHash(): Promise<string> {
	const versions = await Promise.all(
		[tools.gcc, tools.ld].map(tool => runTool(tool, ['--version'])),
	);
	const files = sharedInputs
		.flatMap(filesUnder)
		.map(path => `${path.slice(repository.length)} ${hash(readFileSync(path))}`);
	return hash([process.version, ...versions, ...files].join('\n'));
}

/** What was recorded in `outDir`, or undefined if that is nothing, or nothing that makes sense. */
function readManifest(outDir: string): Manifest | undefined {
	try {
		const recorded = JSON.parse(readFileSync(join(outDir, 'inputs.json'), 'utf8'));
		return typeof recorded?.files === 'object' && recorded.files !== null ? recorded : undefined;
	} catch {
		return undefined;
	}
}

const textOf = ({ purpose, isMeasured }: Variant) => `${purpose}${isMeasured ? ', measured' : ''}`;

/** Whether `outDir` holds such an image of `app` that is up to date with `common` and all of its files. */
export function isUpToDate(app: App, variant: Variant, outDir: string, common: string): boolean {
	const recorded = readManifest(outDir);
	return (
		recorded !== undefined &&
		results.every(name => existsSync(join(outDir, name))) &&
		recorded.app === app.main &&
		recorded.variant === textOf(variant) &&
		recorded.common === common &&
		Object.entries(recorded.files).every(
			([file, digest]) => existsSync(file) && hash(readFileSync(file)) === digest,
		)
	);
}

/**
 * Writes down what the image in `outDir` was built from. A file that was saved after the build began
 * may not be what was compiled: then nothing is written, and the next build starts over. The time is
 * the one that the system noted, not the one that a file's owner may set.
 */
export function recordInputs(
	app: App,
	variant: Variant,
	outDir: string,
	common: string,
	files: readonly string[],
	startedAtMs: number,
): void {
	const shared = sharedInputs.map(path => join(repository, path));
	const own = [...new Set([app.main, ...files])].filter(
		file => existsSync(file) && !shared.some(root => file === root || file.startsWith(root + sep)),
	);
	if (own.some(file => statSync(file).ctimeMs >= startedAtMs - coarsenessMs)) return;
	const record: Manifest = {
		app: app.main,
		variant: textOf(variant),
		common,
		files: Object.fromEntries(own.map(file => [file, hash(readFileSync(file))])),
	};
	writeFileSync(join(outDir, 'inputs.json'), JSON.stringify(record, null, '\t'));
}
