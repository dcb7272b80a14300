import { COUNTRY_CODES } from '../shared/country-codes.mts';
import { badOrder, type ErrorType } from './error-types.mts';
import type {
	CompleteOrderBody,
	CreateOrderBody,
	LineItem,
	LineItemInput,
} from './order-types.mts';

/** All warehouses of the sandbox are there. */
export const HOME = 'US';

function isBlank(text: string | undefined): boolean {
	return text === undefined || text.trim() === '';
}

function isComplete(line: LineItemInput): line is LineItem {
	return !isBlank(line.externalProductId);
}

/** What a body may lack, in the order in which it is told; which is told first is not documented. */
const GAPS: readonly [ErrorType, (body: CreateOrderBody) => boolean][] = [
	['ORDER_CANNOT_BE_FULFILLED', ({ lineItems = [] }) => lineItems.length === 0],
	['ORDER_MISSING_LINE_ITEM', ({ lineItems = [] }) => !lineItems.every(isComplete)],
	['ORDER_MISSING_SHIPPING_ADDRESS', ({ shiptoAddress }) => shiptoAddress === undefined],
	['ORDER_MISSING_ADDRESS_LINE', ({ shiptoAddress }) => isBlank(shiptoAddress?.street1)],
	['ORDER_MISSING_CITY', ({ shiptoAddress }) => isBlank(shiptoAddress?.city)],
	[
		'ORDER_INVALID_COUNTRY_CODE',
		({ shiptoAddress }) => !COUNTRY_CODES.includes(shiptoAddress?.countryCode ?? ''),
	],
	[
		'ORDER_MISSING_STATE_ZIP',
		({ shiptoAddress }) =>
			shiptoAddress?.countryCode === HOME &&
			(isBlank(shiptoAddress.state) || isBlank(shiptoAddress.postcode)),
	],
];

/** The first thing that a body lacks. */
function gapIn(body: CreateOrderBody): ErrorType | undefined {
	return GAPS.find(([, isOpen]) => isOpen(body))?.[0];
}

/** The body if it lacks nothing; otherwise it throws the error type of what is missing. */
export function completeOrder(body: CreateOrderBody): CompleteOrderBody {
	const gap = gapIn(body);
	if (gap !== undefined) throw badOrder(gap);
	const { shiptoAddress, lineItems = [] } = body;
	if (shiptoAddress === undefined) throw badOrder('ORDER_MISSING_SHIPPING_ADDRESS');
	return { ...body, shiptoAddress, lineItems: lineItems.filter(isComplete) };
}
