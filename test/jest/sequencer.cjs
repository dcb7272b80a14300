// jest loads this file as it is, without making JavaScript of it.
const { createHash } = require('node:crypto');
const { default: TestSequencer } = require('@jest/test-sequencer');

/**
 * With `--randomize`, files too run in an order that only the seed decides (jest prints it, and
 * `--seed` gives the same again): no file may count on what another has left behind.
 */
module.exports = class RandomFiles extends TestSequencer {
	constructor(options) {
		super(options);
		const { randomize, seed } = options.globalConfig;
		this.seed = randomize ? seed : undefined;
	}

	sort(tests) {
		if (this.seed === undefined) return super.sort(tests);
		const place = ({ path }) => createHash('sha1').update(`${this.seed} ${path}`).digest('hex');
		return [...tests].sort((one, other) => place(one).localeCompare(place(other)));
	}
};
