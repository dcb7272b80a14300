import { create, useDigitalRiverDesk } from '../support/digital-river-desk.mts';
import { seenError } from '../support/seen.mts';

const desk = useDigitalRiverDesk();

describe('the DigitalRiver-Version header', () => {
	const versions = () =>
		desk.sandbox.log.all().map(({ headers }) => headers['digitalriver-version']);

	it('goes with every request when the credential has a version', async () => {
		await desk.run(create(), { credentials: desk.credentials({ apiVersion: ' 2021-02-23 ' }) });
		expect(versions()).toEqual(['2021-02-23', '2021-02-23']);
	});

	it.each([undefined, '', '  '])('goes with none when it is %j', async (apiVersion) => {
		const changes = apiVersion === undefined ? {} : { apiVersion };
		await desk.run(create(), { credentials: desk.credentials(changes) });
		expect(versions()).toEqual([undefined, undefined]);
	});

	it.each(['2021', 'latest', '23.02.2021'])('is refused when it is "%s"', async (apiVersion) => {
		const credentials = desk.credentials({ apiVersion });
		expect(seenError(await desk.run(create(), { credentials })).message).toBe(
			"The credential's 'API Version' is not a date [item 0]",
		);
		expect(desk.sent()).toEqual([]);
	});
});
