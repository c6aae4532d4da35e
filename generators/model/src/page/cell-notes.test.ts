import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dictionary } from '../dictionary.ts';
import { type CellNotes, NOTE_FLAGS, NOTE_KEYS, parseCellNotes, printCellNotes } from './cell-notes.ts';

const read: [string, { given: string; prose: string; notes: Partial<CellNotes> }][] = [
  ['nothing', { given: 'Client ID', prose: 'Client ID', notes: {} }],
  ['a pair', { given: 'Status (example: ACTIVE)', prose: 'Status', notes: { pairs: { example: 'ACTIVE' } } }],
  ['notes alone', { given: ' (example: a@b)', prose: '', notes: { pairs: { example: 'a@b' } } }],
  [
    'an enum, then pairs',
    {
      given: 'How. (OWNER, NONE) (title: author_association, example: OWNER)',
      prose: 'How.',
      notes: { listed: ['OWNER', 'NONE'], pairs: { title: 'author_association', example: 'OWNER' } },
    },
  ],
  [
    "the author's own parenthesis",
    {
      given: 'A domain (okta.com) of yours. (default: my-org)',
      prose: 'A domain (okta.com) of yours.',
      notes: { pairs: { default: 'my-org' } },
    },
  ],
  [
    'an enum among the pairs',
    {
      given: 'How. (default: https, enum: [https, "a, b"], example: http)',
      prose: 'How.',
      notes: { listed: ['https', 'a, b'], pairs: { default: 'https', example: 'http' } },
    },
  ],
  [
    'extensions among the pairs, which are passed over',
    {
      given: 'Region. (default: eu, x-acme-env: ACME_REGION, x-label: "a, title: b", example: us)',
      prose: 'Region.',
      notes: { pairs: { default: 'eu', example: 'us' } },
    },
  ],
  ['an extension alone', { given: 'Region. (x-acme-env: ACME_REGION)', prose: 'Region.', notes: {} }],
  [
    "the author's parenthesis that starts as an extension does",
    { given: 'Scans (x-ray: a, b).', prose: 'Scans (x-ray: a, b).', notes: {} },
  ],
  [
    'no enum without its brackets',
    { given: 'One (enum: some)', prose: 'One', notes: { listed: ['enum: some'] } },
  ],
  [
    'a pattern as code',
    {
      given: ' (pattern: <code>^(a|b{1,2})$</code>)',
      prose: '',
      notes: { pairs: { pattern: '^(a|b{1,2})$' } },
    },
  ],
  [
    'a value with commas',
    { given: 'X (example: a, b, c)', prose: 'X', notes: { pairs: { example: 'a, b, c' } } },
  ],
  [
    'a value with a parenthesis',
    { given: 'X (example: f(x) (y))', prose: 'X', notes: { pairs: { example: 'f(x) (y)' } } },
  ],
  [
    'a value with a lone parenthesis',
    { given: 'X (example: a) b)', prose: 'X', notes: { pairs: { example: 'a) b' } } },
  ],
  [
    'an unquoted quote',
    { given: 'E (example: W/"12")', prose: 'E', notes: { pairs: { example: 'W/"12"' } } },
  ],
  [
    'flags',
    { given: 'X (read-only, deprecated)', prose: 'X', notes: { flags: ['read-only', 'deprecated'] } },
  ],
  ['quoted list values', { given: 'X ("a, b", c)', prose: 'X', notes: { listed: ['a, b', 'c'] } }],
  [
    'a pattern in backticks',
    { given: 'X (pattern: `^(a|b)$`)', prose: 'X', notes: { pairs: { pattern: '^(a|b)$' } } },
  ],
  ['the wire name', { given: 'X (wire: userId)', prose: 'X', notes: { pairs: { wire: 'userId' } } }],
  ['no blank before the parenthesis', { given: 'call(x)', prose: 'call(x)', notes: {} }],
];

describe('notes of a cell', () => {
  it.each(read)('reads %s', (_name, { given, prose, notes }) => {
    expect(parseCellNotes(given)).toEqual({ prose, notes: { listed: null, pairs: {}, flags: [], ...notes } });
  });

  it('takes no longer for quotes that nothing opens', () => {
    const started = process.cpuUsage().user / 1000;
    const given = `X (${String.raw`\"`.repeat(40_000)})`;
    expect(parseCellNotes(given).prose).toBe(given);
    expect(process.cpuUsage().user / 1000 - started).toBeLessThan(1000);
  });

  it('reads back what it prints, whatever the values', () => {
    const value = fc.oneof(
      fc.string(),
      fc.constantFrom('a, default: 1', '`x`', '(x)', ')', '"', 'read-only', '', ' a ', 'a\nb'),
    );
    const notes = fc.record({
      listed: fc.option(fc.array(value, { minLength: 1, maxLength: 4 })),
      pairs: fc
        .dictionary(fc.constantFrom(...NOTE_KEYS), value)
        .map((pairs) => dictionary(Object.entries(pairs))),
      flags: fc.subarray([...NOTE_FLAGS]),
    });
    fc.assert(
      fc.property(notes, (given) => {
        expect(parseCellNotes(`Prose.${printCellNotes(given)}`)).toEqual({ prose: 'Prose.', notes: given });
      }),
      { seed: 1, numRuns: 2000 },
    );
  });
});
