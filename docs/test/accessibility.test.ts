import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import { expect, it } from 'vitest';
import { describeInBrowser } from './browser.ts';
import { built } from './site.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true } as const;
const PAGES = [
  ['home', '/', {}],
  ['a provider', '/okta', {}],
  ['a service', '/okta/users', {}],
  ['a resource', '/okta/groups/groups', {}],
  ['a resource on a phone', '/okta/users/oauth_tokens', PHONE],
  ['the consistency page', '/okta/consistency', {}],
  ['the changelog', '/okta/changelog', {}],
  ['a guide', '/guides/drift', {}],
  ['the search', '/search?q=user', {}],
  ['a page that there is not', '/nothing', {}],
] as const;

describeInBrowser(
  'axe-core',
  () => built,
  (reader) => {
    it.each(PAGES)(
      'finds nothing serious on %s, in the light and in the dark',
      async (_page, address, options) => {
        const page = await reader.open(address, { ...options, colorScheme: 'light' });
        await page.locator('summary').evaluateAll((all) => {
          for (const summary of all) (summary.parentElement as HTMLDetailsElement).open = true;
        });
        await page.evaluate(axe);
        const light = await page.evaluate<AxeResults>("axe.run({ resultTypes: ['violations'] })");
        expect(serious(light)).toEqual([]);
        await page.emulateMedia({ colorScheme: 'dark' });
        await page.locator('html[data-theme=dark]').waitFor();
        // Colours change in a transition.
        await page.evaluate(() => {
          for (const animation of document.getAnimations()) animation.finish();
        });
        // What else there is to find does not depend on colours.
        const dark = await page.evaluate<AxeResults>(
          "axe.run({ runOnly: ['color-contrast'], resultTypes: ['violations'] })",
        );
        expect(serious(dark)).toEqual([]);
      },
    );
  },
);

function serious({ violations }: AxeResults): unknown {
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => ({
      id,
      nodes: nodes.slice(0, 3).map(({ html, failureSummary }) => [html, failureSummary]),
    }));
}
