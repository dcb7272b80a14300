import ts from 'typescript';
import { readText } from '../support/built-package.mts';
import { filesIn } from '../support/files.mts';

const FILES = [...filesIn('nodes'), ...filesIn('credentials')].filter((file) =>
	file.endsWith('.ts'),
);

/** The lines of a file on which a node of its syntax is of the sort that is looked for. */
function linesWith(file: string, isSought: (node: ts.Node) => boolean): number[] {
	const source = ts.createSourceFile(file, readText(file), ts.ScriptTarget.ES2022, true);
	const lines: number[] = [];
	const visit = (node: ts.Node): void => {
		if (isSought(node)) lines.push(source.getLineAndCharacterOfPosition(node.getStart()).line + 1);
		ts.forEachChild(node, visit);
	};
	visit(source);
	return lines;
}

const isConsole = (node: ts.Node) => ts.isIdentifier(node) && node.text === 'console';
const isAny = (node: ts.Node) => node.kind === ts.SyntaxKind.AnyKeyword;
const isDoubleCast = (node: ts.Node) =>
	ts.isAsExpression(node) && ts.isAsExpression(node.expression);

it('there is source to look at', () => {
	expect(FILES.length).toBeGreaterThan(50);
});

describe.each(FILES)('%s', (file) => {
	it('switches no rule off', () => {
		expect(readText(file)).not.toMatch(/eslint-disable|@ts-(ignore|nocheck|expect-error)/);
	});

	it('writes to no console', () => {
		expect(linesWith(file, isConsole)).toEqual([]);
	});

	it('has no value of type any, and no cast that goes round the types', () => {
		expect(linesWith(file, isAny)).toEqual([]);
		expect(linesWith(file, isDoubleCast)).toEqual([]);
	});

	it('is short enough to be about one thing', () => {
		expect(readText(file).split('\n').length).toBeLessThanOrEqual(250);
	});
});
