/** HTTP status and description of an error. */
export type ErrorRow = readonly [status: number, description: string];

const EVERYWHERE = {
	UNAUTHORIZED: [401, 'Unauthorized: Invalid or missing authentication token'],
	INTERNAL_SERVER_ERROR: [
		500,
		'Internal Server Error: An unexpected error occurred while processing the request',
	],
} as const satisfies Record<string, ErrorRow>;

const BUSY = {
	TOO_MANY_REQUESTS: [429, 'Too many requests received per second.'],
	UNMAPPED_ERROR: [422, 'Request received unidentifiable error response.'],
} as const satisfies Record<string, ErrorRow>;

const NO_PROVIDER = {
	NO_PROVIDER_ASSIGNED: [422, 'No Provider has been assigned to the mentioned location.'],
	NO_PROVIDER_MATCHED: [422, 'No Provider matched the criteria for the requested delivery.'],
	PLACE_ORDER_FAILED: [422, 'Failed to place the requested order with the configured providers.'],
} as const satisfies Record<string, ErrorRow>;

const GEOCODING = {
	GEOCODING_FAILED: [422, 'Geocoding Service for the given address failed.'],
} as const satisfies Record<string, ErrorRow>;

/**
 * The seven error tables of the Shipping Order API. Where a response list names another number for
 * a type (INVALID_DATA of get and retry), the table is followed.
 */
export const ERROR_TABLES = {
	create: {
		...EVERYWHERE,
		VALIDATION_ERROR: [400, 'Invalid Data: the request has invalid values'],
		INVALID_DATA: [
			422,
			'Invalid Data: No such locationExternalId exists in our system. Please provide a valid locationExternalId.',
		],
		DUPLICATE_ID: [422, 'Resource with provided id already exists.'],
		DUPLICATE_NAME: [422, 'Resource with provided name already exists.'],
		DUPLICATE_RESOURCE: [422, 'Resource already exists.'],
		...NO_PROVIDER,
		...GEOCODING,
		...BUSY,
	},
	list: { ...EVERYWHERE, INVALID_DATA: [400, 'Invalid Data: the request has invalid values'] },
	get: {
		...EVERYWHERE,
		INVALID_DATA: [422, 'Invalid data: Invalid Order Id'],
		NOT_FOUND: [404, 'Not Found: Order with id, {id}, is not found'],
	},
	cancel: {
		...EVERYWHERE,
		NOT_FOUND: [404, 'Order with id, {id}, is not found'],
		CANCELLATION_NOT_ALLOWED: [403, 'Provider does not allow cancellation of orders.'],
		ORDER_CANCELLATION_FAILED: [422, 'Provider failed to cancel order'],
		ORDER_ALREADY_CANCELED: [409, 'Requested order is already in Cancelled state.'],
		...BUSY,
	},
	edit: {
		...EVERYWHERE,
		INVALID_DATA: [400, 'Invalid data: The value for the orderValue field is invalid'],
		VALIDATION_ERROR: [400, 'Invalid data: the request has invalid values'],
		NOT_FOUND: [404, 'Order with id, {id}, is not found'],
		...NO_PROVIDER,
		...GEOCODING,
		...BUSY,
	},
	history: EVERYWHERE,
	retry: {
		...EVERYWHERE,
		NOT_FOUND: [404, 'Order with id, {id}, is not found'],
		INVALID_DATA: [422, 'Order Id value is invalid'],
		INVALID_OPERATION: [409, 'The Order can no longer be retried'],
		...NO_PROVIDER,
		...BUSY,
	},
} as const satisfies Record<string, Record<string, ErrorRow>>;

export type Operation = keyof typeof ERROR_TABLES;

/** The types that an operation documents. */
export type ErrorOf<O extends Operation> = keyof (typeof ERROR_TABLES)[O] & string;

/** The row of a type, if the operation documents it. */
export function rowOf(operation: Operation, type: string): ErrorRow | undefined {
	const table: Readonly<Record<string, ErrorRow>> = ERROR_TABLES[operation];
	return Object.hasOwn(table, type) ? table[type] : undefined;
}
