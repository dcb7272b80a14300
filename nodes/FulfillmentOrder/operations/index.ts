import type { Operation, OperationList } from '../../shared/parameters/operation';
import { cancel } from './cancel';
import { create } from './create';
import { get } from './get';
import { getAll } from './getAll';
import { retry } from './retry';

export const operations: readonly Operation[] = [create, get, getAll, retry, cancel];

/** What a provider lacks is not offered. */
export const operationLists: readonly OperationList[] = [
	{ operations: [create, get, retry, cancel], show: { provider: ['flexport', 'deliverr'] } },
	{ operations: [create, get, getAll, cancel], show: { provider: ['digitalRiver'] } },
];
