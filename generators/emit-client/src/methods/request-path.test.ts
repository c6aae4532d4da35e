import { describe, expect, it } from 'vitest';
import { parameter } from '../testing/model.ts';
import { requestPath } from './request-path.ts';

const parameters = [
  parameter('q', 'query'),
  parameter('limit', 'query'),
  parameter('sort', 'query', { required: true }),
  parameter('id', 'path'),
];

describe('the path of a request', () => {
  it.each([
    ['is that of the operation', { given: '/things/{id}', want: '/things/{id}' }],
    ['keeps a pair that says which operation is meant', { given: '/things?kind=a', want: '/things?kind=a' }],
    ['leaves a pair to the parameter that it is', { given: '/things?q={q}', want: '/things' }],
    [
      'leaves a pair to the parameter that each call sends',
      { given: '/things?sort=id&q=a', want: '/things?q=a' },
    ],
    ['keeps the others', { given: '/things?q={q}&kind=a&limit={limit}', want: '/things?kind=a' }],
    [
      'keeps a variable that is none of the query',
      { given: '/things?thing={id}', want: '/things?thing={id}' },
    ],
    ['ends where a `#` begins', { given: '/things/{id}#next?q={q}', want: '/things/{id}' }],
  ])('%s', (_name, { given, want }) => {
    expect(requestPath({ path: given, parameters })).toBe(want);
  });
});
