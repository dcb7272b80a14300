import type { Operation } from '../../shared/parameters/operation';
import { cancel } from './cancel';
import { create } from './create';
import { get } from './get';
import { getAll } from './getAll';
import { retry } from './retry';

/** By the alphabet, as n8n wants lists of five. */
export const operations: readonly Operation[] = [cancel, create, get, getAll, retry];

/** What a provider lacks is not offered. */
export const offered = {
	getAll: { provider: ['digitalRiver'] },
	retry: { provider: ['flexport', 'deliverr'] },
};
