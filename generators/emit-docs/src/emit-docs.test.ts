import { clientSettings, dictionary, type ProviderModel } from '@plumbline/model';
import { readResourcePages } from '@plumbline/read-resource-pages';
import { load } from 'js-yaml';
import { describe, expect, it } from 'vitest';
import { dataPath } from './data/data-file.ts';
import type { NestedData, PageData } from './data/page-data.ts';
import { emitDocs } from './emit-docs.ts';
import { evaluatePage } from './evaluate-page.ts';
import { factsOfPage, pageFacts } from './page-facts.ts';
import { body, field, method, model, operation, param, resource, service } from './sample-model.ts';

const subdomain = param('subdomain', {
  in: 'server',
  required: true,
  description: 'Your org.',
  default: 'my-org',
  schema: null,
});
const tokenId = param('tokenId', { in: 'path', required: true, description: '`id` of the token' });
const limit = param('limit', { type: 'integer', format: 'int32', default: 20, minimum: 1, maximum: 200 });
const fields = [
  field('id', { description: 'ID of the token', readOnly: true, examples: ['oar1'] }),
  field('status', { description: 'Status', enum: ['ACTIVE', 'REVOKED'] }),
  field('created', { format: 'date-time' }),
];
const tokens = resource(
  'tokens',
  [
    method('list_tokens', {
      operation: 'GET /tokens',
      description: 'Lists all tokens.\n\n> **Note:** See [Tokens](https://example.org/tokens).',
      params: [subdomain, limit],
      fields,
    }),
    method('get_token', {
      operation: 'GET /tokens',
      description: 'Retrieves a token',
      params: [subdomain, tokenId],
      fields,
    }),
    method('create_token', {
      sqlVerb: 'insert',
      description: 'Creates a token',
      params: [subdomain],
      body: body(
        field('name', { required: true, description: 'Its name,\non two lines' }),
        field('scopes', { type: 'array', writeOnly: true }),
        field('active', { type: 'boolean', default: true }),
      ),
      fields,
    }),
    method('update_token', {
      sqlVerb: 'update',
      params: [subdomain, tokenId],
      body: body(field('name', { description: 'The new name' })),
    }),
    method('replace_token', { sqlVerb: 'replace', params: [subdomain, tokenId] }),
    method('delete_token', {
      sqlVerb: 'delete',
      description: 'Deletes a token',
      deprecated: true,
      params: [subdomain, tokenId],
    }),
    method('revoke', {
      sqlVerb: 'exec',
      params: [subdomain, tokenId],
      body: body(field('reason', { required: true }), field('notify', { type: 'boolean' })),
    }),
  ],
  { summary: 'Creates, updates, deletes, gets or lists a `tokens` resource.', lifecycle: 'Early access' },
);
const uploads = resource('uploads', [method('upload', { sqlVerb: 'insert' })]);
const acme: ProviderModel = model(
  [service('things', [tokens, uploads], { description: 'things service documentation.' })],
  {
    description: 'Things, and how to make them.',
    operations: dictionary([['GET /tokens', operation('GET /tokens', 'Success')]]),
    serverVariables: [
      {
        name: 'subdomain',
        url: 'https://{subdomain}.acme.test',
        default: 'my-org',
        env: null,
        description: '',
      },
    ],
    securitySchemes: [
      {
        name: 'api-token',
        type: 'apiKey',
        description: 'A token.',
        origin: { file: 'openapi.yaml', pointer: '' },
      },
    ],
    settings: clientSettings('@acme/client', {
      auth: dictionary([['apiToken', { prefix: 'AT ', env: 'ACME_TOKEN' }]]),
    }),
  },
);
const files = new Map(emitDocs(acme).files.map(({ path, content }) => [path, content]));

interface Anchors {
  readonly ids: readonly string[];
  readonly links: readonly string[];
}

/** What components make of a page's data: ids, and links within the page. */
function dataAnchors(data: Partial<PageData>): Anchors {
  const found = { ids: [] as string[], links: [] as string[] };
  const told = ({ id, href, rows = [], variants = [] }: NestedData): void => {
    if (id !== undefined) found.ids.push(id);
    if (href !== undefined) found.links.push(href);
    for (const { nested } of rows) if (nested !== undefined) told(nested);
    for (const variant of variants) if (typeof variant !== 'string') told(variant);
  };
  for (const { nested, used, differing = [] } of data.rows ?? []) {
    if (nested !== undefined) told(nested);
    const methods = [...(used?.by ?? []), ...differing.flatMap((one) => one.methods)];
    found.links.push(...methods.map((link) => `#${typeof link === 'string' ? link : link[1]}`));
  }
  for (const { id, params, body, responses } of data.methods ?? []) {
    found.ids.push(id, ...responses.map((response) => response.id));
    const named = [...params.flatMap(([, own]) => own), ...(body?.fields ?? [])];
    found.links.push(...named.map(([name]) => `#parameter-${name}`));
    for (const { nested } of responses.flatMap(({ bodies }) => bodies)) if (nested) told(nested);
  }
  return found;
}

