import { describe, expect, it } from 'vitest';
import { type DocFacts, factsDoc } from './facts-doc.ts';

const rows: [string, { given: DocFacts; want: string }][] = [
  ['nothing to say', { given: {}, want: '' }],
  ['a description', { given: { description: ' The id. ' }, want: '/** The id. */\n' }],
  [
    'limits of a number',
    {
      given: { minimum: 1, maximum: 200, multipleOf: 5 },
      want: '/** Value: 1 to 200. A multiple of 5. */\n',
    },
  ],
  [
    'open limits',
    {
      given: { exclusiveMinimum: 0, exclusiveMaximum: 1, minItems: 1 },
      want: '/** Greater than 0. Less than 1. Items: at least 1. */\n',
    },
  ],
  [
    'limits of a list',
    {
      given: { maxItems: 3, uniqueItems: true, minProperties: 1, maxProperties: 2 },
      want: '/** Items: at most 3. No item twice. Members: 1 to 2. */\n',
    },
  ],
  [
    'a format and a pattern',
    { given: { format: 'uri', pattern: '^`*/' }, want: '/** Format: uri. Pattern: ``^`*&#47;``. */\n' },
  ],
  ['a default', { given: { default: { a: '*/' } }, want: '/** @default {"a":"*&#47;"} */\n' }],
  ['a default with a line end', { given: { default: 'a\nb' }, want: '/** @default "a\\nb" */\n' }],
  [
    'everything',
    {
      given: { description: 'A\n\nB', minLength: 1, default: 'x', deprecated: true },
      want: '/**\n * A\n *\n * B\n *\n * Length: at least 1.\n * @default "x"\n * @deprecated\n */\n',
    },
  ],
  [
    'tags of the author',
    { given: { description: '@deprecated {@link x}' }, want: '/** &#64;deprecated {&#64;link x} */\n' },
  ],
];

describe('factsDoc', () => {
  it.each(rows)('writes %s', (_name, { given, want }) => {
    expect(factsDoc(given, '')).toBe(want);
  });
});
