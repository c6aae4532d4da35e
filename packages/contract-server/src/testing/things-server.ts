import { onTestFinished } from 'vitest';
import type { JsonObject } from '../json.ts';
import type { ProviderPagination } from '../provider/provider.ts';
import type { ServerOptions } from '../server/options.ts';
import { type ContractServer, createContractServer } from '../server/server.ts';
import { pagingMethod, sampleProvider } from './sample-provider.ts';

const json = (schema: JsonObject, more: JsonObject = {}) => ({
  content: { 'application/json': { schema, ...more } },
});
const thing = {
  type: 'object',
  required: ['id'],
  properties: { id: { type: 'string', minLength: 8 }, password: { type: 'string', writeOnly: true } },
};
const point = {
  type: 'object',
  required: ['x', 'y'],
  properties: { x: { type: 'integer' }, y: { type: 'integer' } },
};
const things = { type: 'array', items: thing };
const query = (name: string, type: string) => ({ name, in: 'query', schema: { type } });

/** A provider of things, which has an operation for each way to ask and to answer. */
export const thingsProvider = sampleProvider(
  {
    '/things': {
      get: {
        operationId: 'listThings',
        parameters: [
          query('limit', 'integer'),
          query('after', 'string'),
          query('offset', 'integer'),
          query('page', 'integer'),
        ],
        responses: {
          200: json(things),
          404: json(
            { type: 'object' },
            { examples: { gone: { value: { why: 'gone' } }, never: { value: { why: 'never' } } } },
          ),
        },
      },
      post: {
        security: [{ key: [] }],
        requestBody: { required: true, ...json(thing) },
        responses: { 201: json(thing, { example: { id: 'too' } }), 429: { description: '' } },
      },
    },
    '/points': {
      get: {
        operationId: 'listPoints',
        parameters: [query('limit', 'integer'), query('page', 'integer')],
        responses: { 200: json({ type: 'array', items: point }, { example: [{ x: 1, y: 1 }] }) },
      },
    },
    '/moved': {
      get: {
        responses: {
          302: {
            description: '',
            headers: { Location: { example: 'https://elsewhere.example/', schema: {} } },
          },
        },
      },
    },
    '/wrapped': {
      get: {
        parameters: [query('cursor', 'string')],
        responses: {
          200: json({
            type: 'object',
            required: ['data'],
            properties: { data: things, next: { type: 'string' } },
          }),
        },
      },
    },
    '/since': {
      get: {
        parameters: [query('after', 'integer')],
        responses: {
          200: json({
            type: 'object',
            required: ['data'],
            properties: { data: things, after: { type: 'integer' } },
          }),
        },
      },
    },
    '/form': {
      post: {
        requestBody: {
          content: {
            'application/x-www-form-urlencoded': {
              schema: { type: 'object', properties: { n: { type: 'integer' } } },
            },
            'multipart/form-data': {
              schema: {
                type: 'object',
                required: ['file'],
                properties: {
                  file: { type: 'string', format: 'binary' },
                  n: { type: 'integer' },
                  o: { type: 'object' },
                },
              },
            },
            'text/plain': { schema: { type: 'string', maxLength: 3 } },
            'application/octet-stream': { schema: { type: 'string', format: 'binary' } },
          },
        },
        responses: { 204: { description: '' } },
      },
    },
  },
  {
    document: { components: { securitySchemes: { key: { type: 'apiKey', in: 'header', name: 'X-Key' } } } },
    auth: { key: { prefix: 'Key ' } },
    rateLimit: { reset: 'X-Reset' },
    methods: [
      pagingMethod('GET /wrapped', {
        kind: 'cursor',
        items: '/data',
        limitParam: null,
        cursorParam: 'cursor',
        next: '/next',
      }),
      pagingMethod('GET /since', {
        kind: 'cursor',
        items: '/data',
        limitParam: null,
        cursorParam: 'after',
        next: '/after',
      }),
    ],
  },
);

/** Serves {@link thingsProvider}, whose lists go by `pagination`, until the test is over. */
export async function startThings(
  options: ServerOptions = {},
  pagination?: ProviderPagination,
): Promise<ContractServer> {
  const paged =
    pagination === undefined
      ? []
      : ['GET /things', 'GET /points'].map((key) => pagingMethod(key, pagination));
  const methods = [...thingsProvider.methods, ...paged];
  const server = await createContractServer({ ...thingsProvider, methods }, options);
  onTestFinished(() => server.close());
  return server;
}
