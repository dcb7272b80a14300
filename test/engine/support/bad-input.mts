import type { INodeParameters } from 'n8n-workflow';
import { seenError } from './seen.mts';
import type { OrderDesk } from './order-desk.mts';
import { createParameters } from './order-parameters.mts';

/** What is wrong with an order, how it is given, and how the message begins that a person sees. */
export type BadInput = [
	name: string,
	changes: (sku: string) => INodeParameters,
	messageBegins: string,
];

/** One test for each: the message names the parameter as the panel does, and nothing is sent. */
export function testRefusals(desk: OrderDesk, rows: BadInput[]): void {
	it.each(rows)('%s', async (_name, changes, expected) => {
		const parameters = createParameters(desk.sku(), changes(desk.sku()));
		const { message, description, httpCode } = seenError(await desk.run(parameters));
		expect(message.slice(0, expected.length)).toBe(expected);
		expect(message).toMatch(/ \[item 0\]$/);
		expect(description).toMatch(/^[A-Z].*\.$/);
		expect(httpCode).toBeUndefined();
		expect(desk.sent()).toEqual([]);
	});
}
