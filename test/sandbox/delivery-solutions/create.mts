import type { Answer } from '../shared/endpoints.mts';
import { checkBody, sentenceOf, type BrokenRule } from './broken-rules.mts';
import type { Call } from './call.mts';
import { createAnswer } from './create-answer.mts';
import type { Life } from './life.mts';
import { adHocLocation, type Location } from './locations.mts';
import { chooseProvider, type Provider } from './providers.mts';
import { refusal } from './refusal.mts';
import { fieldRules } from './shipment-rules.mts';
import { validateCreate } from './shipment-schema.mts';
import type { CreateShipmentBody } from './shipment-types.mts';
import { storeShipment } from './store-shipment.mts';
import { failIfTold } from './told-failures.mts';
import { misspeltTricks } from './tricks.mts';
import type { World } from './world.mts';

/** The platform cannot find an address with this postal code; a trick of the sandbox. */
export const NOWHERE = '00000';

/** ShipmentRequestV1: exactly one of the two. */
function originRules({ locationExternalId, pickup }: CreateShipmentBody): BrokenRule[] {
	const parameter = 'locationExternalId';
	if (locationExternalId === undefined && pickup === undefined) {
		return [{ parameter, message: 'locationExternalId is a required field' }];
	}
	if (locationExternalId === undefined || pickup === undefined) return [];
	return [{ parameter, message: 'locationExternalId and pickup exclude each other' }];
}

function invalid(broken: readonly BrokenRule[]) {
	return refusal('create', 'VALIDATION_ERROR', { message: sentenceOf(broken), inner: broken });
}

function checked(call: Call): CreateShipmentBody {
	const result = checkBody(validateCreate, call.body);
	if ('broken' in result) throw invalid(result.broken);
	const { value } = result;
	const broken = [...originRules(value), ...fieldRules(value), ...misspeltTricks(value)];
	if (broken.length > 0) throw invalid(broken);
	return value;
}

function locationOf(world: World, body: CreateShipmentBody, sequence: number): Location {
	if (body.pickup !== undefined) return adHocLocation(body.pickup, sequence);
	const location = world.locations.get(body.locationExternalId ?? '');
	if (location !== undefined) return location;
	const inner = [{ parameter: 'locationExternalId' }];
	throw refusal('create', 'INVALID_DATA', { inner });
}

function providerFor(location: Location, body: CreateShipmentBody): Provider {
	const chosen = chooseProvider({
		providers: location.providers,
		proposed: body.proposedProviders,
		parcel: body.package,
	});
	if (typeof chosen === 'string') throw refusal('create', chosen);
	return chosen;
}

/** Create Shipping. */
export function createShipment(world: World, life: Life, call: Call): Answer {
	const { account } = call;
	const body = checked(call);
	failIfTold(account, 'create', body.orderExternalId, body.orderAttributes);
	const sequence = world.nextSequence();
	const location = locationOf(world, body, sequence);
	if (account.store.hasExternalId(body.orderExternalId)) {
		const inner = [{ parameter: 'orderExternalId', entityId: body.orderExternalId }];
		throw refusal('create', world.switches.duplicateType, { inner });
	}
	if (body.deliveryAddress.postalCode === NOWHERE) throw refusal('create', 'GEOCODING_FAILED');
	const provider = providerFor(location, body);
	const at = world.clock.now();
	const record = storeShipment(world, account, body, { location, provider, sequence, at });
	life.begin(record);
	const { createAnswersWithId } = world.switches;
	return { status: 201, body: createAnswer(record.shipment, body, createAnswersWithId) };
}
