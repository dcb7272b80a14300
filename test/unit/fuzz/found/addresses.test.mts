import { readAddress } from '../../../../nodes/shared/providers/credential-address.ts';
import { factsOf } from '../../support/failing.mts';

test.each(['https://[', 'https://a b', 'http://:80', 'https://%', 'https://x:99999'])(
	'%s is named as no web address',
	(address) => {
		const read = () => readAddress(address, 'Base URL', 'Flexport', 'https://logistics.example');
		expect(factsOf(read).what).toBe("The credential's 'Base URL' is not a web address");
	},
);
