import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { jsonText, label, labelExploded, matrix, matrixExploded, simple, simpleExploded } from './path.ts';
import { plainList, plainPairs } from './plain.ts';
import {
  deepObject,
  form,
  formJoined,
  jsonContent,
  pipeDelimited,
  reserved,
  spaceDelimited,
  tabDelimited,
} from './query.ts';
import type { Write } from './scalar.ts';

const string = 'blue';
const array = ['blue', 'black', 'brown'];
const object = { R: 100, G: 200, B: 150 };

/** The examples of OpenAPI 3.1.1 section 4.8.12.4, for a parameter named `color`; null: the table has none. */
const rows: [
  string,
  { write: Write; empty: string | null; string: string | null; array: string | null; object: string | null },
][] = [
  [
    'matrix',
    {
      write: matrix,
      empty: ';color',
      string: ';color=blue',
      array: ';color=blue,black,brown',
      object: ';color=R,100,G,200,B,150',
    },
  ],
  [
    'matrix, exploded',
    {
      write: matrixExploded,
      empty: ';color',
      string: ';color=blue',
      array: ';color=blue;color=black;color=brown',
      object: ';R=100;G=200;B=150',
    },
  ],
  [
    'label',
    {
      write: label,
      empty: '.',
      string: '.blue',
      array: '.blue,black,brown',
      object: '.R,100,G,200,B,150',
    },
  ],
  [
    'label, exploded',
    {
      write: labelExploded,
      empty: '.',
      string: '.blue',
      array: '.blue.black.brown',
      object: '.R=100.G=200.B=150',
    },
  ],
  [
    'simple',
    { write: simple, empty: '', string: 'blue', array: 'blue,black,brown', object: 'R,100,G,200,B,150' },
  ],
  [
    'simple, exploded',
    {
      write: simpleExploded,
      empty: '',
      string: 'blue',
      array: 'blue,black,brown',
      object: 'R=100,G=200,B=150',
    },
  ],
  [
    'form',
    {
      write: formJoined,
      empty: 'color=',
      string: 'color=blue',
      array: 'color=blue,black,brown',
      object: 'color=R,100,G,200,B,150',
    },
  ],
  [
    'form, exploded',
    {
      write: form,
      empty: 'color=',
      string: 'color=blue',
      array: 'color=blue&color=black&color=brown',
      object: 'R=100&G=200&B=150',
    },
  ],
  [
    'spaceDelimited',
    {
      write: spaceDelimited,
      empty: null,
      string: null,
      array: 'color=blue%20black%20brown',
      object: 'color=R%20100%20G%20200%20B%20150',
    },
  ],
  [
    'pipeDelimited',
    {
      write: pipeDelimited,
      empty: null,
      string: null,
      array: 'color=blue%7Cblack%7Cbrown',
      object: 'color=R%7C100%7CG%7C200%7CB%7C150',
    },
  ],
  [
    'deepObject',
    {
      write: deepObject,
      empty: null,
      string: null,
      array: null,
      object: 'color%5BR%5D=100&color%5BG%5D=200&color%5BB%5D=150',
    },
  ],
];

describe.each(rows)('%s', (_style, { write, ...want }) => {
  const cells = [
    { kind: 'an empty string', given: '', text: want.empty },
    { kind: 'a string', given: string, text: want.string },
    { kind: 'an array', given: array, text: want.array },
    { kind: 'an object', given: object, text: want.object },
  ];

  it.each(cells.filter(({ text }) => text !== null))('writes $kind', ({ given, text }) => {
    expect(write('color', given, encodeURIComponent)).toBe(text);
  });
});

