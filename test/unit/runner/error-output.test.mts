import { Failure, type FailureFacts } from '../../../nodes/shared/failure.ts';
import { forErrorOutput } from '../../../nodes/shared/runner/error-output.ts';
import { errorItem, nodeError } from '../../../nodes/shared/runner/item-failure.ts';
import { NODE } from '../support/scripted-api.mts';

const FACTS: FailureFacts = {
	kind: 'api',
	what: 'Flexport refused the values (HTTP 422)',
	fix: 'Correct the field.',
	httpCode: '422',
	transient: false,
};
const failure = new Failure(FACTS);
const marked = () => forErrorOutput(errorItem(failure, 0), nodeError(NODE, failure, 0));

describe('an item for the error output', () => {
	it('has `error`, by which every n8n sorts it', () => {
		expect(marked().error?.message).toBe('Flexport refused the values (HTTP 422) [item 0]');
	});

	it('loses it in the copy that n8n makes, so that n8n leaves the details alone', () => {
		const copy = { ...marked(), json: { ...marked().json } };
		expect(copy.error).toBeUndefined();
		expect(copy.json).toEqual(errorItem(failure, 0).json);
	});

	it('shows it to nobody who writes the item down', () => {
		expect(JSON.parse(JSON.stringify(marked()))).toEqual(errorItem(failure, 0));
	});
});
