import { expect, it } from 'vitest';
import { nearestPath } from './nearest-path.ts';

const paths = ['/', '/api/v1/user/types', '/api/v1/users', '/api/v1/users/{id}', '/api/v1/groups'];

it.each([
  ['/api/v1/userz', '/api/v1/users'],
  ['/users', '/api/v1/users'],
  ['/api/v1/users/1/', '/api/v1/users/{id}'],
  ['/api/v1/user/typez/', '/api/v1/user/types'],
  ['/api/v1/Groups', '/api/v1/groups'],
  ['', '/'],
])('finds what is most like %s', (path, want) => {
  expect(nearestPath(path, paths)).toBe(want);
});

it('finds nothing in a document without paths', () => {
  expect(nearestPath('/users', [])).toBeNull();
});
