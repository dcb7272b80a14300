import type { IHookFunctions } from 'n8n-workflow';
import { Failure } from '../shared/failure';
import { nodeError } from '../shared/runner/item-failure';

/** n8n shows only the message of what goes wrong here, so that the fix has to be in it. */
export async function told(ctx: IHookFunctions, work: () => Promise<boolean>): Promise<boolean> {
	try {
		return await work();
	} catch (failure) {
		if (!(failure instanceof Failure)) throw nodeError(ctx.getNode(), failure);
		const { what, fix } = failure.facts;
		throw nodeError(ctx.getNode(), new Failure({ ...failure.facts, what: `${what}. ${fix}` }));
	}
}
