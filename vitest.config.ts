import { defineConfig } from 'vitest/config';

/** A timeout is a hang detector. A boot test may have to build its image first. */
const projects = [
	{ name: 'unit', testTimeout: 30_000 },
	{ name: 'native', testTimeout: 60_000 },
	{ name: 'house', testTimeout: 60_000 },
	{ name: 'boot', testTimeout: 180_000 },
	{ name: 'conformance', testTimeout: 300_000 },
];

export default defineConfig({
	test: {
		reporters: ['default', './test/harness/closing-line.ts'],
		maxWorkers: 2,
		projects: projects.map(({ name, testTimeout }) => ({
			extends: true as const,
			test: { name, testTimeout, hookTimeout: testTimeout, include: [`test/${name}/**/*.test.ts`] },
		})),
	},
});
