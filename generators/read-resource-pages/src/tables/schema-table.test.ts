import { describe, expect, it } from 'vitest';
import { schemaRows } from './schema-table.ts';

const cases: [string, { given: string; want: readonly (readonly [string, string])[][] | null }][] = [
  ['none', { given: ' [] ', want: [] }],
  [
    'texts, and where they stand',
    {
      given: '[{ "name": "id", "description": "A \\"key\\"\\n\\u00e4" }]',
      want: [
        [
          ['name', 'id'],
          ['description', 'A "key"\nä'],
        ],
      ],
    },
  ],
  [
    'no more than their own, and what is no text left out',
    {
      given:
        '[{ "name": "a", "children": [{ "name": "b" }, ["c"]], "hidden": true, "type": "array" }, { "name": "d" }]',
      want: [
        [
          ['name', 'a'],
          ['type', 'array'],
        ],
        [['name', 'd']],
      ],
    },
  ],
  [
    'hostile keys',
    {
      given: '[{ "__proto__": "x", "constructor": "y" }]',
      want: [
        [
          ['__proto__', 'x'],
          ['constructor', 'y'],
        ],
      ],
    },
  ],
  [
    'as JavaScript writes them',
    {
      given: "[{ name: 'a', 'type': `b`, }, ]",
      want: [
        [
          ['name', 'a'],
          ['type', 'b'],
        ],
      ],
    },
  ],
  ['braces in texts', { given: '[{ "name": "}]{[" }]', want: [[['name', '}]{[']]] }],
  ['none where the list does not end', { given: '[{ "name": "a" }', want: null }],
  ['none where a text does not end', { given: '[{ "name": "a }]', want: null }],
  ['none of what is no list', { given: 'rows', want: null }],
  ['none of an object', { given: '{ "name": "a" }', want: null }],
];

describe('the rows of a SchemaTable are', () => {
  it.each(cases)('%s', (_name, { given, want }) => {
    const rows = schemaRows(given, { start: 0, end: given.length });
    expect(rows?.map(({ texts }) => [...texts].map(([key, { value }]) => [key, value])) ?? null).toEqual(
      want,
    );
    for (const { texts } of rows ?? []) {
      const name = texts.get('name');
      if (name !== undefined) expect(given.slice(name.offset).startsWith(name.value)).toBe(true);
    }
  });
});
