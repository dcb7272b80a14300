const { older, queue } = require('./suites.json');

/** What jest leaves out of a suite; nothing where the variable EVERYTHING is set. */
const leftOut = ({ leftOut: rows }) =>
	process.env.EVERYTHING
		? []
		: rows.flatMap(({ files }) => files.map((file) => `/test/host/${file}\\.test\\.mts$`));

module.exports = { older: leftOut(older), queue: leftOut(queue) };
