import type { Operation } from '@plumbline/model';
import { describe, expect, it } from 'vitest';
import { describeOperation, usual } from '../testing/describe-operation.ts';
import { operation, response } from '../testing/model.ts';
import { object, property, string } from '../testing/plan.ts';

const record = object([property('a', string)]);
const json = { 'application/json': record };

const text = response('200', { 'text/csv': string });
const none = response('200');
const notFound = response('404');
const event = object([property('event', string), property('data', string, true)]);
const answers: [string, { given: Operation['responses']; want: string | null }][] = [
  ['JSON', { given: [response('200', json), response('404', { 'text/html': string })], want: null }],
  [
    'JSON, one value a line',
    {
      given: [response('200', { 'application/x-ndjson': record }), notFound],
      want: "accept: 'application/x-ndjson', decode: decodeJsonLines",
    },
  ],
  [
    'events, their data text',
    {
      given: [response('200', { 'text/event-stream': null }), notFound],
      want: "accept: 'text/event-stream', decode: decodeEvents",
    },
  ],
  [
    'events, their data JSON of that schema',
    {
      given: [response('200', { 'text/event-stream': record }), notFound],
      want: "accept: 'text/event-stream', decode: decodeJsonEvents",
    },
  ],
  [
    'events that the schema describes as a whole',
    {
      given: [response('200', { 'text/event-stream': { kind: 'array', items: event } }), notFound],
      want: "accept: 'text/event-stream', decode: decodeEvents",
    },
  ],
  [
    'JSON of another type',
    { given: [response('200', { 'application/hal+json': record })], want: "accept: 'application/hal+json'" },
  ],
  [
    'JSON of several types',
    {
      given: [response('200', json), response('201', { 'application/hal+json': record })],
      want: "accept: 'application/json, application/hal+json'",
    },
  ],
  [
    'a file that is said to be JSON',
    {
      given: [response('200', { 'application/json': { kind: 'string', format: 'binary' } })],
      want: 'decode: decodeBlob',
    },
  ],
  [
    'a file in the media types of all other answers',
    {
      given: [
        response('200', {
          'application/json': { kind: 'string', format: 'binary' },
          'application/xml': { kind: 'string', format: 'binary' },
        }),
        notFound,
      ],
      want: "accept: 'application/json, application/xml', decode: decodeBlob",
    },
  ],
  ['text', { given: [text], want: "accept: 'text/csv', decode: decodeText" }],
  [
    'text by its schema',
    {
      given: [response('200', { 'application/pkcs10': string })],
      want: "accept: 'application/pkcs10', decode: decodeText",
    },
  ],
  ['bytes', { given: [response('200', { 'image/*': null })], want: "accept: 'image/*', decode: decodeBlob" }],
  [
    'JSON or something else: JSON is asked for',
    { given: [response('200', { 'text/csv': string, ...json })], want: 'decode: decodeByType' },
  ],
  ['nothing, by a status that never has a body', { given: [response('204')], want: null }],
  ['nothing, by one that may', { given: [none], want: 'decode: decodeNothing' }],
  ['something or nothing', { given: [response('200', json), response('202')], want: null }],
  [
    'what is left, where no success is named',
    {
      given: [notFound, response('default', { 'text/csv': string })],
      want: "accept: 'text/csv', decode: decodeText, failures: [404, 'default'], success: 'default'",
    },
  ],
];

describe('an answer', () => {
  it.each(answers)('of %s', (_name, { given, want }) => {
    const failures = given.some(({ status }) => status === '404') ? ['404'] : [];
    const { descriptor } = describeOperation(operation('GET /x', { ...usual, responses: given }), {
      failures,
    });
    expect(descriptor).toBe(want === null ? null : `{ ${want} }`);
  });
});
