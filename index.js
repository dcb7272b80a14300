// n8n finds the nodes and credentials through the "n8n" section of package.json.
// This entry point serves those who load the package with require().
const { n8n } = require('./package.json');

module.exports = Object.assign(
	{},
	...[...n8n.nodes, ...n8n.credentials].map((file) => require(`./${file}`)),
);
