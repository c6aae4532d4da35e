import { existsSync } from 'node:fs';
import process from 'node:process';
import { type Browser, chromium } from 'playwright-core';

const { PLUMBLINE_BROWSER, PLUMBLINE_BROWSER_REQUIRED } = process.env;
const places = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
const executablePath = [PLUMBLINE_BROWSER ?? '', ...places].find((file) => existsSync(file));

/** Whether tests in a browser are left out: there is none, and nobody said that there must be. */
export const lacksBrowser = executablePath === undefined && !PLUMBLINE_BROWSER_REQUIRED;

/** Starts Chromium; fails where there is none. */
export function startBrowser(): Promise<Browser> {
  if (executablePath === undefined) throw new Error('No Chromium found; set PLUMBLINE_BROWSER.');
  // What it needs in containers, and what keeps it from calling home.
  const args = ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking'];
  return chromium.launch({ executablePath, args });
}
