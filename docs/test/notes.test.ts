import { expect, it } from 'vitest';
import { type Note, notesIn } from '../src/components/Notes/groups.ts';

const word = (text: string): Note => ({ kind: 'word', text });
const pair = (name: string, value: string): Note => ({ kind: 'pair', name, value });

const cases: [string, { given: string; want: readonly Note[] }][] = [
  [
    'values, then values by their names, then words',
    {
      given: '(ACTIVE, REVOKED) (default: ACTIVE, minLength: 1) (read-only, nullable)',
      want: [
        { kind: 'values', values: ['ACTIVE', 'REVOKED'] },
        pair('default', 'ACTIVE'),
        pair('minLength', '1'),
        word('read-only'),
        word('nullable'),
      ],
    },
  ],
  ['an example that is a list', { given: '(example: a, b)', want: [pair('example', 'a, b')] }],
  [
    'what is quoted, whatever it holds',
    {
      given: '("a, b", "c) (d") (example: "status eq \\"A\\", default: 1")',
      want: [{ kind: 'values', values: ['a, b', 'c) (d'] }, pair('example', 'status eq "A", default: 1')],
    },
  ],
  ['an empty text', { given: '(default: "")', want: [pair('default', '""')] }],
  [
    'a lone quote',
    { given: '(pattern: ^"$) (deprecated)', want: [pair('pattern', '^"$'), word('deprecated')] },
  ],
];

it.each(cases)('tells %s', (_name, { given, want }) => {
  expect(notesIn(given)).toEqual(want);
});
