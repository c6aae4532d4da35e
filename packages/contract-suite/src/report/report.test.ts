import { openContract, type Provider } from '@plumbline/contract-server';
import { describe, expect, it } from 'vitest';
import type { ContractMeta } from '../meta.ts';
import { coverageOf } from './coverage.ts';
import type { RanTest } from './facts.ts';
import { code, plain, table } from './markdown.ts';
import { summaryOf } from './summary.ts';

const json = (name: string) => ({
  content: { 'application/json': { schema: { $ref: `#/components/schemas/${name}` } } },
});

const provider: Provider = {
  format: 1,
  provider: 'acme',
  title: 'Acme <b>',
  specVersion: '1.0',
  serverVariables: [],
  auth: {},
  errors: {},
  rateLimit: {},
  methods: [
    {
      resource: 'acme.things.things',
      method: 'add_thing',
      call: 'things.things.addThing',
      sqlVerb: 'insert',
      operation: 'POST /things',
      deprecated: false,
      params: [{ name: 'dry', wireName: 'dry', key: 'dry', in: 'query', required: false }],
      body: { required: true, mediaType: 'application/json', fields: [{ name: 'size', required: true }] },
      fields: [],
      pagination: null,
      successes: ['201'],
      security: [],
    },
  ],
  document: {
    openapi: '3.1.0',
    info: { title: 'Acme', version: '1.0' },
    paths: {
      '/things': {
        get: { responses: { 200: { description: '' } } },
        post: {
          parameters: [{ name: 'dry', in: 'query', schema: { type: 'string', pattern: '(' } }],
          requestBody: { required: true, ...json('Thing') },
          responses: {
            201: { description: '', ...json('Thing') },
            400: { description: '', ...json('Error') },
          },
        },
      },
    },
    components: {
      schemas: {
        Thing: { type: 'object', properties: { size: { $ref: '#/components/schemas/Size' } } },
        Size: { type: 'integer' },
        Error: { type: 'object' },
        Unused: { type: 'object' },
      },
    },
  },
};

function ran(state: RanTest['state'], meta: Partial<ContractMeta>, message: string | null = null): RanTest {
  const about = { resource: 'acme.things.things', method: 'add_thing', operation: 'POST /things' };
  const nothing = { parameters: [], statuses: [], schemas: [], uncovered: [] };
  const kind = meta.kind ?? 'request';
  return { name: `things > ${kind}`, state, message, meta: { ...about, kind, ...nothing, ...meta } };
}

const tests: readonly RanTest[] = [
  ran('passed', {
    parameters: ['body', 'body /size'],
    schemas: ['/components/schemas/Size', '/components/schemas/Thing'],
    uncovered: [{ subject: 'query dry', why: 'no value matches its pattern' }],
  }),
  ran('passed', { kind: 'answer', statuses: ['201'], schemas: ['/components/schemas/Thing'] }),
  ran(
    'failed',
    { kind: 'error', statuses: ['400'], schemas: ['/components/schemas/Error'] },
    'It | is `wrong`.',
  ),
  ran('passed', { kind: 'page' }),
  { name: 'another test', state: 'passed', message: null, meta: undefined },
];

describe('coverage', () => {
  const report = coverageOf(openContract(provider), tests);

  it('counts what passing tests are about, of what the document has', () => {
    expect(report.coverage).toEqual({
      operations: { covered: 1, total: 2 },
      parameters: { covered: 1, total: 2 },
      'body fields': { covered: 1, total: 1 },
      statuses: { covered: 1, total: 3 },
      pages: { covered: 1, total: 1 },
      schemas: { covered: 2, total: 3 },
    });
    expect(report.tests).toEqual({ passed: 4, failed: 1, skipped: 0 });
  });

  it('says of everything else why it is not covered', () => {
    expect(report.uncovered.map(({ operation, subject, why }) => `${operation} ${subject}: ${why}`)).toEqual([
      'GET /things GET /things: no method calls the operation',
      'GET /things 200: no method calls the operation',
      'POST /things query dry: no value matches its pattern',
      'POST /things 400: its test failed',
      'null /components/schemas/Error: no value that was sent or read had it',
    ]);
  });

  it('is told by service, and by what is tested', () => {
    expect(report.services).toMatchObject({ things: { statuses: { covered: 1, total: 2 } } });
    expect(report.checks).toMatchObject({
      error: { passed: 0, failed: 1 },
      request: { passed: 1, failed: 0 },
    });
  });

  it('is read on the page of a CI job', () => {
    expect(summaryOf(report)).toMatchInlineSnapshot(`
      "## Contract of Acme &lt;b\\> 1.0

      **1 test of 5 fails.**

      |  | covered | of |  |
      | --- | --: | --: | --: |
      | operations | 1 | 2 | 50% |
      | parameters | 1 | 2 | 50% |
      | body fields | 1 | 1 | 100% |
      | statuses | 1 | 3 | 33% |
      | pages | 1 | 1 | 100% |
      | schemas | 2 | 3 | 66% |

      ### Failures

      - \`things > error\`<br>It \\| is \\\`wrong\\\`.

      ### Not covered

      <details>
      <summary>1 operation: no method calls the operation</summary>

      - \`GET /things\`

      </details>
      <details>
      <summary>1 status: no method calls the operation</summary>

      - \`GET /things\`: \`200\`

      </details>
      <details>
      <summary>1 parameter: no value matches its pattern</summary>

      - \`POST /things\`: \`query dry\`

      </details>
      <details>
      <summary>1 status: its test failed</summary>

      - \`POST /things\`: \`400\`

      </details>
      <details>
      <summary>1 schema: no value that was sent or read had it</summary>

      - \`/components/schemas/Error\`

      </details>

      <details>
      <summary>By service</summary>

      | service | operations | parameters | body fields | statuses | pages |
      | --- | --: | --: | --: | --: | --: |
      | \`things\` | 1 of 1 | 1 of 2 | 1 of 1 | 1 of 2 | 1 of 1 |

      </details>

      <details>
      <summary>By what is tested</summary>

      | tests of | passed | failed |
      | --- | --: | --: |
      | \`answer\` | 1 | 0 |
      | \`error\` | 0 | 1 |
      | \`page\` | 1 | 0 |
      | \`request\` | 1 | 0 |

      </details>
      "
    `);
  });
});

describe('Markdown', () => {
  it.each([
    ['`a`', '`` `a` ``'],
    ['a|b', '`a\\|b`'],
    ['two\nlines', '`two lines`'],
    ['', ''],
  ])('writes %j as code', (text, want) => {
    expect(code(text)).toBe(want);
  });

  it.each([
    ['<script>&', '&lt;script\\>&amp;'],
    ['[a](b) @all', '\\[a\\](b) @\u200ball'],
    ['a\n# b', 'a # b'],
  ])('writes %j as text', (text, want) => {
    expect(plain(text)).toBe(want);
  });

  it('sets numbers to the right', () => {
    expect(table(['', 'n'], [['a', '1']], { numbers: true })).toBe('|  | n |\n| --- | --: |\n| a | 1 |\n');
  });
});
