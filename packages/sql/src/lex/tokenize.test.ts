import { describe, expect, it } from 'vitest';
import { templateEnds } from './template.ts';
import { tokenize } from './tokenize.ts';

const tokensOf = (text: string) => tokenize(text, templateEnds(text)).slice(0, -1);

const kinds: [string, { given: string; want: [string, string][] }][] = [
  [
    'a dotted name in parts',
    {
      given: 'a.b',
      want: [
        ['word', 'a'],
        ['symbol', '.'],
        ['word', 'b'],
      ],
    },
  ],
  ['a dash between name characters as part of the name', { given: 'If-Match', want: [['word', 'If-Match']] }],
  ['two dashes as a comment', { given: 'a--b', want: [['word', 'a']] }],
  [
    'a minus with blanks',
    {
      given: 'a - b',
      want: [
        ['word', 'a'],
        ['symbol', '-'],
        ['word', 'b'],
      ],
    },
  ],
  ['a hash', { given: 'x5t#S256', want: [['word', 'x5t#S256']] }],
  ['a dollar', { given: '$schema', want: [['word', '$schema']] }],
  [
    'an at sign',
    {
      given: '@odata.type',
      want: [
        ['word', '@odata'],
        ['symbol', '.'],
        ['word', 'type'],
      ],
    },
  ],
  [
    'brackets behind a name',
    {
      given: 'page[size] ids[]',
      want: [
        ['word', 'page[size]'],
        ['word', 'ids[]'],
      ],
    },
  ],
  ['a colon between name characters', { given: 'xml:lang', want: [['word', 'xml:lang']] }],
  [
    'two colons as a cast',
    {
      given: 'a::b',
      want: [
        ['word', 'a'],
        ['symbol', '::'],
        ['word', 'b'],
      ],
    },
  ],
  ['letters of any script', { given: 'größe_2', want: [['word', 'größe_2']] }],
  ['a name that begins with a digit', { given: '2fa', want: [['word', '2fa']] }],
  [
    'numbers',
    {
      given: '1 1.5 .5 2e-3',
      want: [
        ['number', '1'],
        ['number', '1.5'],
        ['number', '.5'],
        ['number', '2e-3'],
      ],
    },
  ],
  [
    'digits behind a dot as part of a name',
    {
      given: 'v1.2.3',
      want: [
        ['word', 'v1'],
        ['symbol', '.'],
        ['number', '2.3'],
      ],
    },
  ],
  ['a doubled quote in a string', { given: "'it''s'", want: [['string', "it's"]] }],
  ['a backslash as itself', { given: "'\\'", want: [['string', '\\']] }],
  [
    'both quotes of names',
    {
      given: '"a""b" `c`',
      want: [
        ['quoted', 'a"b'],
        ['quoted', 'c'],
      ],
    },
  ],
  [
    'bare templates, with and without blanks',
    {
      given: '{{ a }}{{b}}',
      want: [
        ['template', 'a'],
        ['template', 'b'],
      ],
    },
  ],
  [
    'a template with braces of its own',
    { given: '{{ {"a": {"b": 1}} | patch }}', want: [['template', '{"a": {"b": 1}} | patch']] },
  ],
  [
    'an unbalanced template up to the first end',
    {
      given: '{{ { }} a',
      want: [
        ['template', '{'],
        ['word', 'a'],
      ],
    },
  ],
  [
    'an unclosed template to the end of its line',
    {
      given: '{{ a\nb',
      want: [
        ['unclosed', '{{'],
        ['word', 'b'],
      ],
    },
  ],
  [
    'an unclosed string to the end',
    {
      given: "a 'b\nc",
      want: [
        ['word', 'a'],
        ['unclosed', "'"],
      ],
    },
  ],
  [
    'an unclosed comment to the end',
    {
      given: 'a /* b\nc',
      want: [
        ['word', 'a'],
        ['unclosed', '/*'],
      ],
    },
  ],
  [
    'operators, the longest first',
    {
      given: '<=>->>',
      want: [
        ['symbol', '<='],
        ['symbol', '>'],
        ['symbol', '->>'],
      ],
    },
  ],
  [
    'what SQL does not know',
    {
      given: '…🙂',
      want: [
        ['symbol', '…'],
        ['symbol', '🙂'],
      ],
    },
  ],
];

describe('tokenize', () => {
  it.each(kinds)('reads %s', (_name, { given, want }) => {
    expect(tokensOf(given).map(({ kind, text }) => [kind, text])).toEqual(want);
  });

  it('tells keywords by ASCII letters alone', () => {
    expect(tokensOf('Select ıs').map(({ upper }) => upper)).toEqual(['SELECT', '']);
  });

  it('hangs comments on the token behind, and knows marks', () => {
    const [, b] = tokensOf('a --required\n/*+ create */ -- note\nb');
    expect(b?.comments).toEqual([
      { style: 'line', text: 'required', isMark: true, onNewLine: false, start: 2, end: 12 },
      { style: 'hint', text: 'create', isMark: false, onNewLine: true, start: 13, end: 26 },
      { style: 'line', text: 'note', isMark: false, onNewLine: true, start: 27, end: 34 },
    ]);
  });

  it('gives the comma or semicolon back that a mark swallowed', () => {
    const [, comma] = tokensOf('a --required, \r\nb');
    expect(comma).toMatchObject({ kind: 'symbol', text: ',', swallowed: true, start: 12, end: 13 });
    const [, semicolon] = tokensOf('a -- required;');
    expect(semicolon).toMatchObject({ kind: 'symbol', text: ';', swallowed: true, start: 13, end: 14 });
    expect(tokensOf('a -- as needed;')).toHaveLength(1);
  });
});