describe('emitDocs', () => {
  it.each([
    ['index.md', 'provider.md'],
    ['things/index.md', 'service.md'],
    ['things/tokens/index.md', 'resource.md'],
    ['things/tokens/facts.json', 'resource-facts.json'],
    ['things/uploads/index.md', 'resource-without-select.md'],
  ])('writes %s as fixtures/%s', async (path, name) => {
    await expect(files.get(path)).toMatchFileSnapshot(`./fixtures/${name}`);
  });

  it.each([
    ['_static/acme.md', 'provider-twin.md'],
    ['_static/acme/things/tokens.md', 'resource-twin.md'],
    ['_static/acme/llms.txt', 'llms.txt'],
    ['catalogue.json', 'catalogue.json'],
  ])('writes %s as fixtures/%s', async (path, name) => {
    await expect(files.get(path)).toMatchFileSnapshot(`./fixtures/${name}`);
  });

  it('writes those pages and their twins alone', () => {
    expect([...files.keys()]).toEqual([
      'index.md',
      'consistency.md',
      'things/index.md',
      'things/tokens/index.md',
      'things/tokens/facts.json',
      'things/uploads/index.md',
      'catalogue.json',
      '_static/acme.md',
      '_static/acme/consistency.md',
      '_static/acme/things.md',
      '_static/acme/things/tokens.md',
      '_static/acme/things/uploads.md',
      '_static/acme/llms.txt',
      '_static/acme/llms-full.txt',
    ]);
  });

  it('gives the same bytes for the same model', () => {
    expect(emitDocs(structuredClone(acme))).toEqual(emitDocs(acme));
  });

  it('reads back to what the model says', () => {
    const pages = readResourcePages(
      [...files].filter(([path]) => path.endsWith('index.md')).map(([path, text]) => ({ path, text })),
      { provider: 'acme' },
    );
    expect(pages.diagnostics).toEqual([]);
    expect(pages.resources.map(factsOfPage)).toEqual([tokens, uploads].map((one) => pageFacts(acme, one)));
    expect(
      pages.indexes.map(({ level, name, description, totals, entries }) => ({
        level,
        name,
        description: description?.value,
        totals: { ...totals },
        entries: entries.map((entry) => [entry.name.value, entry.href]),
      })),
    ).toEqual([
      {
        level: 'provider',
        name: 'acme',
        description: 'Things, and how to make them.',
        totals: { 'total services': 1, 'total resources': 2, 'total methods': 8 },
        entries: [['things', '/acme/things']],
      },
      {
        level: 'service',
        name: 'things',
        description: 'things service documentation.',
        totals: { 'total resources': 2, 'total methods': 8 },
        entries: [
          ['tokens', '/acme/things/tokens'],
          ['uploads', '/acme/things/uploads'],
        ],
      },
    ]);
  });

  it('leads each link within a page to an id, and each link between pages to a page', () => {
    const slugs = new Set([...files.values()].map((content) => /^slug: (.*)$/m.exec(content)?.[1]));
    for (const [path, content] of files) {
      if (path.startsWith('_') || !path.endsWith('.md')) continue;
      const data = files.get(dataPath(path)) ?? '{}';
      const elements = evaluatePage(content, data);
      const beside = dataAnchors(JSON.parse(data));
      const ids = [
        ...elements.flatMap(({ props }) => (typeof props.id === 'string' ? [props.id] : [])),
        ...beside.ids,
      ];
      expect(new Set(ids).size).toBe(ids.length);
      const links = [
        ...elements.flatMap(({ props }) => (typeof props.href === 'string' ? [props.href] : [])),
        ...beside.links,
      ];
      const headings = ['#methods'];
      for (const link of links.filter((href) => href.startsWith('#') && !headings.includes(href))) {
        expect(ids).toContain(link.slice(1));
      }
      for (const link of links.filter((href) => href.startsWith('/'))) expect(slugs).toContain(link);
    }
  });

  it('writes a manifest that parses as YAML', () => {
    const code = /<CodeBlock language="yaml">\{`(.*?)`\}/s.exec(
      files.get('things/tokens/index.md') ?? '',
    )?.[1];
    expect(load(code ?? '')).toEqual([
      {
        name: 'tokens',
        props: [
          { name: 'subdomain', value: '{{ subdomain }}', description: 'Your org.', default: 'my-org' },
          { name: 'name', value: '{{ name }}', description: 'Its name,\non two lines' },
          { name: 'scopes', value: ['{{ scopes }}'] },
          { name: 'active', value: '{{ active }}', default: true },
        ],
      },
    ]);
  });

  it('keeps what names would break: folders, ids and tabs', () => {
    const odd = model([
      service('_internal', [
        resource('index', [
          method('methods', { params: [param('a b')] }),
          method('manifest', { sqlVerb: 'insert', body: body(field('x, y', { required: true })) }),
        ]),
      ]),
    ]);
    const pages = emitDocs(odd).files;
    expect(pages.map(({ path }) => path).slice(0, 4)).toEqual([
      'index.md',
      'consistency.md',
      '-_internal/index.md',
      '-_internal/index/index.md',
    ]);
    const page = pages[3]?.content ?? '';
    expect(page).toContain('slug: /acme/_internal/index\n');
    expect(page).toContain('<tr id="method-methods">\n    <td><a href="#method-methods">');
    expect(page).toContain("{ label: 'Manifest', value: 'manifest-' }");
    const [read] = readResourcePages([{ path: 'index.md', text: page }], { provider: 'acme' }).resources;
    expect(read?.methods.map(({ required }) => required.map(({ name }) => name.value))).toEqual([
      [],
      ['x, y'],
    ]);
  });
});
