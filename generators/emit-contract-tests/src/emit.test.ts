import { readFileSync } from 'node:fs';
import { dictionary, type JsonObject, type Method, type Param, type ProviderModel } from '@plumbline/model';
import { missingPaths } from '@plumbline/render';
import { describe, expect, it } from 'vitest';
import { readDocument } from './document.ts';
import { emitContractTests, scaffoldContractTests } from './index.ts';
import { suiteOf } from './suite.ts';

const document: JsonObject = {
  openapi: '3.1.0',
  security: [{ key: [] }],
  components: { securitySchemes: { key: { type: 'apiKey', in: 'header', name: 'Authorization' } } },
  paths: {
    '/things/{id}': {
      parameters: [{ name: 'id', in: 'path', required: true, schema: { type: 'string', maxLength: 4 } }],
      put: {
        parameters: [
          { name: 'id', in: 'query', schema: { type: 'integer' } },
          { name: 'If-Match', in: 'header', schema: { type: 'string' } },
          {
            name: 'tags',
            in: 'query',
            schema: { type: 'array', items: { enum: ["it's", '${b}'] }, minItems: 2, uniqueItems: true },
          },
        ],
        requestBody: {
          required: true,
          content: {
            'application/json': {
              schema: {
                type: 'object',
                required: ['__proto__'],
                properties: JSON.parse('{ "__proto__": { "type": "boolean" } }'),
              },
            },
          },
        },
        responses: {
          200: { content: { 'application/json': { schema: { type: 'array', items: { type: 'integer' } } } } },
          204: {},
          '4XX': { content: { 'application/json': { schema: { properties: { code: { enum: ['*/'] } } } } } },
        },
      },
    },
  },
};

const param = (name: string, place: Param['in'], key = name) =>
  ({ name, wireName: name, in: place, key }) as Param;

const method = {
  name: 'replace_thing',
  clientName: 'replaceThing',
  operation: 'PUT /things/{id}',
  params: [
    param('id', 'path'),
    param('id', 'query', 'idQuery'),
    param('If-Match', 'header'),
    param('tags', 'query'),
  ],
  sqlVerb: 'replace',
  deprecated: false,
  body: { required: true, mediaType: 'application/json', fields: [] },
  fields: [],
  pagination: null,
} as unknown as Method;

const model = {
  provider: 'acme',
  document,
  servers: [],
  serverVariables: [
    { name: 'region', url: 'https://{region}.acme.test', default: null, env: null, description: '' },
  ],
  settings: {
    package: '@acme/acme-client',
    auth: dictionary([['key', { prefix: 'Key ' }]]),
    errors: {},
    rateLimit: {},
  },
  securitySchemes: [{ name: 'key' }],
  operations: dictionary(),
  services: [
    {
      clientName: 'things',
      slug: 'things',
      resources: [
        {
          id: 'acme.things.things',
          clientName: 'things',
          slug: 'things',
          methods: [method, { ...method, name: 'gone', operation: null }],
        },
      ],
    },
  ],
} as unknown as ProviderModel;

describe('emitContractTests', () => {
  const { files } = emitContractTests(model);
  const contentOf = (path: string) => files.find((file) => file.path === path)?.content;

  it('emits a suite for each resource, what it records with, and one for the server', () => {
    expect(files.map(({ path }) => path)).toEqual([
      'recording-client.ts',
      'provider.json',
      'things/things.test.ts',
      'servers.test.ts',
    ]);
  });

  it('writes down the request and each answer', () => {
    const expected = readFileSync(new URL('./fixtures/things.test.ts.txt', import.meta.url), 'utf8');
    expect(contentOf('things/things.test.ts')).toBe(expected);
  });

  it('names the factory and the package of the client', () => {
    expect(contentOf('recording-client.ts')).toContain(
      "import { createAcmeClient } from '@acme/acme-client';",
    );
  });

  it('fills in the server variables', () => {
    expect(contentOf('servers.test.ts')).toContain("itReaches('https://acme.acme.test', ");
    expect(contentOf('servers.test.ts')).toContain("{ region: 'acme' }");
  });

  it('tells the contract server the document and the methods', () => {
    const provider = JSON.parse(contentOf('provider.json') ?? '');
    expect(provider).toMatchObject({
      format: 1,
      provider: 'acme',
      document,
      auth: { key: { prefix: 'Key ' } },
    });
    expect(provider.methods).toHaveLength(2);
    expect(provider.methods[0]).toMatchObject({
      resource: 'acme.things.things',
      method: 'replace_thing',
      call: 'things.things.replaceThing',
      sqlVerb: 'replace',
      operation: 'PUT /things/{id}',
      body: { required: true, mediaType: 'application/json', fields: [] },
    });
  });

  it('emits nothing where no method is bound', () => {
    expect(emitContractTests({ ...model, services: [] })).toEqual({ files: [], diagnostics: [] });
  });

  it('has a view for every path of its template', () => {
    const [service] = model.services;
    const [resource] = service?.resources ?? [];
    if (service === undefined || resource === undefined) throw new Error('no sample');
    const view = suiteOf(service, resource, readDocument(document), model);
    expect(
      missingPaths(readFileSync(new URL('./templates/suite.hbs', import.meta.url), 'utf8'), view),
    ).toEqual([]);
  });

  it('expects no body of a GET, since no `fetch` sends one', () => {
    const requestBody = { required: true, content: { 'application/json': { schema: { const: 'a' } } } };
    const { files } = emitContractTests({
      ...model,
      document: { paths: { '/things': { get: { requestBody, responses: {} } } } },
      services: model.services.map((service) => ({
        ...service,
        resources: service.resources.map((resource) => ({
          ...resource,
          methods: [{ ...method, operation: 'GET /things' }],
        })),
      })),
    });
    expect(files.find(({ path }) => path === 'things/things.test.ts')?.content).toContain('body: null');
  });

  it('fills the variable left over, where the spec spells it and the parameter differently', () => {
    const item = {
      parameters: [{ name: 'thing-id', in: 'path', required: true, schema: { const: 'a' } }],
      get: { responses: {} },
    };
    const { files } = emitContractTests({
      ...model,
      document: { paths: { '/things/{thing_id}': item } },
      services: model.services.map((service) => ({
        ...service,
        resources: service.resources.map((resource) => ({
          ...resource,
          methods: [{ ...method, operation: 'GET /things/{thing_id}' }],
        })),
      })),
    });
    expect(files.find(({ path }) => path === 'things/things.test.ts')?.content).toContain(
      "path: '/things/a'",
    );
  });

  it('scaffolds a package that names the client', () => {
    const manifest = scaffoldContractTests(model).find(({ path }) => path === 'package.json');
    expect(JSON.parse(manifest?.content ?? '')).toMatchObject({
      name: '@acme/acme-contract-tests',
      private: true,
    });
  });
});
