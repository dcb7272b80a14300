import { existsSync } from 'node:fs';
import { chromium, selectors, type Browser } from 'playwright-core';

const PATHS = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** It talks to this machine only, and needs no screen. */
const ARGUMENTS = [
	// Chromium's sandbox does not run as root, and nothing but n8n is opened.
	'--no-sandbox',
	'--disable-gpu',
	'--disable-quic',
	'--no-first-run',
	'--disable-background-networking',
	'--disable-component-update',
	'--disable-sync',
];

/** Starts Chromium: the one that the variable CHROMIUM names, or that of the system. */
export async function startChromium(): Promise<Browser> {
	const executablePath = [process.env.CHROMIUM ?? '', ...PATHS].find(existsSync);
	if (executablePath === undefined) {
		throw new Error('Chromium is missing. On Debian, as root: apt-get install chromium');
	}
	selectors.setTestIdAttribute('data-test-id');
	return await chromium.launch({ executablePath, args: ARGUMENTS });
}
