import type { IDataObject, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { partialFake } from './partial-fake.mts';
import { NODE } from './scripted-api.mts';

export interface ContextPlan {
	/** How many items come in. */
	count?: number;
	continueOnFail?: boolean;
	/** What stands in the parameter Options of the first item. */
	options?: IDataObject;
	/** The cancel signal of the execution; n8n may give none. */
	cancel?: AbortSignal | undefined;
}

/** The context of an execution as far as the runner looks at it. */
export function executeContext({
	count = 1,
	continueOnFail = false,
	options = {},
	cancel,
}: ContextPlan = {}): IExecuteFunctions {
	const items: INodeExecutionData[] = Array.from({ length: count }, (_, n) => ({ json: { n } }));
	return partialFake<IExecuteFunctions>({
		getInputData: () => items,
		continueOnFail: () => continueOnFail,
		getExecutionCancelSignal: () => cancel,
		getNode: () => NODE,
		getNodeParameter: (name: string, index?: number, otherwise?: unknown) => {
			const known: object = { [name]: otherwise, ...(index === 0 ? optionsByPath(options) : {}) };
			return Reflect.get(known, name);
		},
	});
}

function optionsByPath(options: IDataObject): IDataObject {
	return Object.fromEntries(
		Object.entries(options).map(([name, value]) => [`options.${name}`, value]),
	);
}
