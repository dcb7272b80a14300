import type { INodeProperties } from 'n8n-workflow';
import { optionsOf } from '../../../nodes/shared/parameters/execution-options.ts';
import {
	operationNamed,
	operationProperties,
	showFor,
	type Operation,
} from '../../../nodes/shared/parameters/operation.ts';
import { factsOf } from '../support/failing.mts';

const field = (name: string, show?: Record<string, string[]>): INodeProperties => ({
	displayName: name,
	name,
	type: 'string',
	default: '',
	...(show ? { displayOptions: { show } } : {}),
});

const operation = (value: string, properties: INodeProperties[]): Operation => ({
	value,
	name: value.toUpperCase(),
	action: `${value} thing`,
	description: `Do ${value}`,
	properties,
	run: async () => [{ did: value }],
});

const THING = ['thing', 'Thing'] as const;

const OPERATIONS = [
	operation('get', [field('order')]),
	operation('create', [field('order'), field('json', { inputMode: ['json'] })]),
];

describe('the panel of a node', () => {
	it('begins with what the node is about', () => {
		expect(operationProperties(THING, OPERATIONS, 'create')[0]).toEqual({
			displayName: 'Resource',
			name: 'resource',
			type: 'options',
			noDataExpression: true,
			options: [{ name: 'Thing', value: 'thing' }],
			default: 'thing',
		});
	});

	it('goes on with the operations of that, in the order given', () => {
		expect(operationProperties(THING, OPERATIONS, 'create')[1]).toEqual({
			displayName: 'Operation',
			name: 'operation',
			type: 'options',
			noDataExpression: true,
			displayOptions: { show: { resource: ['thing'] } },
			options: [
				{ name: 'GET', value: 'get', action: 'get thing', description: 'Do get' },
				{ name: 'CREATE', value: 'create', action: 'create thing', description: 'Do create' },
			],
			default: 'create',
		});
	});

	it('shows each parameter only for its operation, and under its own conditions', () => {
		const [, , ...properties] = operationProperties(THING, OPERATIONS, 'create');
		expect(properties.map(({ name, displayOptions }) => [name, displayOptions?.show])).toEqual([
			['order', { operation: ['get'] }],
			['order', { operation: ['create'] }],
			['json', { inputMode: ['json'], operation: ['create'] }],
		]);
	});
});

it('a condition that is added leaves the others and the property as they were', () => {
	const property: INodeProperties = {
		...field('x'),
		displayOptions: { show: { a: ['1'] }, hide: { b: ['2'] } },
	};
	const before = structuredClone(property);
	expect(showFor(property, 'c', '3').displayOptions).toEqual({
		show: { a: ['1'], c: ['3'] },
		hide: { b: ['2'] },
	});
	expect(property).toEqual(before);
});

describe('the operation of an item', () => {
	it('is found by its value', () => {
		expect(operationNamed(OPERATIONS, 'create')).toBe(OPERATIONS[1]?.run);
	});

	it.each([
		['delete', '"delete"'],
		['', '""'],
		[undefined, 'empty'],
		[null, 'null'],
		[{ name: 'get' }, '{"name":"get"}'],
		['constructor', '"constructor"'],
	])('may not be %j', (value, shown) => {
		expect(factsOf(() => operationNamed(OPERATIONS, value))).toEqual({
			kind: 'input',
			what: `'Operation' is ${shown}, which this node does not have`,
			fix: 'Choose one of GET, CREATE.',
			field: 'Operation',
		});
	});
});

it('the Options of an operation are its own and those of every operation, by the alphabet', () => {
	const { options = [] } = optionsOf([field('Zone'), field('Look Up First')]);
	const labels = options.map((option) => ('displayName' in option ? option.displayName : ''));
	expect(labels).toEqual(['Look Up First', 'Requests at Once', 'Timeout', 'Zone']);
});
