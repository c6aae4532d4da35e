import type { Page } from 'playwright-core';
import { afterEach, expect, it } from 'vitest';
import { describeInBrowser } from './browser.ts';
import { built } from './site.ts';

const RESOURCE = '/okta/users/oauth_tokens';
const SEARCH = '/search?q=user';
const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };

const ADDRESSES = [
  '/',
  '/okta',
  '/okta/users',
  '/okta/users/users',
  RESOURCE,
  '/okta/consistency',
  '/okta/changelog',
  '/guides',
  '/guides/config',
  '/guides/diagnostics',
  SEARCH,
  '/nothing',
];

describeInBrowser(
  'a reader',
  () => built,
  (reader) => {
    const clipboard = (page: Page) => page.evaluate(() => navigator.clipboard.readText());
    const tabs = (page: Page, section: string) =>
      page.locator(`h2#${section} ~ div:has(> [role=tablist])`).first();
    const chosen = (page: Page) =>
      page.locator('[role=tab][aria-selected=true]:visible').filter({ hasText: /^(?:SQL|TypeScript|cURL)$/ });

    afterEach(() => {
      expect(reader.complaints()).toEqual([]);
    });

    it('comes from home to a resource in two clicks', async () => {
      const page = await reader.open('/');
      await page
        .getByRole('main')
        .getByRole('link', { name: /^users/ })
        .click();
      await page.getByRole('main').getByRole('link', { name: 'oauth_tokens' }).click();
      await page.getByRole('heading', { level: 1, name: 'oauth_tokens' }).waitFor();
      expect(new URL(page.url()).pathname).toBe(RESOURCE);
    });

    it('finds a field by its name', async () => {
      const page = await reader.open('/');
      await page.keyboard.press('Control+k');
      await page.keyboard.type('expiresAt');
      const result = page.locator('[role=option]', { hasText: 'oauth_tokens' }).first();
      await result.click();
      await page.getByRole('heading', { level: 1, name: 'oauth_tokens' }).waitFor();
      await expect
        .poll(() => page.locator('tr:visible', { hasText: 'expiresAt' }).count())
        .toBeGreaterThan(0);
    });

    it('finds a method by its name, and is led to it', async () => {
      const page = await reader.open('/');
      await page.keyboard.press('Control+k');
      await page.keyboard.type('revoke_token_for_user_and_client');
      await page.locator('[role=option]').first().click();
      await expect
        .poll(() => new URL(page.url()))
        .toMatchObject({ pathname: RESOURCE, hash: '#revoke_token_for_user_and_client' });
    });

    it.each([
      ['an operation', 'replaceUser', 'users'],
      ['the words of a method', 'revoke tokens', 'oauth_tokens'],
      ['an id', 'okta.users.oauth_tokens', 'oauth_tokens'],
    ])('finds the page of %s first', async (_name, sought, found) => {
      const page = await reader.open('/');
      await page.keyboard.press('Control+k');
      await page.keyboard.type(sought);
      await expect.poll(() => page.locator('[role=option]').first().textContent()).toContain(found);
    });

    it('sees in the sidebar where he is, however much stands above it', async () => {
      const page = await reader.open(RESOURCE, { viewport: { width: 1280, height: 300 } });
      const place = page.locator('.theme-doc-sidebar-container [aria-current=page]');
      await expect
        .poll(() => place.evaluate((link) => link.getBoundingClientRect().bottom))
        .toBeLessThan(300);
    });

    it('reads examples in the language chosen last, on every page and at the next visit', async () => {
      const page = await reader.open(RESOURCE);
      await tabs(page, 'select-examples').getByRole('tab', { name: 'TypeScript' }).first().click();
      expect(new Set(await chosen(page).allTextContents())).toEqual(new Set(['TypeScript']));
      await reader.go(page, '/okta/groups/groups');
      expect(new Set(await chosen(page).allTextContents())).toEqual(new Set(['TypeScript']));
    });

    it('keeps the place on the screen when tabs above and below change', async () => {
      const page = await reader.open('/okta/users/users');
      const tab = tabs(page, 'delete-examples').getByRole('tab', { name: 'TypeScript' }).first();
      await tab.scrollIntoViewIfNeeded();
      const before = await tab.boundingBox();
      await tab.click();
      await page.waitForTimeout(200);
      expect(Math.abs(((await tab.boundingBox())?.y ?? 0) - (before?.y ?? 0))).toBeLessThan(3);
    });

    it('goes from tab to tab by keyboard', async () => {
      const page = await reader.open('/okta/users/users');
      const set = tabs(page, 'fields');
      const [first, second] = [set.getByRole('tab').nth(0), set.getByRole('tab').nth(1)];
      const panels = set.locator('> [role=tabpanel]');
      await first.focus();
      await page.keyboard.press('ArrowRight');
      expect(await second.getAttribute('aria-selected')).toBe('true');
      expect(await second.evaluate((tab) => tab === document.activeElement)).toBe(true);
      expect(await panels.nth(1).isVisible()).toBe(true);
      expect(await panels.nth(0).isVisible()).toBe(false);
      await page.keyboard.press('Home');
      expect(await panels.nth(0).isVisible()).toBe(true);
      await page.keyboard.press('ArrowLeft');
      expect(await set.getByRole('tab').last().getAttribute('aria-selected')).toBe('true');
    });

    it('turns values into placeholders and back, for all examples', async () => {
      const page = await reader.open(RESOURCE);
      const code = tabs(page, 'select-examples').locator('pre:visible').first();
      expect(await code.textContent()).not.toContain('{{ userId }}');
      await page.getByLabel('Placeholders instead of values').locator('visible=true').first().click();
      expect(await code.textContent()).toContain("'{{ userId }}'");
      await page.reload();
      await reader.arrived(page);
      expect(await code.textContent()).toContain("'{{ userId }}'");
      await page.getByLabel('Placeholders instead of values').locator('visible=true').first().click();
      expect(await code.textContent()).not.toContain('{{ userId }}');
    });

    it('sees code in colours where it is in view', async () => {
      const page = await reader.open(RESOURCE);
      const code = page.locator('.theme-code-block').filter({ hasText: 'SELECT' }).first();
      await code.scrollIntoViewIfNeeded();
      await expect.poll(() => code.locator('.token.keyword').count()).toBeGreaterThan(0);
      expect(await page.locator('[role=tabpanel][hidden] .token').count()).toBe(0);
    });

    it('copies a name, an example and the page', async () => {
      const page = await reader.open(RESOURCE);
      await page.getByRole('button', { name: 'Copy okta.users.oauth_tokens' }).click();
      expect(await clipboard(page)).toBe('okta.users.oauth_tokens');

      const example = page.locator('.theme-code-block:visible', { hasText: 'SELECT' }).first();
      await example.hover();
      await example.getByRole('button', { name: 'Copy code' }).click();
      expect(await clipboard(page)).toMatch(/^SELECT\n[\s\S]*FROM okta\.users\.oauth_tokens\n/);

      await page.getByRole('button', { name: 'Copy page' }).click();
      await page.getByRole('button', { name: 'Copied' }).filter({ hasText: 'Copied' }).waitFor();
      expect(await clipboard(page)).toMatch(/^# oauth\\_tokens\n/);
    });

    it.each([
      ['a method', 'list_refresh_tokens_for_user_and_client'],
      ['a parameter, as published pages link to it', 'parameter-clientId'],
      ['a field', 'field-list_refresh_tokens_for_user_and_client-status'],
      ['an error', 'error-list_refresh_tokens_for_user_and_client-404'],
    ])('is led to %s by its anchor, whatever it is hidden in', async (_name, anchor) => {
      const page = await reader.open(`${RESOURCE}#${anchor}`);
      const target = page.locator(`[id="${anchor}"]`);
      await target.waitFor({ state: 'visible' });
      await expect
        .poll(() => target.evaluate((element) => element.getBoundingClientRect().top))
        .toBeLessThan(400);
      expect(await target.evaluate((element) => element.getBoundingClientRect().top)).toBeGreaterThan(40);
    });

    it('is led to a field of a body by the anchor that it had on published pages', async () => {
      const page = await reader.open('/okta/groups/groups#parameter-data__profile');
      await page.waitForURL(/#parameter-profile$/);
      const target = page.locator('[id="parameter-profile"]');
      await expect
        .poll(() => target.evaluate((element) => element.getBoundingClientRect().top))
        .toBeLessThan(400);
    });

    it('is led into a closed tab and disclosure by a link of the page itself', async () => {
      const page = await reader.open(RESOURCE);
      const hidden = page.locator('[role=tabpanel][hidden] [id], details:not([open]) [id]');
      const anchors = await hidden.evaluateAll((all) =>
        all.map(({ id }) => id).filter((id) => !id.includes('panel')),
      );
      expect(anchors.length).toBeGreaterThan(0);
      for (const anchor of [anchors[0], anchors.at(-1)]) {
        await page.evaluate((id) => {
          const link = document.createElement('a');
          link.href = `#${id}`;
          document.body.append(link);
          link.click();
        }, anchor);
        await page.locator(`[id="${anchor}"]`).waitFor({ state: 'visible' });
      }
    });

    it('opens nested fields in place, without scripts too', async () => {
      const page = await reader.open(RESOURCE);
      const nested = page.locator('details.nested:visible').first();
      await nested.locator('summary').first().click();
      expect(await nested.locator('table').first().isVisible()).toBe(true);
    });

    it('filters the resources of an index by any word of their rows', async () => {
      const page = await reader.open('/okta/users');
      const rows = page.locator('tbody > tr:visible');
      expect(await rows.count()).toBe(2);
      await page.getByRole('searchbox').locator('visible=true').fill('oauth delete');
      await expect.poll(() => rows.count()).toBe(1);
      expect(await page.locator('output').textContent()).toBe('1 of 2');
      await page.getByRole('searchbox').locator('visible=true').fill('');
      await expect.poll(() => rows.count()).toBe(2);
    });

    it('reads in the dark when the system is dark, or by choice', async () => {
      const dark = await reader.open(RESOURCE, { colorScheme: 'dark' });
      await expect.poll(() => dark.evaluate(() => document.documentElement.dataset.theme)).toBe('dark');
      const light = await reader.open(RESOURCE, { colorScheme: 'light' });
      const button = light.getByRole('button', { name: /dark and light mode/ });
      for (
        let press = 0;
        press < 3 && (await light.locator('html').getAttribute('data-theme')) !== 'dark';
        press++
      ) {
        await button.click();
      }
      expect(await light.locator('html').getAttribute('data-theme')).toBe('dark');
      const background = await light.evaluate(
        () => getComputedStyle(document.documentElement).backgroundColor,
      );
      expect(Math.max(...(background.match(/\d+/g) ?? []).map(Number))).toBeLessThan(60);
    });

    it('prints in dark letters what he reads in the dark', async () => {
      const page = await reader.open(RESOURCE, { colorScheme: 'dark' });
      const theme = (event?: string) =>
        page.evaluate((name) => {
          if (name !== undefined) window.dispatchEvent(new Event(name));
          return document.documentElement.dataset.theme;
        }, event);
      expect([await theme(), await theme('beforeprint'), await theme('afterprint')]).toEqual([
        'dark',
        'light',
        'dark',
      ]);
    });

    it('needs no sideways scrolling on a phone', async () => {
      // Without scripts, all that tabs hide is to be seen too.
      const withScripts = await reader.open(SEARCH, PHONE);
      const without = await reader.open('/', { ...PHONE, javaScriptEnabled: false });
      for (const address of ADDRESSES) {
        const page = address === SEARCH ? withScripts : without;
        if (page === without) await reader.go(page, address);
        const widths = await page.evaluate(() => [document.documentElement.scrollWidth, window.innerWidth]);
        expect([address, ...widths]).toEqual([address, 390, 390]);
      }
      reader.complaints(); // The server says 404 of the page that there is not.
    }, 120_000);

    it('reaches the pages from the menu of a phone', async () => {
      const page = await reader.open(RESOURCE, PHONE);
      await page.getByRole('button', { name: 'Toggle navigation bar' }).click();
      await page.getByRole('link', { name: 'groups', exact: true }).locator('visible=true').first().click();
      await page.getByRole('heading', { level: 1, name: 'groups' }).waitFor();
    });

    it('finds the way to the text by keyboard, and sees where the focus is', async () => {
      const page = await reader.open(RESOURCE);
      await page.keyboard.press('Tab');
      await page.keyboard.press('Enter');
      await page.keyboard.press('Tab');
      const focus = await page.evaluate(() => {
        const { outlineStyle, outlineWidth } = getComputedStyle(document.activeElement ?? document.body);
        return { within: document.activeElement?.closest('main') !== null, outlineStyle, outlineWidth };
      });
      expect(focus).toEqual({ within: true, outlineStyle: 'solid', outlineWidth: '2px' });
    });

    it('sees every tab where there are no scripts', async () => {
      const page = await reader.open(RESOURCE, { javaScriptEnabled: false });
      expect(await page.locator('[role=tabpanel]').count()).toBeGreaterThan(3);
      expect(await page.locator('[role=tabpanel]:not(:visible)').count()).toBe(0);
    });
  },
);