describe('what the tables do not say', () => {
  it.each<[string, { write: Write; given: unknown; want: string }]>([
    ['an empty array is absent', { write: form, given: [], want: '' }],
    ['an empty array that is not exploded is absent too', { write: formJoined, given: [], want: '' }],
    ['null items are left out', { write: form, given: ['a', null, undefined], want: 'x=a' }],
    ['null members are left out', { write: formJoined, given: { a: 1, b: null }, want: 'x=a,1' }],
    ['separators inside values are encoded', { write: formJoined, given: ['a,b', 'c'], want: 'x=a%2Cb,c' }],
    [
      'a deep object goes on',
      { write: deepObject, given: { a: { b: [1, 2] } }, want: 'x%5Ba%5D%5Bb%5D=1&x%5Ba%5D%5Bb%5D=2' },
    ],
    [
      'objects of a list in a deep object are told apart',
      {
        write: deepObject,
        given: { a: [{ b: 1, c: 2 }, { b: 3 }] },
        want: 'x%5Ba%5D%5B0%5D%5Bb%5D=1&x%5Ba%5D%5B0%5D%5Bc%5D=2&x%5Ba%5D%5B1%5D%5Bb%5D=3',
      },
    ],
    ['a deep list', { write: deepObject, given: [1, 2], want: 'x%5B%5D=1&x%5B%5D=2' }],
    ['a deep list of objects', { write: deepObject, given: [{ b: 1 }], want: 'x%5B0%5D%5Bb%5D=1' }],
    ['tabs', { write: tabDelimited, given: ['a\tb', 'c'], want: 'x=a%09b%09c' }],
    ['`content` is JSON in a query', { write: jsonContent, given: { a: 1 }, want: 'x=%7B%22a%22%3A1%7D' }],
    ['`content` is JSON in a path', { write: jsonText, given: [1], want: '%5B1%5D' }],
    ['keys of objects are encoded', { write: form, given: { 'a&b': 1 }, want: 'a%26b=1' }],
  ])('%s', (_name, { write, given, want }) => {
    expect(write('x', given, encodeURIComponent)).toBe(want);
  });

  it.each([
    ['an object in a list', form, [{ a: 1 }], 'cannot be of type object'],
    ['a list in an object', simple, { a: [1] }, 'cannot be of type object'],
    ['a date', formJoined, new Date(0), 'cannot be of type object'],
    ['a function', deepObject, { a: () => 1 }, 'cannot be of type function'],
  ])('refuses %s, rather than write [object Object]', (_name, write, given, message) => {
    expect(() => write('x', given, encodeURIComponent)).toThrow(message);
  });
});

describe('the defaults', () => {
  it.each([
    ['a list in a path', plainList, ['a,b', 'c'], 'a%2Cb,c'],
    ['a scalar in a path', plainList, 0, '0'],
    ['a list in a query', plainPairs, ['a&b', null, 'c'], 'x%5B%5D=a%26b&x%5B%5D=c'],
    ['a scalar in a query', plainPairs, false, 'x%5B%5D=false'],
  ])('write %s', (_name, write, given, want) => {
    expect(write('x[]', given, encodeURIComponent)).toBe(want);
  });

  it('refuse an object, which their styles would take apart', () => {
    expect(() => plainPairs('x', { a: 1 }, encodeURIComponent)).toThrow('`x` cannot be of type object');
  });
});

describe('reserved', () => {
  it('leaves reserved characters and percent-encoded triplets alone', () => {
    expect(form('q', "a:/?@!$'()*,;=%2Fé", reserved)).toBe("q=a:/?@!$'()*,;=%2F%C3%A9");
  });

  it('encodes what would end or split the query', () => {
    expect(form('q', 'a#b&c+d[e]% ', reserved)).toBe('q=a%23b%26c%2Bd%5Be%5D%25%20');
  });
});

/** Strings that a URL can hold: no lone surrogates. */
const value = fc.string({ unit: 'binary' });

describe('any value', () => {
  it('decodes from a query to what went in', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', minLength: 1 }), value, (name, text) => {
        const { searchParams } = new URL(`https://example.org/?${form(name, text, encodeURIComponent)}`);
        expect([...searchParams]).toEqual([[name, text]]);
      }),
      { seed: 1 },
    );
  });

  it('decodes from a list to the items that went in', () => {
    fc.assert(
      fc.property(fc.array(value, { minLength: 1 }), (list) => {
        const written = formJoined('x', list, encodeURIComponent).slice('x='.length);
        expect(written.split(',').map(decodeURIComponent)).toEqual(list);
        const { searchParams } = new URL(`https://example.org/?${form('x', list, encodeURIComponent)}`);
        expect(searchParams.getAll('x')).toEqual(list);
      }),
      { seed: 1 },
    );
  });

  it('decodes from an object to the members that went in', () => {
    fc.assert(
      fc.property(fc.dictionary(value, value, { noNullPrototype: true }), (object) => {
        const { searchParams } = new URL(`https://example.org/?${form('x', object, encodeURIComponent)}`);
        expect([...searchParams]).toEqual(Object.entries(object));
      }),
      { seed: 1 },
    );
  });
});
