import type { Operation } from '../../shared/parameters/operation';
import { create } from './create';
import { get } from './get';
import { getAll } from './getAll';

export const operations: readonly Operation[] = [create, get, getAll];
