import type { JsonObject } from '@plumbline/model';
import { describe, expect, it } from 'vitest';
import type { Sample } from './sample.ts';
import { type WirePart, wirePart } from './wire.ts';

const list = ['blue', 'black', 'brown'];
const record = { R: 100, G: 200, B: 150 };

/** The style examples of OpenAPI 3.1 section 4.8.12.6, for a parameter named `color`. */
const styles: [string, boolean, 'path' | 'query', { list: string; record: string | null; text: string }][] = [
  [
    'matrix',
    false,
    'path',
    { text: ';color=blue', list: ';color=blue,black,brown', record: ';color=R,100,G,200,B,150' },
  ],
  [
    'matrix',
    true,
    'path',
    { text: ';color=blue', list: ';color=blue;color=black;color=brown', record: ';R=100;G=200;B=150' },
  ],
  ['label', false, 'path', { text: '.blue', list: '.blue,black,brown', record: '.R,100,G,200,B,150' }],
  ['label', true, 'path', { text: '.blue', list: '.blue.black.brown', record: '.R=100.G=200.B=150' }],
  ['simple', false, 'path', { text: 'blue', list: 'blue,black,brown', record: 'R,100,G,200,B,150' }],
  ['simple', true, 'path', { text: 'blue', list: 'blue,black,brown', record: 'R=100,G=200,B=150' }],
  [
    'form',
    false,
    'query',
    { text: 'color=blue', list: 'color=blue,black,brown', record: 'color=R,100,G,200,B,150' },
  ],
  [
    'form',
    true,
    'query',
    { text: 'color=blue', list: 'color=blue&color=black&color=brown', record: 'R=100&G=200&B=150' },
  ],
  [
    'spaceDelimited',
    false,
    'query',
    { text: 'color=blue', list: 'color=blue%20black%20brown', record: 'color=R%20100%20G%20200%20B%20150' },
  ],
  [
    'pipeDelimited',
    false,
    'query',
    { text: 'color=blue', list: 'color=blue%7Cblack%7Cbrown', record: 'color=R%7C100%7CG%7C200%7CB%7C150' },
  ],
  [
    'deepObject',
    true,
    'query',
    {
      text: 'color=blue',
      list: 'color=blue&color=black&color=brown',
      record: 'color[R]=100&color[G]=200&color[B]=150',
    },
  ],
];

const written = (part: WirePart | undefined): string =>
  part === undefined ? '' : 'text' in part ? part.text : part.pairs.join('&');
const write = (parameter: JsonObject, value: Sample): string =>
  written(wirePart({ name: 'color', ...parameter }, value));

describe.each(styles)('%s, explode %s', (style, explode, place, want) => {
  it.each([
    ['text', 'blue'],
    ['list', list],
    ['record', record],
  ] as const)('writes a %s', (kind, value) => {
    expect(write({ in: place, style, explode }, value)).toBe(want[kind]);
  });
});

describe('wirePart', () => {
  it.each<[string, JsonObject, Sample, string]>([
    ['a query exploded by default', { in: 'query' }, list, 'color=blue&color=black&color=brown'],
    ['a path by commas', { in: 'path' }, list, 'blue,black,brown'],
    ['a header as it is', { in: 'header' }, list, 'blue,black,brown'],
    ['a cookie', { in: 'cookie' }, 'a;b', 'color=a%3Bb'],
    ['reserved characters encoded', { in: 'query' }, 'a/b?c&d+é', 'color=a%2Fb%3Fc%26d%2B%C3%A9'],
    ['reserved characters allowed', { in: 'query', allowReserved: true }, 'a/b?c&d', 'color=a/b?c%26d'],
    ['a slash in a path', { in: 'path' }, '../x', '..%2Fx'],
    [
      'content as JSON',
      { in: 'query', content: { 'application/json': {} } },
      { a: [1] },
      'color=%7B%22a%22%3A%5B1%5D%7D',
    ],
  ])('writes %s', (_name, parameter, value, want) => {
    expect(write(parameter, value)).toBe(want);
  });
});
