import type { IDataObject, INodeParameters } from 'n8n-workflow';
import type { FaultedRequest } from '../../sandbox/faults.mts';
import type { Sandbox } from '../../sandbox/server.mts';
import type { CredentialData } from '../harness/index.mts';
import type { Dice } from './dice.mts';

/** Where the writes of a seed go. */
export interface World {
	sandbox: Sandbox;
	/** Flexport's SKU of the product that is ordered there. */
	sku: string;
	/** Accounts by the name of the kind of writes that they are for. */
	accounts: Map<string, Account>;
	/** The tags of things by the IDs that the systems have given them. */
	tagOfOwnId: Map<string, string>;
}

/** What a person enters to get in. */
type Account = Record<string, string>;

/**
 * The account of a kind of writes. n8n keeps a token that it has renewed for all executions; the
 * engine here keeps it for one, so that two of them must not renew that of one account.
 */
export function accountFor<A extends Account>(world: World, name: string, make: () => A): Account {
	const account = world.accounts.get(name) ?? make();
	world.accounts.set(name, account);
	return account;
}

/** A write operation of a provider. */
export interface WriteKind {
	name: string;
	/** The name of the node in workflow files. */
	node: string;
	/** Operation and all; `$json.tag` is the external ID of what is written. */
	parameters: INodeParameters;
	credentials: (world: World) => CredentialData;
	/** Lets all tokens so far expire, where n8n can get a new one. */
	expireTokens?: (world: World) => void;
	/** What comes in with an item beside its tag. */
	input?: (write: { tag: string; dice: Dice; world: World }) => IDataObject;
	/** Makes what is to be changed. */
	prepare?: (world: World, tags: readonly string[]) => Promise<void> | void;
	/** Whether a request is the write itself; others read. */
	isSending: (request: FaultedRequest) => boolean;
	/** Whether an item that is no error says that the write was done. */
	saysDone: (json: IDataObject) => boolean;
	/** How often the write has taken effect, as the system holds it. */
	effects: (world: World, tag: string) => number;
	/** True if doing it twice is the same as once. */
	setsValues?: boolean;
}

/** One item of a run. */
export interface Write {
	kind: WriteKind;
	/** Counts all writes of a seed. */
	number: number;
	/** What every request of it has somewhere, unless that has an ID of the system. */
	tag: string;
	input: IDataObject;
}

/** Whether an item has one of these outcomes. */
export const hasOutcome =
	(...outcomes: readonly string[]) =>
	({ outcome }: IDataObject): boolean =>
		outcomes.some((one) => one === outcome);
