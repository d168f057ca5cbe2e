import { describe, expect, test } from 'vitest';
import { replaceAnchor } from '../../scripts/ordinary/patch/anchor.ts';

describe('anchor', () => {
	test('is replaced where it occurs as often as expected', () => {
		expect(replaceAnchor('a b a', 'a', 'c', 2)).toBe('c b c');
	});

	test.for(['', 'a a'])('in %j stops the build', text => {
		expect(() => replaceAnchor(text, 'a', 'c')).toThrow(/Porffor's output has [02] places/);
	});
});
