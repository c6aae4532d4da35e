import type { JsonValue } from '@plumbline/model';
import { describe, expect, it } from 'vitest';
import { valueAt } from './document.ts';
import { editJson } from './json-edit.ts';
import { specFaults } from './operators.ts';
import { openSpec } from './spec-fault.ts';

const ROOT: JsonValue = {
  openapi: '3.1.0',
  security: [{ key: [] }],
  paths: {
    '/users/{id}': {
      parameters: [{ name: 'id', in: 'path', required: true, schema: { type: 'string' } }],
      get: {
        operationId: 'getUser',
        parameters: [{ name: 'limit', in: 'query', schema: { type: 'integer', maximum: 200 } }],
        security: [{ key: [] }, { oauth: ['users.read'] }],
        responses: {
          '200': {
            headers: { Link: {} },
            content: { 'application/json': { schema: { $ref: '#/components/schemas/User' } } },
          },
          '404': {},
        },
      },
    },
  },
  components: {
    schemas: {
      User: {
        type: 'object',
        required: ['id'],
        properties: {
          id: { type: 'string', pattern: '^a' },
          status: { type: 'string', enum: ['ON', 'OFF'] },
          properties: { type: 'string' },
        },
        example: { schema: { properties: { no: {} } } },
      },
      Unused: { type: 'object', properties: { x: { type: 'string' } } },
    },
    securitySchemes: { key: { type: 'apiKey', in: 'header', name: 'X-Key' } },
  },
};
const document = openSpec('a.yaml', ROOT, ({ file }) => ({ file, line: 1, column: 1 }));
const GET = '/paths/~1users~1{id}/get';
const USER = '/components/schemas/User';

describe('a fault of a spec', () => {
  it.each<[string, { at: string; want: unknown }]>([
    ['parameter-renamed', { at: `${GET}/parameters/0/name`, want: 'limitX' }],
    ['parameter-retyped', { at: '/paths/~1users~1{id}/parameters/0/schema', want: { type: 'integer' } }],
    ['parameter-dropped', { at: `${GET}/parameters`, want: [] }],
    ['parameter-required', { at: `${GET}/parameters/0/required`, want: true }],
    ['parameter-moved', { at: `${GET}/parameters/0/in`, want: 'header' }],
    ['field-renamed', { at: `${USER}/required`, want: ['idX'] }],
    ['field-retyped', { at: `${USER}/properties/id`, want: { type: 'integer' } }],
    ['field-dropped', { at: `${USER}/properties/id`, want: undefined }],
    ['field-required', { at: `${USER}/required`, want: [] }],
    ['path-changed', { at: '/paths/~1usersx~1{id}/get/operationId', want: 'getUser' }],
    ['method-changed', { at: '/paths/~1users~1{id}/post/operationId', want: 'getUser' }],
    ['status-changed', { at: `${GET}/responses/200`, want: undefined }],
    ['status-dropped', { at: `${GET}/responses/200`, want: undefined }],
    ['media-type-changed', { at: `${GET}/responses/200/content/text~1plain/schema/$ref`, want: `#${USER}` }],
    ['answer-header-dropped', { at: `${GET}/responses/200/headers`, want: {} }],
    ['enum-value-added', { at: `${USER}/properties/status/enum`, want: ['ON', 'OFF', 'ON_X'] }],
    ['enum-value-dropped', { at: `${USER}/properties/status/enum`, want: ['ON'] }],
    ['bound-widened', { at: `${GET}/parameters/0/schema/maximum`, want: 201 }],
    ['bound-narrowed', { at: `${GET}/parameters/0/schema/maximum`, want: 199 }],
    ['pattern-changed', { at: `${USER}/properties/id/pattern`, want: '^X+$' }],
    ['security-removed', { at: `${GET}/security`, want: [] }],
    ['security-alternative-dropped', { at: `${GET}/security`, want: [{ oauth: ['users.read'] }] }],
    ['security-scheme-changed', { at: '/components/securitySchemes/key/name', want: 'X-Key-X' }],
    ['scope-changed', { at: `${GET}/security/1`, want: { oauth: ['users.readX'] } }],
    [
      'component-renamed',
      { at: `${GET}/responses/200/content/application~1json/schema/$ref`, want: `#${USER}X` },
    ],
  ])('%s', (operator, { at, want }) => {
    const fault = specFaults(document).find((each) => each.operator === operator);
    if (fault?.change.in !== 'spec') throw new Error(`No place for ${operator}.`);
    expect(valueAt(editJson(ROOT, fault.change.edits), at)).toEqual(want);
    expect(editJson(ROOT, fault.change.edits)).not.toEqual(ROOT);
  });
});

const known = specFaults(document);

it('leaves the names of path variables, which nothing sends', () => {
  expect(known.filter(({ operator }) => operator === 'parameter-renamed').map(({ what }) => what)).toEqual([
    'the query parameter `limit` of GET /users/{id} becomes `limitX`',
  ]);
});

it('takes nothing of an example for a schema, and a property called `properties` for one', () => {
  const renamed = known.filter(({ operator }) => operator === 'field-renamed');
  expect(renamed.map(({ what }) => what.match(/`(\w+)`/)?.[1])).toEqual(['id', 'status', 'properties', 'x']);
});

it('knows which operations a place concerns', () => {
  const of = (operator: string) => known.find((each) => each.operator === operator)?.operations;
  expect(of('field-renamed')).toEqual(['GET /users/{id}']);
  expect(of('status-dropped')).toEqual(['GET /users/{id}']);
});

it('has rules for what nobody could notice', () => {
  const equivalent = known.filter((fault) => fault.equivalent !== null).map(({ what }) => what);
  expect(equivalent).toContain('the field `x` of `Unused` becomes `xX`');
  expect(equivalent).toContain('the schema `User` becomes `UserX`, wherever it is referred to');
  expect(equivalent.filter((what) => what.includes('of `User`'))).toEqual([]);
});
