import type { JsonValue } from '@plumbline/model';
import { expect, it } from 'vitest';
import { editJson, type JsonEdit } from './json-edit.ts';

const root: JsonValue = { a: { 'b/c': 1, d: 2 }, list: ['x', 'y'], ['__proto__' as string]: { own: true } };

it.each<[string, { given: JsonEdit[]; at: string; want: unknown }]>([
  [
    'sets a member',
    { given: [{ do: 'set', pointer: '/a/b~1c', value: 5 }], at: 'a', want: { 'b/c': 5, d: 2 } },
  ],
  [
    'adds a member',
    { given: [{ do: 'set', pointer: '/a/e', value: 5 }], at: 'a', want: { 'b/c': 1, d: 2, e: 5 } },
  ],
  ['removes a member', { given: [{ do: 'remove', pointer: '/a/d' }], at: 'a', want: { 'b/c': 1 } }],
  ['sets an item', { given: [{ do: 'set', pointer: '/list/1', value: 'z' }], at: 'list', want: ['x', 'z'] }],
  [
    'adds an item',
    { given: [{ do: 'set', pointer: '/list/-', value: 'z' }], at: 'list', want: ['x', 'y', 'z'] },
  ],
  ['removes an item', { given: [{ do: 'remove', pointer: '/list/0' }], at: 'list', want: ['y'] }],
  [
    'leaves what it does not find',
    { given: [{ do: 'remove', pointer: '/a/x/y' }], at: 'a', want: { 'b/c': 1, d: 2 } },
  ],
  [
    'goes on from what the edit before has made',
    {
      given: [
        { do: 'rename', pointer: '/a/d', to: 'e' },
        { do: 'set', pointer: '/a/e', value: 9 },
      ],
      at: 'a',
      want: { 'b/c': 1, e: 9 },
    },
  ],
])('%s', (_name, { given, at, want }) => {
  expect((editJson(root, given) as { [key: string]: unknown })[at]).toEqual(want);
});

it('keeps a renamed member in its place', () => {
  const edited = editJson(root, [{ do: 'rename', pointer: '/a/b~1c', to: 'x' }]);
  expect(JSON.stringify((edited as { a: unknown }).a)).toBe('{"x":1,"d":2}');
});
