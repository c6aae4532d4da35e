import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, inject, it } from 'vitest';
import { type Served, serve } from './serve.ts';

const browserAddress = inject('browser');

const DESKTOP: BrowserContextOptions = {
  viewport: { width: 1280, height: 900 },
  permissions: ['clipboard-read', 'clipboard-write'],
};

export interface Reader {
  /** Opens a page of the site until the test ends, in a browser that remembers nothing of other tests; returns once it has come to life. */
  open(address: string, options?: BrowserContextOptions): Promise<Page>;
  /** Opens another address in a page. */
  go(page: Page, address: string): Promise<void>;
  /** Waits for a page that was opened by a link or by reloading. */
  arrived(page: Page): Promise<void>;
  /** What went wrong on the pages opened since it was last asked: errors of scripts, dialogs, requests to elsewhere. */
  complaints(): readonly string[];
}

/**
 * Tests of a site in Chromium, built for the path `base`. Without one they are skipped by name, and fail where `PLUMBLINE_BROWSER_REQUIRED`
 * is set, as it is in CI.
 */
export function describeInBrowser(
  name: string,
  folder: () => string,
  tests: (reader: Reader) => void,
  { base = '' }: { readonly base?: string } = {},
): void {
  if (browserAddress === null && process.env.PLUMBLINE_BROWSER_REQUIRED) {
    it(`${name}: Chromium is there`, () => expect.unreachable('No Chromium found; set PLUMBLINE_BROWSER.'));
    return;
  }
  describe.skipIf(browserAddress === null)(`${name} (needs Chromium)`, () => {
    let site: Served;
    let browser: Browser;
    let seen: string[] = [];
    // A window of its own for each set of options, with one page: another takes twice the time to open.
    const windows = new Map<string, Page>();
    const inUse = new Set<Page>();
    /** Those without scripts, which never come to life. */
    const still = new WeakSet<Page>();
    const newPage = async (options: BrowserContextOptions): Promise<Page> => {
      const page = await (await browser.newContext({ ...DESKTOP, ...options })).newPage();
      page.setDefaultTimeout(10_000);
      page.on('pageerror', (error) => seen.push(String(error)));
      page.on('console', (message) => message.type() === 'error' && seen.push(message.text()));
      page.on('dialog', (dialog) => {
        seen.push(`dialog: ${dialog.message()}`);
        return dialog.dismiss();
      });
      page.on('request', (request) => {
        const url = request.url();
        if (!url.startsWith(site.origin) && !/^(?:data|blob|about):/.test(url)) seen.push(`request: ${url}`);
      });
      if (options.javaScriptEnabled === false) still.add(page);
      return page;
    };
    beforeAll(async () => {
      site = await serve(folder(), base);
      browser = await chromium.connect(browserAddress ?? '');
    });
    afterAll(async () => {
      await browser?.close();
      await site?.close();
    });
    afterEach(async () => {
      for (const page of inUse) {
        await page.evaluate('window.localStorage.clear()');
        await page.goto('about:blank');
      }
      inUse.clear();
    });
    tests({
      async open(address, options = {}) {
        const key = JSON.stringify(options);
        const page = windows.get(key) ?? (await newPage(options));
        windows.set(key, page);
        inUse.add(page);
        await page.emulateMedia({ colorScheme: options.colorScheme ?? 'light' });
        await this.go(page, address);
        return page;
      },
      async go(page, address) {
        await page.goto(`${site.origin}${base}${address}`);
        if (!still.has(page)) await arrived(page);
      },
      arrived,
      complaints() {
        const all = seen;
        seen = [];
        return all;
      },
    });
  });
}

/** Docusaurus marks the document once its scripts have taken over. */
async function arrived(page: Page): Promise<void> {
  await page.waitForFunction("document.documentElement.dataset.hasHydrated === 'true'");
}
