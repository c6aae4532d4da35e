import { readFileSync } from 'node:fs';
import { dictionary, type JsonObject, type Method, type Param, type ProviderModel } from '@plumbline/model';
import { missingPaths } from '@plumbline/render';
import { describe, expect, it } from 'vitest';
import { emitContractTests, scaffoldContractTests } from './index.ts';
import { suiteOf } from './suite.ts';

const document: JsonObject = {
  openapi: '3.1.0',
  components: { securitySchemes: { api_key: { type: 'apiKey', in: 'header', name: 'Authorization' } } },
  paths: { '/things/{id}': { put: { responses: {} } } },
};

const param = (name: string, place: Param['in'], more: Partial<Param> = {}) =>
  ({ name, wireName: name, in: place, key: name, type: 'string', required: false, ...more }) as Param;

const method = {
  name: 'replace_thing',
  clientName: 'replaceThing',
  operation: 'PUT /things/{id}',
  params: [
    param('id', 'path', { required: true, maxLength: 4 }),
    param('If-Match', 'header'),
    param('tags', 'query', { type: 'array', enum: ["it's", '${b}'] }),
  ],
  sqlVerb: 'replace',
  deprecated: false,
  body: {
    required: true,
    mediaType: 'application/json',
    fields: [{ name: '__proto__', wireName: '__proto__', type: 'boolean', required: true }],
  },
  fields: [{ name: 'id', wireName: 'id', type: 'string', format: 'uuid' }],
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
    auth: dictionary([['apiKey', { prefix: 'Key ' }]]),
    errors: {},
    rateLimit: {},
  },
  securitySchemes: [{ name: 'api_key' }],
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

  it('emits a table for each resource, the contract that they share, and what is expected', () => {
    expect(files.map(({ path }) => path)).toEqual([
      'contract.ts',
      'provider.json',
      'provider.test.ts',
      'things/things.test.ts',
      'things/things.types.ts',
    ]);
  });

  it('writes down how each bound method is called and what its page says', () => {
    const expected = readFileSync(new URL('./fixtures/things.test.ts.txt', import.meta.url), 'utf8');
    expect(contentOf('things/things.test.ts')).toBe(expected);
  });

  it('has the compiler refuse what the types should not let pass', () => {
    const expected = readFileSync(new URL('./fixtures/things.types.ts.txt', import.meta.url), 'utf8');
    expect(contentOf('things/things.types.ts')).toBe(expected);
  });

  it('names the factory and the package of the client', () => {
    expect(contentOf('contract.ts')).toMatch(
      /import \{[^}]* createAcmeClient,[^}]*\} from '@acme\/acme-client';/,
    );
    expect(contentOf('contract.ts')).toContain('createClient: createAcmeClient,');
  });

  it('names the resources, and the address that the server variables make', () => {
    expect(contentOf('provider.test.ts')).toContain("    'acme.things.things',\n");
    expect(contentOf('provider.test.ts')).toContain(
      "server: { origin: 'https://acme.acme.test', options: { region: 'acme' } },",
    );
  });

  it('tells the contract server the document and the methods', () => {
    const provider = JSON.parse(contentOf('provider.json') ?? '');
    expect(provider).toMatchObject({
      format: 1,
      provider: 'acme',
      document,
      auth: { api_key: { prefix: 'Key ' } },
      credentials: { api_key: 'apiKey' },
    });
    expect(provider.methods).toHaveLength(2);
    expect(provider.methods[0]).toMatchObject({
      resource: 'acme.things.things',
      method: 'replace_thing',
      call: 'things.things.replaceThing',
      sqlVerb: 'replace',
      operation: 'PUT /things/{id}',
      body: {
        required: true,
        mediaType: 'application/json',
        fields: [{ name: '__proto__', required: true }],
      },
    });
  });

  it('emits nothing where no method is bound', () => {
    expect(emitContractTests({ ...model, services: [] })).toEqual({ files: [], diagnostics: [] });
  });

  it('has a view for every path of its template', () => {
    const [service] = model.services;
    const [resource] = service?.resources ?? [];
    if (service === undefined || resource === undefined) throw new Error('no sample');
    const template = readFileSync(new URL('./templates/suite.hbs', import.meta.url), 'utf8');
    expect(missingPaths(template, suiteOf(service, resource))).toEqual([]);
  });

  it('scaffolds a package that names the client', () => {
    const manifest = scaffoldContractTests(model).find(({ path }) => path === 'package.json');
    expect(JSON.parse(manifest?.content ?? '')).toMatchObject({
      name: '@acme/acme-contract-tests',
      private: true,
      devDependencies: { '@plumbline/contract-suite': expect.any(String) },
    });
  });
});
