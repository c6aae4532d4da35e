import {
  type JsonObject,
  PROVIDER_FORMAT,
  type Provider,
  type ProviderMethod,
} from '@plumbline/contract-server';

const json = (schema: JsonObject): JsonObject => ({ content: { 'application/json': { schema } } });
const error = json({ $ref: '#/components/schemas/Problem' });

/** A shop with things in it: small, and with something of everything that is tested. */
const document: JsonObject = {
  openapi: '3.1.0',
  info: { title: 'Shop', version: '1' },
  security: [{ key: [] }, { token: [] }],
  paths: {
    '/shops/{shopId}/things': {
      parameters: [{ name: 'shopId', in: 'path', required: true, schema: { type: 'string' } }],
      get: {
        parameters: [
          { name: 'limit', in: 'query', schema: { type: 'integer', minimum: 1, maximum: 200 } },
          { name: 'after', in: 'query', schema: { type: 'string' } },
          { name: 'tags', in: 'query', schema: { type: 'array', items: { type: 'string' } } },
        ],
        responses: {
          200: json({ type: 'array', items: { $ref: '#/components/schemas/Thing' } }),
          404: error,
          429: error,
        },
      },
      post: {
        parameters: [
          { name: 'X-Trace', in: 'header', required: true, schema: { type: 'string', maxLength: 8 } },
        ],
        requestBody: { required: true, ...json({ $ref: '#/components/schemas/NewThing' }) },
        responses: { 201: json({ $ref: '#/components/schemas/Thing' }), 204: {}, '4XX': error },
      },
    },
    '/things/{id}/label': {
      get: {
        parameters: [{ name: 'id', in: 'path', required: true, schema: { type: 'string' } }],
        responses: { 200: { content: { 'text/plain': { schema: { type: 'string' } } } } },
      },
    },
  },
  components: {
    securitySchemes: {
      key: { type: 'apiKey', in: 'header', name: 'Authorization' },
      token: { type: 'http', scheme: 'bearer' },
    },
    schemas: {
      NewThing: {
        type: 'object',
        required: ['name'],
        properties: {
          name: { type: 'string', minLength: 1, maxLength: 12 },
          kind: { type: 'string', enum: ['cup', 'pot'] },
          made: { type: 'string', format: 'date' },
          parts: { type: 'array', maxItems: 2, items: { type: 'integer' } },
        },
      },
      Thing: {
        type: 'object',
        required: ['id', 'name'],
        properties: { id: { type: 'string' }, name: { type: 'string' }, size: { type: 'number' } },
      },
      Problem: {
        type: 'object',
        required: ['code', 'text'],
        properties: { code: { type: 'string' }, text: { type: 'string' } },
      },
    },
  },
};

const method = (given: Partial<ProviderMethod>): ProviderMethod => ({
  resource: 'shop.things.things',
  method: '',
  call: '',
  sqlVerb: 'select',
  operation: null,
  deprecated: false,
  params: [],
  body: null,
  fields: [],
  pagination: null,
  successes: [],
  security: [['key'], ['token']],
  ...given,
});

const param = (name: string, place: 'path' | 'query' | 'header', required = false) => ({
  name,
  wireName: name,
  key: name,
  in: place,
  required,
});

export const shop: Provider = {
  format: PROVIDER_FORMAT,
  provider: 'shop',
  title: 'Shop',
  specVersion: '1',
  serverVariables: [],
  auth: { key: { prefix: 'Key ' } },
  errors: { message: 'text', code: 'code' },
  rateLimit: { reset: 'x-reset' },
  methods: [
    method({
      method: 'list_things',
      call: 'list',
      operation: 'GET /shops/{shopId}/things',
      params: [
        param('shopId', 'path', true),
        param('limit', 'query'),
        param('after', 'query'),
        param('tags', 'query'),
      ],
      fields: ['id', 'name', 'size'],
      pagination: { kind: 'link', items: null, limitParam: 'limit' },
    }),
    method({
      method: 'add_thing',
      call: 'add',
      sqlVerb: 'insert',
      operation: 'POST /shops/{shopId}/things',
      params: [param('shopId', 'path', true), param('X-Trace', 'header', true)],
      body: { required: true, mediaType: 'application/json', fields: [] },
    }),
    method({
      method: 'get_label',
      call: 'label',
      operation: 'GET /things/{id}/label',
      params: [param('id', 'path', true)],
    }),
  ],
  document,
};
