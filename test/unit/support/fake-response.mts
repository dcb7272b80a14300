import type { IWebhookFunctions } from 'n8n-workflow';
import { partialFake } from './partial-fake.mts';

type Response = ReturnType<IWebhookFunctions['getResponseObject']>;

export interface FakeResponse {
	response: Response;
	/** What the node itself has answered; empty if it left that to n8n. */
	answers: Array<{ status: number; body: unknown }>;
	/** n8n answers, if the node has not, and the last byte leaves. */
	finish: (status?: number) => void;
}

/** The answer to a delivery, as far as the trigger uses it. */
export function fakeResponse(): FakeResponse {
	const answers: FakeResponse['answers'] = [];
	const onFinish: Array<() => void> = [];
	const state = { statusCode: 200, headersSent: false };
	const sendBody = (body: unknown): void => {
		state.headersSent = true;
		answers.push({ status: state.statusCode, body });
		Object.assign(response, state);
	};
	const members: object = {
		...state,
		status: (code: number) => {
			state.statusCode = code;
			return response;
		},
		json: sendBody,
		send: sendBody,
		once: (event: string, listener: () => void) => {
			if (event === 'finish') onFinish.push(listener);
			return response;
		},
	};
	const response = partialFake<Response>(members);
	return {
		response,
		answers,
		finish: (status = 200) => {
			if (!state.headersSent) state.statusCode = status;
			Object.assign(response, state, { headersSent: true });
			for (const listener of onFinish.splice(0)) listener();
		},
	};
}
