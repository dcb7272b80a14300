import { existsSync } from 'node:fs';
import { mkdir, rename, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { runCommand } from '../install/run-command.mts';
import { progress } from '../progress.mts';

export type Scheme = 'light' | 'dark';

/** A rectangle of a window. */
export interface Part {
	x: number;
	y: number;
	width: number;
	height: number;
}

/** Reduces the colours of a picture; without it a picture is about three times larger. */
const PNGQUANT = '/usr/bin/pngquant';
/** With fewer, the ticks are no longer green. */
const COLOURS = 64;

/** Those that the README shows. */
const OF_README = ['editor', 'logistics-inventory', 'shipping-order', 'trigger'];

/** The pictures of the README are only made anew when that is asked for. */
function folderOf(name: string): string {
	const isAsked = Boolean(process.env.UPDATE_PICTURES) && OF_README.includes(name);
	if (isAsked) return join('.github', 'images');
	return process.env.PICTURES ?? join(tmpdir(), 'n8n-nodes-fulfillment-pictures');
}

/** What else stands in the window and changes from time to time: hints, messages and the mouse. */
const QUIET = `
[data-test-id="floating-nodes"], [class*="floatingNodes"], .n8n-tooltip, [role="tooltip"], .el-notification,
[data-test-id="node-feature-request"], [data-test-id="canvas-controls"] { visibility: hidden; }
*, *::before, *::after { transition: none !important; animation: none !important; caret-color: transparent !important; }`;

/** Makes a window ready for pictures. */
export async function quieten(page: Page): Promise<void> {
	await page.addStyleTag({ content: QUIET });
}

/** A part of a window, as a picture. */
export async function pictureOf(page: Page, clip: Part): Promise<Buffer> {
	// So that nothing is drawn as it is under the mouse.
	await page.mouse.move(0, 0);
	return await page.screenshot({ clip });
}

/** Keeps pictures, one below the other, as name.png or name-dark.png. */
export async function keepPicture(
	page: Page,
	name: string,
	scheme: Scheme,
	pictures: readonly Buffer[],
): Promise<void> {
	const folder = folderOf(name);
	await mkdir(folder, { recursive: true });
	const path = join(folder, `${name}${scheme === 'dark' ? '-dark' : ''}.png`);
	const images = pictures.map(
		(picture) => `<img src="data:image/png;base64,${picture.toString('base64')}">`,
	);
	await page.setContent(`<style>body { margin: 0 } img { display: block }</style>
		<body><div style="display: inline-block">${images.join('')}</div></body>`);
	await page.locator('div').screenshot({ path });
	if (existsSync(PNGQUANT)) {
		const small = `${path}.small`;
		const args = ['--force', '--strip', '--speed', '1', '--output', small, String(COLOURS), path];
		await runCommand(PNGQUANT, args, { cwd: process.cwd() });
		await rename(small, path);
	}
	const { size } = await stat(path);
	progress(`${path}: ${Math.round(size / 1024)} kB`);
}
