import { expect, test } from 'vitest';
import { readOperationReference } from './operation-reference.ts';

test.each<[string, { given: string; want: string | null }]>([
  ['an operation of this file', { given: '#/paths/~1users/get', want: 'GET /users' }],
  ['a template', { given: '#/paths/~1users~1{id}~1roles/delete', want: 'DELETE /users/{id}/roles' }],
  ['an operation of another file', { given: 'users.yaml#/paths/~1users/post', want: 'POST /users' }],
  ['the root path', { given: '#/paths/~1/get', want: 'GET /' }],
  ['a path with a query string', { given: '#/paths/~1?Action=Get&V=1/post', want: 'POST /?Action=Get&V=1' }],
  ['a tilde in the path', { given: '#/paths/~1a~0b/get', want: 'GET /a~b' }],
  ['an encoded template', { given: '#/paths/~1users~1%7Bid%7D/get', want: 'GET /users/{id}' }],
  ['a path that is encoded whole', { given: '#/paths/%2Fusers%2F%7Bid%7D/get', want: 'GET /users/{id}' }],
  ['bad encoding stays as it is', { given: '#/paths/~1a%zz/get', want: 'GET /a%zz' }],
  ['a method in upper case', { given: '#/paths/~1users/GET', want: 'GET /users' }],
  ['slashes that are not escaped', { given: '#/paths/users/get', want: null }],
  ['a path item', { given: '#/paths/~1users', want: null }],
  ['something in an operation', { given: '#/paths/~1users/get/responses', want: null }],
  ['no HTTP method', { given: '#/paths/~1users/list', want: null }],
  ['a component', { given: '#/components/~1users/get', want: null }],
  ['no fragment', { given: 'users.yaml', want: null }],
  ['nothing', { given: '', want: null }],
])('%s', (_name, { given, want }) => {
  const operation = readOperationReference(given);
  expect(operation === null ? null : `${operation.method} ${operation.path}`).toBe(want);
});
