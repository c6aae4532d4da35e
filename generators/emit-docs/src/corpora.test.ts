import { existsSync, globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { createProcessor } from '@mdx-js/mdx';
import {
  dictionary,
  type InputFile,
  type ProviderSettings,
  providerSettings,
  type ResourcePage,
} from '@plumbline/model';
import { readOpenApi } from '@plumbline/read-openapi';
import { readResourcePages } from '@plumbline/read-resource-pages';
import { reconcile } from '@plumbline/reconcile';
import remarkFrontmatter from 'remark-frontmatter';
import remarkGfm from 'remark-gfm';
import { describe, expect, it } from 'vitest';
import { emitDocs } from './emit-docs.ts';
import { evaluatePage } from './evaluate-page.ts';
import { factsOfPage, pageFacts } from './page-facts.ts';
import { headingsOf, textsOf, untold } from './testing/side-by-side.ts';

const corpora = path.resolve(import.meta.dirname, '../../../../shared/corpora');

const read = (glob: string): readonly InputFile[] =>
  globSync(glob, { cwd: corpora }).map((file) => ({
    path: file,
    text: readFileSync(path.join(corpora, file), 'utf8'),
  }));

function settings(provider: string, serverVariables: ProviderSettings['serverVariables']): ProviderSettings {
  return providerSettings(provider, `@plumbline/${provider}-client`, { serverVariables });
}

const okta = settings(
  'okta',
  dictionary([['subdomain', { url: 'https://{subdomain}.okta.com', default: 'my-org' }]]),
);
const github = settings('github', dictionary());

const providers = [
  {
    name: 'okta',
    spec: 'okta/openapi.yaml',
    pages: 'okta/pages/**/*.md',
    config: okta,
    resources: 190,
    methods: 699,
    oneIn: 6,
  },
  {
    name: 'github-sample',
    spec: 'github-sample/specs/*.yaml',
    pages: 'github-sample/pages/**/*.md',
    config: github,
    resources: 12,
    methods: 31,
    oneIn: 1,
  },
  {
    name: 'okta without pages',
    spec: 'okta/openapi.yaml',
    pages: '',
    config: okta,
    resources: 208,
    methods: 705,
    oneIn: 24,
  },
];

/** What a published page tells and ours does not, with the reason. */
const REFUTED: readonly { readonly id: RegExp; readonly what: RegExp; readonly why: string }[] = [
  { id: /^/, what: /apihttps:/, why: 'leads nowhere: the site stands in it twice' },
  {
    id: /^okta\.(?:logstreams\.log_streams|risk\.risk_providers)$/,
    what: /[ -](?:created|id|lastUpdated|status|_links)$/,
    why: 'is the server’s to set: no request may have it, as the consistency page says',
  },
  {
    id: /^okta\.apps\.application_users$/,
    what: /created example: 2017-03-28T01:11:10\.000Z$/,
    why: 'has another example in the spec',
  },
  {
    id: /^okta\.users\.factors$/,
    what: /^parameter templateId: https:.*Template\/$/,
    why: 'differs from method to method: each is told in the words of the spec, which links within its own site',
  },
];

/** What a model says, without where each fact is from. Emitted pages are of the current format, and have examples of ours. */
const said = (value: unknown): unknown =>
  JSON.parse(
    JSON.stringify(value, (key, member: unknown) =>
      ['origin', 'origins', 'document', 'dialect', 'statements'].includes(key) ? undefined : member,
    ),
  );

/** A suite on the real documents; without them it is skipped by name, and its body, which reads them, is not run. */
function describeCorpora(name: string, body: () => void): void {
  const title = `${name} (needs ../shared/corpora)`;
  if (existsSync(corpora)) describe(title, body);
  else it.skipIf(true)(title, () => undefined);
}

for (const { name, spec: specGlob, pages: pageGlob, config, oneIn, ...want } of providers) {
  describeCorpora(name, () => {
    const spec = readOpenApi(read(specGlob));
    if ('unreadable' in spec) throw new Error(`${specGlob} is unreadable`);
    const documented = readResourcePages(pageGlob === '' ? [] : read(pageGlob), {
      provider: config.provider,
    });
    const { model } = reconcile({ spec, pages: documented, settings: config });
    const resources = model.services.flatMap((service) => service.resources);
    const emitted = emitDocs(model).files;
    const files = emitted.filter(({ path: file }) => file.endsWith('.md') && !file.startsWith('_'));
    const pages = files.filter(({ path: file }) => file.endsWith('index.md'));
    const again = readResourcePages(
      pages.map(({ path: file, content }) => ({ path: file, text: content })),
      { provider: config.provider },
    );

    it('has a page for each resource, service and provider', () => {
      expect(resources.length).toBe(want.resources);
      expect(resources.flatMap(({ methods }) => methods).length).toBe(want.methods);
      expect(new Set(files.map(({ path: file }) => file)).size).toBe(
        want.resources + model.services.length + 2,
      );
      expect(emitted.filter(({ path: file }) => /^_static\/.*\.md$/.test(file)).length).toBe(files.length);
    });

    it('compiles as MDX', () => {
      const processor = createProcessor({ remarkPlugins: [remarkGfm, remarkFrontmatter] });
      for (const { path: file, content } of files.filter((_file, i) => i % oneIn === 0)) {
        expect(() => processor.parse(content), file).not.toThrow();
      }
      // Parsing finds what MDX refuses; that nothing else is wrong, some pages show.
      for (const { path: file, content } of files.filter((_file, i) => i % 60 === 0)) {
        const data = emitted.find((one) => one.path === file.replace(/[^/]*$/, 'facts.json'));
        evaluatePage(content, data?.content);
      }
    }, 60_000);

    it('reads back to what the model says', () => {
      const facts = new Map(again.resources.map((page) => [page.id.value, factsOfPage(page)]));
      expect(again.diagnostics).toEqual([]);
      for (const resource of resources) expect(facts.get(resource.id)).toEqual(pageFacts(model, resource));
    });

    // Of seed 000, and three that differ from it and from one another in shape.
    const shapes = ['users.oauth_tokens', 'groups.groups', 'idps.identity_providers', 'org.contact_types'];
    describe.runIf(name === 'okta')('beside the published pages', () => {
      const texts = new Map(
        [...read(pageGlob), ...emitted.map(({ path: file, content }) => ({ path: file, text: content }))].map(
          ({ path: file, text }) => [file, text] as const,
        ),
      );
      const ours = new Map(again.resources.map((page) => [page.id.value, page]));
      const written = (page: ResourcePage) => ({ page, text: texts.get(page.file) ?? '' });
      const lost = documented.resources.flatMap((theirs) => {
        const id = theirs.id.value;
        const page = ours.get(id);
        if (page === undefined) return [{ id, what: 'the page' }];
        const data = JSON.parse(texts.get(page.file.replace('index.md', 'facts.json')) ?? '{}');
        return untold(written(theirs), written(page), textsOf(data)).map((what) => ({ id, what }));
      });
      const refuted = (one: { readonly id: string; readonly what: string }) =>
        REFUTED.filter(({ id, what }) => id.test(one.id) && what.test(one.what));

      it.each(shapes)('okta.%s tells all that it tells there', (resource) => {
        expect(documented.resources.map(({ id }) => id.value)).toContain(`okta.${resource}`);
        const own = lost.filter(({ id }) => id === `okta.${resource}`);
        expect(own.filter((one) => refuted(one).length === 0)).toEqual([]);
      });

      it('so does every other page, but for what is wrong there', () => {
        expect(lost.filter((one) => refuted(one).length === 0)).toEqual([]);
        expect(new Set(lost.flatMap(refuted)).size).toBe(REFUTED.length);
      });

      it('has the sections of StackQL, in its order', () => {
        const page = ours.get('okta.groups.groups');
        expect(headingsOf(page === undefined ? '' : written(page).text)).toEqual([
          'Overview',
          'Fields',
          'Methods',
          'Parameters',
          ...['SELECT', 'INSERT', 'REPLACE', 'DELETE'].map((verb) => `\`${verb}\` examples`),
        ]);
      });
    });

    it('agrees with the spec in all that a page can tell, and makes the same model again', () => {
      const second = reconcile({ spec, pages: again, settings: config });
      const ours = second.diagnostics.filter(({ code }) => code !== 'operation-missing-from-pages');
      expect(ours).toEqual([]);
      const { services, ...rest } = second.model;
      expect(said(rest)).toEqual(said({ ...model, services: undefined }));
      for (const [i, service] of services.entries()) {
        const resources = model.services[i]?.resources.map((one) => ({
          ...one,
          summary: pageFacts(model, one).summary,
        }));
        expect(said(service)).toEqual(said({ ...model.services[i], resources }));
      }
    });
  });
}
