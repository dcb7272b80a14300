import { existsSync } from 'node:fs';
import { chromium, selectors, type Browser } from 'playwright-core';
import { installDebian } from '../install/debian.mts';

const PATHS = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** It talks to this machine only, and needs no screen. */
const ARGUMENTS = [
	// Every other name is unknown. (To stop requests one by one would turn off the browser's cache.)
	'--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1',
	// Chromium's sandbox does not run as root, and nothing but n8n is opened.
	'--no-sandbox',
	'--disable-gpu',
	'--disable-quic',
	'--no-first-run',
	'--disable-background-networking',
	'--disable-component-update',
	'--disable-sync',
	// Menus come and go at once.
	'--force-prefers-reduced-motion',
];

const find = (): string | undefined =>
	[process.env.CHROMIUM ?? '', ...PATHS].find((path) => existsSync(path));

/** n8n gives the parts of its editor names of their own. */
export const nameTestIds = (): void => selectors.setTestIdAttribute('data-test-id');

/** Starts Chromium: the one that the variable CHROMIUM names, or that of the system. */
export async function startChromium(more: readonly string[] = []): Promise<Browser> {
	if (find() === undefined) await installDebian('chromium');
	const executablePath = find();
	if (executablePath === undefined) throw new Error('Chromium was installed, and is not there.');
	return await chromium.launch({ executablePath, args: [...ARGUMENTS, ...more] });
}
