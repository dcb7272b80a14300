import { Problem, problem } from '../shared/problem.mts';
import { unprocessable } from '../shared/validation.mts';
import { ERROR_DOCS } from './error-docs.mts';
import type { CreateOrderBody } from './order-input.mts';
import type { Account, World } from './world.mts';

function promisedTimeRules(body: CreateOrderBody, now: number): string[] {
	const broken: string[] = [];
	const shipBy = body.promisedShipByTime ?? undefined;
	const deliverBy = body.promisedDeliveryByTime ?? undefined;
	// Orders API: "This date and time needs to be in the future and before/after the other".
	if (shipBy !== undefined && Date.parse(shipBy) <= now) {
		broken.push('/promisedShipByTime must be in the future');
	}
	if (deliverBy !== undefined && Date.parse(deliverBy) <= now) {
		broken.push('/promisedDeliveryByTime must be in the future');
	}
	if (
		shipBy !== undefined &&
		deliverBy !== undefined &&
		Date.parse(shipBy) >= Date.parse(deliverBy)
	) {
		broken.push('/promisedShipByTime must be before /promisedDeliveryByTime');
	}
	return broken;
}

/** A province is a two-letter state when the country is the US. */
function provinceRules(body: CreateOrderBody): string[] {
	const { countryCode, provinceCode } = body.address;
	if (countryCode !== 'US' || provinceCode === undefined || provinceCode === null) return [];
	return /^[A-Z]{2}$/.test(provinceCode)
		? []
		: ['/address/provinceCode must be a two-letter state code for US addresses'];
}

/** That an order for an unknown product is refused at once, and with 422, is not documented. */
function productRules(world: World, account: Account, body: CreateOrderBody): string[] {
	return body.lineItems.flatMap(({ logisticsSku }, index) =>
		world.productsBySku.get(logisticsSku)?.account === account.name
			? []
			: [`/lineItems/${index}/logisticsSku names no product: ${logisticsSku}`],
	);
}

/** Rules that a schema cannot tell. Throws the 422 that names every one that is broken. */
export function checkOrder(world: World, account: Account, body: CreateOrderBody): void {
	const broken = [
		...promisedTimeRules(body, world.clock.now()),
		...provinceRules(body),
		...productRules(world, account, body),
	];
	if (broken.length > 0) throw unprocessable(broken);
}

/** The refusal of a second order with the same externalOrderId. Its HTTP shape is not documented. */
export function duplicateOrder(world: World, externalOrderId: string): Problem {
	const { status, word } = world.switches.duplicateAnswer;
	const detail = `There is an order with the externalOrderId "${externalOrderId}" already.`;
	const usual = problem(status, detail);
	return new Problem(status, word.includes('title') ? 'DUPLICATE_ORDER' : usual.title, detail, {
		...(word.includes('code') ? { code: 'DUPLICATE_ORDER' } : {}),
		type: ERROR_DOCS + (word.includes('type') ? 'DUPLICATE_ORDER' : 'bad-order'),
	});
}
