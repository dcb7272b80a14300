import type { Page } from 'playwright-core';

/** What n8n itself writes to the console without any node of ours. */
const OF_N8N = [
	// Requests that leave this machine are not let out, e.g. whether a package has a newer version.
	/net::ERR_NAME_NOT_RESOLVED/,
	// Asked before anybody is signed in.
	/401 .*\/rest\/login/,
	// Written when a workflow is opened from the list.
	/injectNDVStore\(\)/,
];

/** Collects what goes wrong in a page: errors in its console and in its scripts, and refused requests. */
export function collectComplaints(page: Page): string[] {
	const complaints: string[] = [];
	const note = (complaint: string) => {
		if (!OF_N8N.some((known) => known.test(complaint))) complaints.push(complaint);
	};
	page.on('pageerror', ({ message }) => note(message));
	page.on('response', (response) => {
		if (response.status() >= 400) note(`${response.status()} ${response.url()}`);
	});
	page.on('console', (message) => {
		// A refused request has been noted already, with its address.
		if (message.type() !== 'error' || /^Failed to load resource/.test(message.text())) return;
		note(message.text());
	});
	return complaints;
}
