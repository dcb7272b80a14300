import type { Operation } from '../../shared/parameters/operation';
import { cancel } from './cancel';
import { create } from './create';
import { get } from './get';
import { retry } from './retry';

export const operations: readonly Operation[] = [create, get, retry, cancel];
