import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import { expect, it } from 'vitest';
import { describeInBrowser } from './browser.ts';
import { built } from './site.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const PAGES = [
  ['home', '/'],
  ['a provider', '/okta'],
  ['a service', '/okta/users'],
  ['a resource', '/okta/users/users'],
  ['the consistency page', '/okta/consistency'],
  ['a guide', '/guides/config'],
  ['the search', '/search?q=user'],
  ['a page that there is not', '/nothing'],
] as const;
const LOOKS = [
  ['in the light', { colorScheme: 'light' }],
  ['in the dark', { colorScheme: 'dark' }],
] as const;
const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true } as const;

describeInBrowser(
  'axe-core',
  () => built,
  (reader) => {
    it.each([
      ...PAGES.flatMap(([page, address]) =>
        LOOKS.map(([look, options]) => [page, look, address, options] as const),
      ),
      ['a resource', 'on a phone', '/okta/users/oauth_tokens', PHONE] as const,
    ])('finds nothing serious on %s, %s', async (_page, _look, address, options) => {
      const page = await reader.open(address, options);
      await page.locator('summary').evaluateAll((all) => {
        for (const summary of all) (summary.parentElement as HTMLDetailsElement).open = true;
      });
      await page.evaluate(axe);
      const { violations } = await page.evaluate<AxeResults>('axe.run()');
      const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
      expect(
        serious.map(({ id, nodes }) => ({
          id,
          nodes: nodes.slice(0, 3).map(({ html, failureSummary }) => [html, failureSummary]),
        })),
      ).toEqual([]);
    });
  },
);
