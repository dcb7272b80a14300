import { readdirSync } from 'node:fs';
import { readText } from '../support/built-package.mts';

const FOLDER = '.github/workflows';

test.each(readdirSync(FOLDER))(
	'%s uses actions by their commit: a tag can be moved to other code',
	(file) => {
		const used = [...readText(`${FOLDER}/${file}`).matchAll(/uses: (\S+)/g)].map(
			([, name]) => name,
		);
		expect(used.length).toBeGreaterThan(0);
		for (const name of used) expect(name).toMatch(/^[\w/-]+@[0-9a-f]{40}$/);
	},
);
