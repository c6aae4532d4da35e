import { existsSync } from 'node:fs';
import process from 'node:process';
import { chromium } from 'playwright-core';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  export interface ProvidedContext {
    /** Where the browser of all tests is reached; null: there is none on this machine. */
    browser: string | null;
  }
}

const places = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** What Chromium needs in containers, what keeps it from calling home, and what spares it processes. */
const args = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-extensions',
  '--disable-sync',
  '--disable-features=site-per-process,Translate,MediaRouter',
  '--renderer-process-limit=1',
  // The site loads what is linked to before anyone asks, but not where that is slow.
  '--force-effective-connection-type=2G',
];

/** Starts one browser for all test files, and stops it after them. */
export default async function startBrowser(project: TestProject): Promise<() => Promise<void>> {
  const executablePath = [process.env.PLUMBLINE_BROWSER ?? '', ...places].find((file) => existsSync(file));
  if (executablePath === undefined) {
    project.provide('browser', null);
    return async () => {};
  }
  const server = await chromium.launchServer({ executablePath, args });
  project.provide('browser', server.wsEndpoint());
  return () => server.close();
}
