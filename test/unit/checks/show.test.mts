import { show } from '../../../nodes/shared/checks/show.ts';

const itself: Record<string, unknown> = {};
itself.itself = itself;

it.each([
	['text', 'abc', '"abc"'],
	['a number', 5, '5'],
	['nothing', null, 'null'],
	['a list', [1, 'a'], '[1,"a"]'],
	['what is not there', undefined, 'empty'],
	['what comes of a calculation without a result', NaN, 'no number'],
	['a function', () => 1, 'function'],
	['a whole number of the long kind', 10n, '10'],
	['an object that contains itself', itself, 'object'],
])('%s is shown', (_name, value, shown) => {
	expect(show(value)).toBe(shown);
});

it('what is long is cut', () => {
	const shown = show('x'.repeat(500));
	expect(shown).toHaveLength(60);
	expect(shown).toMatch(/^"x+\.\.\.$/);
});
