import type { IDataObject, IHttpRequestOptions } from 'n8n-workflow';
import { SOME_TYPES } from './own-webhook.mts';
import { hookContext, URL_HERE, type HookPlay, type TriggerPlan } from './trigger-context.mts';
import { webhookDesk, type DeskPlan, type SelfRegistering } from './webhook-desk.mts';

/** A trigger for one system, and an account there that stays the same from one call to the next. */
export function triggerStage(provider: SelfRegistering, deskPlan: DeskPlan = {}) {
	const desk = webhookDesk(provider, deskPlan);
	const { ctx } = desk.session;
	const api = async (options: IHttpRequestOptions): Promise<unknown> =>
		await ctx.helpers.httpRequestWithAuthentication.call(ctx, provider, options);
	let staticData: IDataObject = {};
	/** n8n stores what a call leaves in the static data, also if the call has failed. */
	const call = async (
		work: (ctx: HookPlay['ctx']) => Promise<boolean>,
		plan: TriggerPlan = {},
	): Promise<boolean> => {
		const parameters = { provider, events: [...SOME_TYPES[provider]], ...plan.parameters };
		const play = hookContext({ ...plan, api, staticData, parameters });
		try {
			return await work(play.ctx);
		} finally {
			staticData = play.staticData;
		}
	};
	return {
		desk,
		call,
		stored: () => staticData,
		registrations: () => [staticData.registrations ?? []].flat().map((one) => Object(one)),
		crash: () => (staticData = {}),
	};
}

/** A test from the editor, which has an address of its own. */
export const FROM_EDITOR: TriggerPlan = {
	mode: 'manual',
	url: URL_HERE.replace('/webhook/', '/webhook-test/'),
};
