import { NodeApiError, NodeOperationError } from 'n8n-workflow';
import { Failure, type FailureFacts, inputFailure } from '../../../nodes/shared/failure.ts';
import { errorItem, nodeError } from '../../../nodes/shared/runner/item-failure.ts';
import { NODE } from '../support/scripted-api.mts';

const API: FailureFacts = {
	kind: 'api',
	what: 'Flexport refused the values (HTTP 422)',
	fix: 'Correct the field.',
	httpCode: '422',
	code: 'PLACE_ORDER_FAILED',
	apiMessage: 'zip is wrong',
	requestId: 'c-1',
	transient: true,
};

const CONNECTION: FailureFacts = {
	kind: 'connection',
	what: 'Flexport did not answer: the connection was cut',
	fix: 'Try again later.',
	code: 'ECONNRESET',
	transient: true,
};

describe('the error item', () => {
	it('holds the sentence with the item, and everything that is known as details', () => {
		expect(errorItem(new Failure(API), 4)).toEqual({
			json: {
				error: 'Flexport refused the values (HTTP 422) [item 4]',
				details: {
					what: 'Flexport refused the values (HTTP 422)',
					fix: 'Correct the field.',
					httpCode: '422',
					code: 'PLACE_ORDER_FAILED',
					apiMessage: 'zip is wrong',
					requestId: 'c-1',
					transient: true,
				},
			},
			pairedItem: { item: 4 },
		});
	});

	it('of an input names the parameter', () => {
		const failure = inputFailure("'Quantity' is 0", 'Give at least 1.', 'Quantity');
		expect(errorItem(failure, 0)).toEqual({
			json: {
				error: "'Quantity' is 0 [item 0]",
				details: { what: "'Quantity' is 0", fix: 'Give at least 1.', field: 'Quantity' },
			},
			pairedItem: { item: 0 },
		});
	});

	it('holds no `error` beside `json`: the engine would then wipe the details', () => {
		expect(Object.keys(errorItem(new Failure(API), 0)).sort()).toEqual(['json', 'pairedItem']);
	});

	it('can be written as JSON and read again without loss', () => {
		const item = errorItem(new Failure({ ...API, alsoFound: ["'Name' is empty"] }), 0);
		expect(JSON.parse(JSON.stringify(item))).toEqual(item);
	});

	it.each([
		['an error', new Error('It broke'), 'It broke'],
		['text', 'It broke', 'It broke'],
		['nothing', undefined, 'undefined'],
	])('of %s that somebody else threw keeps the words', (_, thrown, words) => {
		expect(errorItem(thrown, 1).json).toEqual({
			error: `${words} [item 1]`,
			details: { what: words, fix: 'Check the parameters of this node.' },
		});
	});
});

describe('the error that ends the node', () => {
	it.each([
		['the API', API, NodeApiError],
		['the connection', CONNECTION, NodeApiError],
		['the input', { ...CONNECTION, kind: 'input' as const }, NodeOperationError],
		['a stop', { ...CONNECTION, kind: 'stopped' as const }, NodeOperationError],
	])('is of the class that n8n has for it: %s', (_, facts, errorClass) => {
		const error = nodeError(NODE, new Failure(facts), 0);
		expect(error).toBeInstanceOf(errorClass);
		expect(error.node).toBe(NODE);
		expect(error.context.itemIndex).toBe(0);
	});

	it('carries the HTTP status, which n8n shows beside it', () => {
		expect(nodeError(NODE, new Failure(API), 0)).toMatchObject({ httpCode: '422' });
	});

	it.each(['400', '401', '403', '404', '422', '429', '500', '503'])(
		'keeps our sentence where n8n has one of its own: %s',
		(httpCode) => {
			const error = nodeError(NODE, new Failure({ ...API, httpCode }), 2);
			expect(error.message).toBe('Flexport refused the values (HTTP 422) [item 2]');
		},
	);

	it.each(['ECONNREFUSED', 'ECONNRESET', 'ENOTFOUND', 'ETIMEDOUT', 'ECONNABORTED', 'EAI_AGAIN'])(
		'keeps our sentence where n8n has one of its own: %s',
		(code) => {
			const error = nodeError(NODE, new Failure({ ...CONNECTION, code }), 2);
			expect(error.message).toBe('Flexport did not answer: the connection was cut [item 2]');
			expect(error.description).toBe(`Try again later. (code ${code})`);
		},
	);

	it('says what to do, what else was found, what the API said and what to quote', () => {
		const facts = { ...API, alsoFound: ["'Name' is empty", "'City' is empty"] };
		expect(nodeError(NODE, new Failure(facts), 0).description).toBe(
			"Correct the field. Also: 'Name' is empty. Also: 'City' is empty. The API said: zip is wrong. (code PLACE_ORDER_FAILED, request id c-1)",
		);
	});

	it('ends what the API said with one full stop', () => {
		const said = new Failure({ ...API, apiMessage: 'zip is wrong.' });
		expect(nodeError(NODE, said, 0).description).toContain('The API said: zip is wrong. (code');
	});

	it.each(['zip is wrong', 'zip is wrong.'])(
		'does not repeat what the API said where the headline has it: %s',
		(apiMessage) => {
			const what = 'Flexport refused the values: zip is wrong (HTTP 422)';
			const error = nodeError(NODE, new Failure({ ...API, what, apiMessage }), 0);
			expect(error.message).toBe(`${what} [item 0]`);
			expect(error.description).toBe(
				'Correct the field. (code PLACE_ORDER_FAILED, request id c-1)',
			);
		},
	);

	it('says how many items were finished, where there are several', () => {
		const several = nodeError(NODE, new Failure(CONNECTION), 2, 7, 9);
		const one = nodeError(NODE, new Failure(CONNECTION), 0, 0, 1);
		expect(several.description).toMatch(/7 of 9 items were finished\.$/);
		expect(one.description).not.toContain('finished');
	});

	it('names no item in a search of the panel, which has none', () => {
		const error = nodeError(NODE, new Failure(API));
		expect(error.message).toBe('Flexport refused the values (HTTP 422)');
		expect(error.context.itemIndex).toBeUndefined();
	});
});
