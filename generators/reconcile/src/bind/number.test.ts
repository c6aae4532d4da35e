import type { Operation } from '@plumbline/model';
import { describe, expect, it } from 'vitest';
import { methodNumber, operationNumber } from './number.ts';

const names: [string, string | null][] = [
  ['list_users', 'many'],
  ['deleteAll', 'many'],
  ['get_user', 'one'],
  ['get', 'one'],
  ['get_users', null],
  ['activate_user', null],
  ['', null],
];
const operations: [string, string | null][] = [
  ['GET /users', 'many'],
  ['GET /users/{id}', 'one'],
  ['GET /settings/logo', 'one'],
  ['POST /users', null],
  ['POST /users/{id}', null],
];

describe('one is meant, or many', () => {
  it.each(names)('by the name %s', (name, want) => expect(methodNumber(name)).toBe(want));
  it.each(operations)('by %s', (key, want) => {
    const [method, path] = key.split(' ');
    expect(operationNumber({ method, path, responses: [] } as unknown as Operation)).toBe(want);
  });
});
