import type { Operation } from '../../shared/parameters/operation';
import { get } from './get';
import { getAll } from './getAll';
import { getLowStock } from './getLowStock';
import { getWarehouses } from './getWarehouses';

export const operations: readonly Operation[] = [get, getLowStock, getAll, getWarehouses];
