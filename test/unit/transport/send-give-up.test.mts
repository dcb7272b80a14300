import type { FailureFacts } from '../../../nodes/shared/failure.ts';
import type { ApiRequest } from '../../../nodes/shared/transport/api-request.ts';
import { send } from '../../../nodes/shared/transport/send.ts';
import { findLeaks } from '../../engine/support/secrets.mts';
import { failureOf, useFakeTime, useRealTime } from '../support/fake-time.mts';
import {
	breaksWith,
	KEYED_WRITE,
	READ,
	scriptedApi,
	TOKEN,
	UNKEYED_WRITE,
} from '../support/scripted-api.mts';

beforeEach(useFakeTime);
afterEach(useRealTime);

const AT = 'Flexport could not be reached at https://logistics.example';
const SENT_NOTHING =
	"Nothing was sent. Check the credential's 'Base URL' and that this n8n can reach it, then try again.";
const CHECK_URL = "Nothing was sent. Check the credential's 'Base URL'.";
const CHANGED_NOTHING = 'Nothing was changed. Try again later.';

async function factsOf(code: string, request: ApiRequest): Promise<FailureFacts> {
	return (await failureOf(send(scriptedApi([breaksWith(code)]).session, request))).facts;
}

it.each([
	['ECONNREFUSED', `${AT}: nothing answers at that address`, SENT_NOTHING, true],
	['ENOTFOUND', `${AT}: its host name was not found`, SENT_NOTHING, true],
	['ERR_INVALID_URL', `${AT}: its address is not a valid URL`, CHECK_URL, false],
	['CERT_HAS_EXPIRED', `${AT}: its certificate has expired`, CHECK_URL, false],
	['ECONNABORTED', 'Flexport did not answer: no answer came in time', CHANGED_NOTHING, true],
	['ECONNRESET', 'Flexport did not answer: the connection was cut', CHANGED_NOTHING, true],
	['EWEIRD', 'Flexport did not answer: the connection broke', CHANGED_NOTHING, true],
])('a read that ends with %s says what happened and what to do', async (...row) => {
	const [code, what, fix, transient] = row;
	expect(await factsOf(code, READ)).toEqual({ kind: 'connection', what, fix, code, transient });
});

describe.each([
	['a write without a key', UNKEYED_WRITE],
	['a write with a key', KEYED_WRITE],
])('%s', (_, request) => {
	it('whose answer was lost says that it may have been done', async () => {
		expect((await factsOf('ECONNRESET', request)).fix).toBe(
			'Flexport may or may not have done this. Look there before you try again.',
		);
	});

	it('says what to do then, if the operation knows', async () => {
		const ifUnknown = 'Get the order first.';
		expect((await factsOf('ECONNABORTED', { ...request, ifUnknown })).fix).toBe(
			'Flexport may or may not have done this. Get the order first.',
		);
	});

	it('that never arrived says that nothing was sent', async () => {
		expect((await factsOf('ECONNREFUSED', request)).fix).toBe(SENT_NOTHING);
	});
});

it('a write that first lost its answer and then never arrived may still have been done', async () => {
	const api = scriptedApi([breaksWith('ECONNRESET'), breaksWith('ECONNREFUSED')]);
	const { facts } = await failureOf(send(api.session, { ...KEYED_WRITE, ifUnknown: 'Look.' }));
	expect(facts.fix).toBe('Flexport may or may not have done this. Look.');
});

it.each(['ECONNRESET', 'ECONNREFUSED', 'ERR_INVALID_URL', 'EWEIRD'])(
	'nothing of the credential stands in the failure after %s',
	async (code) => {
		const api = scriptedApi([breaksWith(code)]);
		expect(findLeaks(await failureOf(send(api.session, KEYED_WRITE)), TOKEN)).toEqual([]);
	},
);
