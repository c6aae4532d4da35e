import { expect, it } from 'vitest';
import { parseJson } from './json.ts';

it.each<[string, { given: string; want: unknown }]>([
  [
    'what a number holds stays one',
    { given: '[9007199254740991, -1, 0, 1e300]', want: [9007199254740991, -1, 0, 1e300] },
  ],
  ['an integer beyond keeps its digits', { given: '9007199254740993', want: 9007199254740993n }],
  ['of either sign', { given: '{"a":-9223372036854775808}', want: { a: -(2n ** 63n) } }],
  ['beyond 64 bits it is a number', { given: '[9223372036854775808]', want: [2 ** 63] }],
  [
    'what is no integer is a number',
    {
      given: '[9007199254740993.5, 9007199254740993e1, 1e17]',
      want: [9007199254740994, 90071992547409936, 1e17],
    },
  ],
  ['a text stays one', { given: '["a: 9007199254740993", 1]', want: ['a: 9007199254740993', 1] }],
  ['the last of a name counts', { given: '{"a":1,"a":9007199254740993}', want: { a: 9007199254740993n } }],
])('%s', (_name, { given, want }) => {
  expect(parseJson(given)).toEqual(want);
});

it('takes a name like any other', () => {
  expect(Object.entries(parseJson('{"__proto__": 9007199254740993}') ?? {})).toEqual([
    ['__proto__', 9007199254740993n],
  ]);
});
