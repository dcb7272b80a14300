import {
	type IDataObject,
	type INode,
	type INodeExecutionData,
	NodeApiError,
	NodeOperationError,
} from 'n8n-workflow';
import { Failure, type FailureFacts } from '../failure';
import { record, text } from '../read';
import { declaredCause } from './declared-cause';

/**
 * The error item of a node that continues on error: `{ error, details }` with `pairedItem`, the
 * shape that HTTP Request has. It has no `item.error`, because the engine then wipes the details.
 */
export function errorItem(failure: unknown, index: number): INodeExecutionData {
	const facts = factsOf(failure);
	return {
		json: { error: messageOf(facts, index), details: detailsOf(facts) },
		pairedItem: { item: index },
	};
}

/**
 * The error that ends the node, or a search in the panel, which has no item.
 *
 * @param index the item, as n8n counts: from 0
 * @param finished how many of the `total` items were done before, for a person who has to go on from here
 */
export function nodeError(
	node: INode,
	failure: unknown,
	index?: number,
	finished = 0,
	total = 1,
): NodeApiError | NodeOperationError {
	const facts = factsOf(failure);
	const message = index === undefined ? facts.what : messageOf(facts, index);
	const at = index === undefined ? {} : { itemIndex: index };
	const progress = total > 1 ? ` ${finished} of ${total} items were finished.` : '';
	const description = descriptionOf(facts) + progress;
	const failed = declaredCause(facts);
	const declared = failed ? { failure: failed } : {};
	if (facts.kind === 'input' || facts.kind === 'stopped') {
		return new NodeOperationError(node, message, { description, ...declared, ...at });
	}
	// Only what is safe and needed: n8n searches this object for a code, and would then put a
	// sentence of its own in the place of ours.
	return new NodeApiError(
		node,
		{},
		{
			message,
			description,
			...declared,
			...at,
			...(facts.httpCode ? { httpCode: facts.httpCode } : {}),
		},
	);
}

/** The sentence of `what`, with the item as n8n counts it. */
function messageOf(facts: FailureFacts, index: number): string {
	return `${facts.what} [item ${index}]`;
}

/** What to do, what else was found, and what to quote to the provider's support. */
function descriptionOf(facts: FailureFacts): string {
	const also = (facts.alsoFound ?? []).map((sentence) => `Also: ${sentence}.`);
	const words = facts.apiMessage?.replace(/\.+$/, '');
	const said = words && !facts.what.includes(words) ? [`The API said: ${words}.`] : [];
	const quote = [
		...(facts.code ? [`code ${facts.code}`] : []),
		...(facts.requestId ? [`request id ${facts.requestId}`] : []),
	].join(', ');
	return [facts.fix, ...also, ...said, ...(quote ? [`(${quote})`] : [])].join(' ');
}

function detailsOf(facts: FailureFacts): IDataObject {
	return Object.fromEntries(Object.entries(facts).filter(([name]) => name !== 'kind'));
}

/** Errors of n8n itself (an expression that fails, a missing parameter) keep their own words. */
function factsOf(failure: unknown): FailureFacts {
	if (failure instanceof Failure) return failure.facts;
	if (isTooDeep(failure)) {
		return {
			kind: 'input',
			what: 'A parameter holds an object that contains itself or is nested too deep',
			fix: 'Check what the expressions of this node give.',
		};
	}
	const error = record(failure);
	const message = failure instanceof Error ? failure.message : String(failure);
	return {
		kind: 'input',
		what: message,
		fix: text(error?.description) ?? 'Check the parameters of this node.',
	};
}

/** What is nested too deep for one reader is so for all, so that none of them looks for it. */
function isTooDeep(failure: unknown): boolean {
	return failure instanceof RangeError && /call stack/.test(failure.message);
}
