import { NodeHelpers, type INode } from 'n8n-workflow';
import { NODES } from '../support/nodes.mts';

/** n8n shows a parameter at its first condition that is an expression, and asks for it if required. */
test('Update with an Input Mode from an expression does not ask for the fields of Create', () => {
	const { description } = NODES.shippingOrder;
	const node: INode = {
		id: 'n1',
		name: 'Node',
		type: description.name,
		typeVersion: 1,
		position: [0, 0],
		parameters: {
			resource: 'shipment',
			operation: 'update',
			shipment: { __rl: true, mode: 'id', value: 'SHOP-1' },
			inputMode: '={{ $json.mode }}',
			jsonBody: '={{ $json.body }}',
		},
	};
	const { properties } = description;
	expect(NodeHelpers.getNodeParametersIssues(properties, node, description)).toBeNull();
});
