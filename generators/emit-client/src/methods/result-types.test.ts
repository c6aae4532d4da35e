import type { Operation } from '@plumbline/model';
import { describe, expect, it } from 'vitest';
import { methodOf, modelOf, operation, response } from '../testing/model.ts';
import { object, property, ref, schemasOf, string } from '../testing/plan.ts';
import { planSchemas, planTypes } from '../types/type-plan.ts';
import { textOf } from '../types/type-text.ts';
import { boundResources } from './bound-resource.ts';
import { dataType, itemType, outcomesOf, printOutcomes } from './result-types.ts';

const schemas = {
  User: object([property('id', string)]),
  Problem: object([property('title', string)]),
  Event: object([property('event', string), property('data', string)]),
};
const json = (name: string) => ({ 'application/json': ref(name) });
const lists = { 'application/json': { kind: 'array', items: ref('User') } } as const;
const problem = json('Problem');

/** What a method with such responses resolves to, what its pages hold, and its outcomes. */
function typesOf(facts: Pick<Operation, 'responses'> & Partial<Operation>) {
  const bound = operation('GET /x', facts);
  const model = modelOf({ services: { a: { a: [[methodOf('get', bound), bound]] } }, schemas });
  const resources = boundResources(model);
  const [method] = resources[0]?.methods ?? [];
  if (method === undefined) throw new Error('no method');
  const plan = planTypes(resources, planSchemas(schemasOf(schemas)));
  const options = {
    contextOf: (side: 'request' | 'response', indent: string) => ({
      plan,
      side,
      indent,
      declares: null,
      onUse: () => undefined,
    }),
    onRuntime: () => undefined,
  };
  const data = dataType(method, options);
  const item = itemType(method, options);
  const result = printOutcomes(outcomesOf(method, options), { text: textOf(data), name: null });
  return { data: textOf(data), item: item === null ? null : textOf(item), result: textOf(result) };
}

const rows: [string, { given: Operation['responses']; want: { data: string; result: string } }][] = [
  [
    'a success and failures, those of one body together',
    {
      given: [response('200', json('User')), response('403', problem), response('404', problem)],
      want: { data: 'User', result: 'Success<200, User> | Failure<403 | 404, Problem>' },
    },
  ],
  [
    'successes with a body and without',
    {
      given: [response('201', json('User')), response('204')],
      want: { data: 'User | undefined', result: 'Success<201, User> | Success<204, undefined>' },
    },
  ],
  [
    'headers, but for the one that is to be ignored',
    {
      given: [response('200', json('User'), ['X-Total', 'content-type', 'ETag'])],
      want: { data: 'User', result: "Success<200, User, 'X-Total' | 'ETag'>" },
    },
  ],
  [
    'a range, and whatever is left',
    {
      given: [response('2xx', json('User')), response('4XX', problem), response('default')],
      want: {
        data: 'User',
        result: "Success<'2XX', User> | Failure<'4XX', Problem> | Failure<'default', unknown>",
      },
    },
  ],
  [
    'what is left alone: successes and failures alike',
    {
      given: [response('default', json('User'))],
      want: { data: 'User', result: "Success<'default', User> | Failure<'default', unknown>" },
    },
  ],
  [
    'no success at all',
    {
      given: [response('404', problem)],
      want: { data: 'unknown', result: 'Success<number, unknown> | Failure<404, Problem>' },
    },
  ],
  [
    'a redirect that is not followed',
    {
      given: [response('200', json('User')), response('304')],
      want: { data: 'User', result: 'Success<200, User> | Failure<304, unknown>' },
    },
  ],
  [
    'text and bytes, and an error that is text',
    {
      given: [
        response('200', { 'text/csv': string }),
        response('206', { 'image/png': null }),
        response('400', { 'text/html': null }),
      ],
      want: {
        data: 'string | Blob',
        result: 'Success<200, string> | Success<206, Blob> | Failure<400, string>',
      },
    },
  ],
  [
    'what is asked for, of several',
    {
      given: [response('200', { 'text/csv': string, ...json('User') })],
      want: { data: 'User', result: 'Success<200, User>' },
    },
  ],
  [
    'JSON, one value a line, by the schema of one',
    {
      given: [response('200', { 'application/x-ndjson': ref('User') })],
      want: { data: 'AsyncIterable<User>', result: 'Success<200, AsyncIterable<User>>' },
    },
  ],
  [
    'JSON, one value a line, by the schema of all',
    {
      given: [response('200', { 'application/jsonl': { kind: 'array', items: ref('User') } })],
      want: { data: 'AsyncIterable<User>', result: 'Success<200, AsyncIterable<User>>' },
    },
  ],
  [
    'events of which nothing is said',
    {
      given: [response('200', { 'text/event-stream': null })],
      want: {
        data: 'AsyncIterable<ServerSentEvent>',
        result: 'Success<200, AsyncIterable<ServerSentEvent>>',
      },
    },
  ],
  [
    'events by the schema of their data',
    {
      given: [response('200', { 'text/event-stream': ref('User') })],
      want: {
        data: 'AsyncIterable<ServerSentEvent<User>>',
        result: 'Success<200, AsyncIterable<ServerSentEvent<User>>>',
      },
    },
  ],
  [
    'events by the schema of the whole',
    {
      given: [response('200', { 'text/event-stream': { kind: 'array', items: ref('Event') } })],
      want: { data: 'AsyncIterable<Event>', result: 'Success<200, AsyncIterable<Event>>' },
    },
  ],
];

describe('what a method gives', () => {
  it.each(rows)('of %s', (_name, { given, want }) => {
    expect(typesOf({ responses: given })).toEqual({ ...want, item: null });
  });
});

describe('an item of pages', () => {
  it('is one of the list that the body is', () => {
    const pagination = { kind: 'link', items: null, limitParam: null } as const;
    expect(typesOf({ responses: [response('200', lists)], pagination })).toMatchObject({
      item: 'User',
      data: 'User[]',
    });
  });

  it('is one of the list in the body, wherever it stands', () => {
    const body = object([
      property('a/b', object([property('users', { kind: 'array', items: ref('User') })])),
    ]);
    const pagination = { kind: 'link', items: '/a~1b/users', limitParam: null } as const;
    const responses = [response('200', { 'application/json': body })];
    expect(typesOf({ responses, pagination })).toMatchObject({ item: 'User' });
  });
});
