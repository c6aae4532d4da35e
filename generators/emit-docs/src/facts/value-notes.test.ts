import { dictionary, type Field, type Param, printCellNotes, type Schemas } from '@plumbline/model';
import { describe, expect, it } from 'vitest';
import { field, param, stringSchema } from '../sample-model.ts';
import { valueNotes } from './value-notes.ts';

const schemas: Schemas = dictionary([['Titled', stringSchema({ title: 'A title' })]]);
const ref = { kind: 'ref', name: 'Titled', origin: { file: '', pointer: '' } } as const;

const cases: [string, { given: Param | Field; want: string }][] = [
  ['nothing', { given: field('x'), want: '' }],
  [
    'allowed values',
    { given: param('x', { enum: ['A', 1, true, null, 'b c'] }), want: ' (A, 1, true, b c)' },
  ],
  ['a constant', { given: param('x', { schema: stringSchema({ const: 'A' }) }), want: ' (A)' }],
  ['a default', { given: param('x', { default: 20 }), want: ' (default: 20)' }],
  ['an empty default', { given: param('x', { default: '' }), want: ' (default: "\\"\\"")' }],
  [
    'a default of the schema alone',
    { given: field('x', { schema: stringSchema({ default: null }) }), want: ' (default: null)' },
  ],
  [
    'bounds',
    {
      given: param('x', { minimum: 1, maximum: 200, pattern: '^a', uniqueItems: true }),
      want: ' (minimum: 1, maximum: 200, pattern: ^a, uniqueItems: true)',
    },
  ],
  ['an example', { given: field('x', { examples: ['a', 'b'] }), want: ' (example: a)' }],
  ['an example that is a list', { given: field('x', { examples: [['a', 'b']] }), want: ' (example: a, b)' }],
  ['no example that is an object', { given: field('x', { examples: [{ a: 1 }] }), want: '' }],
  ['the title of its component', { given: field('x', { schema: ref }), want: ' (title: A title)' }],
  ['the name in the API', { given: param('user_id', { wireName: 'userId' }), want: ' (wire: userId)' }],
  [
    'flags',
    {
      given: field('x', { readOnly: true, writeOnly: true, nullable: true, deprecated: true }),
      want: ' (read-only, write-only, nullable, deprecated)',
    },
  ],
  ['a deprecated parameter', { given: param('x', { deprecated: true }), want: ' (deprecated)' }],
  ['no mark of a response that always has the field', { given: field('x', { required: true }), want: '' }],
  [
    'the mark of a page that the spec does not know',
    { given: field('x', { required: true, schema: null }), want: ' (required)' },
  ],
];

describe('valueNotes', () => {
  it.each(cases)('tells %s', (_name, { given, want }) => {
    expect(printCellNotes(valueNotes(given, schemas))).toBe(want);
  });
});
