import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import {
  type ContractServer,
  checkResponse,
  createContractServer,
  type JsonObject,
  type Provider,
} from '@plumbline/contract-server';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Prism, startPrism } from './start-prism.ts';

const content = (schema: JsonObject) => ({ content: { 'application/json': { schema } } });
const answering = (schema: JsonObject) => ({ responses: { 200: { description: '', ...content(schema) } } });
const taking = (schema: JsonObject) => ({
  post: { requestBody: content(schema), responses: { 204: { description: '' } } },
});

const document: JsonObject = {
  openapi: '3.1.0',
  info: { title: 'Where Prism and we disagree', version: '1' },
  paths: {
    '/either': taking({
      oneOf: ['a', 'b'].map((name) => ({ type: 'object', properties: { [name]: { type: 'string' } } })),
    }),
    '/pets': taking({ $ref: '#/components/schemas/Pet' }),
    '/things': { get: answering({ type: 'array', items: { type: 'string' } }) },
    '/parts': {
      get: answering({
        allOf: [
          {
            type: 'object',
            properties: { all: { type: 'object', additionalProperties: { type: 'object' } } },
          },
          {
            type: 'object',
            required: ['all'],
            properties: {
              all: {
                type: 'object',
                properties: { names: { type: 'array', items: { type: 'string' } } },
              },
            },
          },
        ],
      }),
    },
    '/secret': {
      get: answering({
        type: 'object',
        required: ['id', 'secret'],
        properties: { id: { type: 'string' }, secret: { type: 'string', writeOnly: true } },
      }),
    },
    '/version': {
      get: answering({
        type: 'object',
        required: ['version'],
        properties: { version: { type: 'string', pattern: '^(?!0)\\d+\\.\\d+$' } },
      }),
    },
  },
  components: {
    schemas: {
      Pet: {
        type: 'object',
        required: ['kind'],
        properties: { kind: { type: 'string' } },
        discriminator: { propertyName: 'kind', mapping: { cat: '#/components/schemas/Cat' } },
      },
      Cat: {
        allOf: [
          { $ref: '#/components/schemas/Pet' },
          { type: 'object', required: ['claws'], properties: { claws: { type: 'integer' } } },
        ],
      },
    },
  },
};

const provider: Provider = {
  format: 1,
  provider: 'acme',
  title: 'Acme',
  specVersion: '1',
  serverVariables: [],
  auth: {},
  errors: {},
  rateLimit: {},
  methods: [],
  document,
};

/** Each is a row of the table in the README of the contract server, which says who is right. */
describe('where Prism and the contract server disagree', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'plumbline-disagreements-'));
  const file = path.join(folder, 'openapi.json');
  let prism: Prism;
  let ours: ContractServer;

  beforeAll(async () => {
    writeFileSync(file, JSON.stringify(document));
    [prism, ours] = await Promise.all([startPrism(file), createContractServer(provider)]);
  }, 200_000);
  afterAll(async () => {
    await Promise.all([prism?.close(), ours?.close()]);
    rmSync(folder, { recursive: true, force: true });
  });

  const post = (body: string): RequestInit => ({
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body,
  });

  it.each<[string, string, RequestInit, { readonly prism: number; readonly ours: number }]>([
    ['what several variants of a oneOf allow', '/either', post('{}'), { prism: 422, ours: 204 }],
    ['what a discriminator names', '/pets', post('{"kind":"cat"}'), { prism: 204, ours: 400 }],
    ['a query parameter that nobody declares', '/things?typo=1', {}, { prism: 200, ours: 400 }],
    ['an answer of their own to a pattern', '/version', {}, { prism: 500, ours: 200 }],
  ])('%s', async (_name, target, init, want) => {
    const [theirs, own] = await Promise.all([prism, ours].map(({ url }) => fetch(url + target, init)));
    expect({ prism: theirs?.status, ours: own?.status }).toEqual(want);
  });

  it.each([
    ['what one part of an allOf forbids', '/parts', 'type /all/names'],
    ['a writeOnly member', '/secret', 'writeOnly /secret'],
  ])('%s in an answer', async (_name, target, fault) => {
    const answers = await Promise.all(
      [prism, ours].map(async ({ url }) => {
        const answer = await fetch(url + target);
        const mediaType = answer.headers.get('content-type') ?? undefined;
        const raw = { status: answer.status, mediaType, value: await answer.json() };
        return checkResponse(ours.contract, `GET ${target}`, raw).map(
          ({ keyword, pointer }) => `${keyword} ${pointer}`,
        );
      }),
    );
    expect(answers).toEqual([[fault], []]);
  });

  it('a body that is no JSON: Prism never answers', async () => {
    const init = post('{"kind": ');
    const signal = AbortSignal.timeout(2000);
    await expect(fetch(`${prism.url}/pets`, { ...init, signal })).rejects.toThrow(/timeout/);
    expect((await fetch(`${prism.url}/things`)).status).toBe(200);
    expect((await fetch(`${ours.url}/pets`, init)).status).toBe(400);
  });

  it('a `$ref` in an example: Prism does not start', async () => {
    const other = path.join(folder, 'example.json');
    const example = { allOf: [{ $ref: '#/definitions/base' }] };
    const paths = { '/things': { get: answering({ type: 'object', example }) } };
    writeFileSync(other, JSON.stringify({ ...document, paths }));
    await expect(startPrism(other)).rejects.toThrow(/"definitions"/);
    const server = await createContractServer({ ...provider, document: { ...document, paths } });
    expect(await (await fetch(`${server.url}/things`)).json()).toEqual(example);
    await server.close();
  }, 200_000);
});
