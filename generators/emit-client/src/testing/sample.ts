import { dictionary, type ProviderModel } from '@plumbline/model';
import { methodOf, modelOf, operation, parameter, response } from './model.ts';
import { ORIGIN, object, property, ref, string } from './plan.ts';

const user = object(
  [
    property('id', { ...string, description: 'The id.', readOnly: true }, true),
    property('name', string, true),
    property('password', { ...string, writeOnly: true }),
  ],
  { description: 'A person.' },
);

const problem = object([property('title', string), property('type', string)]);
const notFound = response('404', { 'application/json': ref('Problem') });
const tooMany = response('429', { 'application/json': ref('Problem') }, ['Retry-After']);

const listUsers = operation('GET /users', {
  description: 'Lists users.\n\nAll of them.',
  parameters: [
    parameter('limit', 'query', {
      of: { kind: 'integer', minimum: 1, maximum: 200, default: 20 },
      description: 'How many.',
    }),
    parameter('ids', 'query', { of: { kind: 'array', items: string }, explode: false }),
  ],
  responses: [
    response('200', { 'application/json': { kind: 'array', items: ref('User') } }, ['Link', 'X-Total']),
    notFound,
    tooMany,
  ],
  pagination: { kind: 'link', items: null, limitParam: 'limit' },
  security: [{ schemes: [{ name: 'oauth2', scopes: ['users.read'] }] }],
});
const createUser = operation('POST /users', {
  body: { 'application/json': ref('User') },
  responses: [response('201', { 'application/json': ref('User') }), notFound, tooMany],
  security: [{ schemes: [{ name: 'oauth2', scopes: ['users.manage'] }] }],
});
const deleteUser = operation('DELETE /users/{id}', {
  deprecated: true,
  parameters: [parameter('id', 'path'), parameter('If-Match', 'header', { required: true })],
  responses: [response('204'), notFound, tooMany],
});
const watch = operation('GET /users/events', {
  responses: [response('200', { 'text/event-stream': ref('User') }), response('5XX')],
  security: [{ schemes: [{ name: 'oauth2', scopes: ['users.read'] }] }],
});
const upload = operation('PUT /users/{id}/photo', {
  parameters: [parameter('id', 'path')],
  body: {
    'multipart/form-data': object([
      property('file', { ...string, format: 'binary' }, true),
      property('note', ref('Note')),
    ]),
  },
  bodyRequired: false,
  responses: [response('200', { 'image/png': { ...string, format: 'binary' } })],
});

/** A small provider that has something of everything. */
export const sample: ProviderModel = modelOf(
  {
    services: {
      users: {
        users: [
          [methodOf('listUsers', listUsers), listUsers],
          [methodOf('createUser', createUser), createUser],
          [methodOf('delete', deleteUser), deleteUser],
          [methodOf('watch', watch), watch],
        ],
        photos: [[methodOf('upload', upload), upload]],
      },
    },
    schemas: { Problem: problem, User: user, Note: { ...string, enum: ['a', 'b'] }, Unused: string },
  },
  {
    serverVariables: [
      {
        name: 'subdomain',
        url: 'https://{subdomain}.acme.test',
        default: null,
        env: 'ACME_SUBDOMAIN',
        description: 'The tenant.',
      },
    ],
    securitySchemes: [
      {
        name: 'api_token',
        type: 'apiKey',
        in: 'header',
        parameterName: 'Authorization',
        description: '',
        origin: ORIGIN,
      },
      {
        name: 'oauth2',
        type: 'oauth2',
        description: 'An access token.',
        flows: dictionary([
          ['authorizationCode', { authorizationUrl: '/authorize', tokenUrl: '/code', scopes: dictionary() }],
          ['clientCredentials', { tokenUrl: '/token', scopes: dictionary() }],
        ]),
        origin: ORIGIN,
      },
      { name: 'login', type: 'http', scheme: 'basic', description: '', origin: ORIGIN },
    ],
    settings: {
      package: '@acme/client',
      version: '1.2.0',
      auth: dictionary([['apiToken', { prefix: 'Token ', env: 'ACME_TOKEN' }]]),
      pagination: null,
      errors: { message: 'title' },
      rateLimit: { reset: 'x-rate-limit-reset' },
      siteUrl: 'https://docs.acme.test',
    },
  },
);
