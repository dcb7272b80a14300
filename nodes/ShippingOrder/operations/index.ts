import type { Operation } from '../../shared/parameters/operation';
import { cancel } from './cancel';
import { create } from './create';
import { get } from './get';
import { getAll } from './getAll';
import { getStatusHistory } from './getStatusHistory';
import { retry } from './retry';
import { update } from './update';

export const operations: readonly Operation[] = [
	cancel,
	create,
	get,
	getAll,
	getStatusHistory,
	retry,
	update,
];
