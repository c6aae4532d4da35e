import { providerExamples } from '@plumbline/emit-client/examples';
import { clientSettings, dictionary } from '@plumbline/model';
import { mdx, missingPaths, type View } from '@plumbline/render';
import { describe, expect, it } from 'vitest';
import { nestedParts } from './data/nested.ts';
import { readChangelog } from './facts/changelog.ts';
import { findingsOf } from './facts/findings.ts';
import { firstCall } from './facts/first-call.ts';
import { resourceFacts } from './facts/resource-facts.ts';
import { rememberedShapes } from './facts/schema-shape.ts';
import { body, field, method, model, operation, param, resource, service } from './sample-model.ts';
import { templateSources } from './templates.ts';
import { changelogView } from './views/changelog.ts';
import { consistencyView } from './views/consistency.ts';
import { manifestView } from './views/manifest.ts';
import { pageView } from './views/page.ts';
import { createProse } from './views/prose.ts';
import { providerIndexView } from './views/provider-index.ts';
import { resourcePageView } from './views/resource-page.ts';
import { serviceFindingsView } from './views/service-findings.ts';
import { serviceIndexView } from './views/service-index.ts';

/** A model that fills every part of every view. */
const full = param('id', { required: true, description: 'An id', enum: ['a'], default: 'a' });
const things = resource(
  'things',
  [
    method('list', { operation: 'GET /', params: [full, param('limit')], fields: [field('id')] }),
    method('create', { sqlVerb: 'insert', params: [full], body: body(field('name', { required: true })) }),
    method('rename', { sqlVerb: 'update', body: body(field('name', { description: 'Another' })) }),
  ],
  { summary: 'Things.', lifecycle: 'Beta' },
);
const acme = model([service('all', [things], { description: 'All.' })], {
  description: 'Acme.',
  operations: dictionary([['GET /', operation('GET /', 'Success')]]),
  serverVariables: [
    { name: 'org', url: 'https://{org}.test', default: 'x', env: 'ORG', description: 'Yours' },
  ],
  securitySchemes: [
    { name: 'key', type: 'apiKey', description: 'A key', origin: { file: 'openapi.yaml', pointer: '' } },
  ],
  settings: clientSettings('@acme/client', { auth: dictionary([['key', { env: 'KEY' }]]) }),
});
const prose = createProse({ marksNotes: true });
const [all] = acme.services;
const examples = providerExamples(acme);
const findings = findingsOf(
  acme,
  [{ resource: things.id }, {}].map((subject) => ({
    code: 'param-missing-from-page',
    severity: 'error',
    message: 'Missing.',
    hint: '',
    subject,
    source: { file: 'a.md', line: 1, column: 1 },
    related: [{ message: 'Here.', source: { file: 'openapi.yaml', line: 1, column: 1 } }],
  })),
);
const sourceOf = (file: string): string => file;
const { view: page } = resourcePageView({
  model: acme,
  resource: things,
  facts: resourceFacts(acme, things, (text) => text),
  code: new Map(
    things.methods.map(
      ({ name }) => [name, { sql: 'SELECT 1;', typescript: 'a();', curl: 'curl a' }] as const,
    ),
  ),
  manifest: '',
  prose,
  nested: nestedParts(acme.schemas, rememberedShapes(acme.schemas), prose),
  sourceOf,
  findings: { error: 1, warning: 0, info: 0, href: '/' },
});
const changelog = readChangelog('First.\n\n## 1.0.0\n\nAll.\n');
const first = firstCall(acme, examples);

const pages: [string, View][] = [
  [
    'provider-index',
    providerIndexView(acme, { prose, first: { ...first, sql: 'SELECT 1;' }, findings, changelog }),
  ],
  ['changelog', changelogView(changelog)],
  ['consistency', consistencyView(acme, findings, { prose, sourceOf }).view],
  [
    'page',
    pageView(acme, ['a'], {
      head: { title: 'acme.a', description: 'All.' },
      href: '/',
      body: mdx`<Tabs>`,
      source: { file: 'a.md', editUrl: null },
    }),
  ],
  ...(all === undefined
    ? []
    : ([
        ['service-index', serviceIndexView(acme, all, prose)],
        ['service-findings', serviceFindingsView(acme, all, findings, { prose, sourceOf }).view],
      ] as [string, View][])),
  // Of a list the first item is looked at: INSERT has all that examples have.
  ['resource-page', { ...page, examples: page.examples.filter(({ manifest }) => manifest !== null) }],
  ['manifest', manifestView(things)],
];

describe('templates', () => {
  const sources: { readonly [name: string]: string } = templateSources();

  it.each(pages)('%s, with all that it includes, finds what it names in its view', (name, view) => {
    expect(missingPaths(sources[name] ?? '', view, sources)).toEqual([]);
  });

  it('are all included by a page', () => {
    const included = Object.values(sources).flatMap((source) =>
      [...source.matchAll(/\{\{> ([\w-]+)/g)].map(([, name]) => name),
    );
    const unused = Object.keys(sources).filter((name) => !included.includes(name));
    expect(unused.sort()).toEqual(pages.map(([name]) => name).sort());
  });
});
