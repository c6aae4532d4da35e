import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { commonMarkBlocks } from './markdown-blocks.ts';
import { simpleBlocks } from './simple-blocks.ts';

const paragraph = (text: string) => ({ kind: 'paragraph', text });
const list = (start: number | null, ...items: readonly (readonly unknown[])[]) => ({
  kind: 'list',
  start,
  items,
});

describe('blocks that need no parser', () => {
  it.each([
    ['A text.\nIts second line.', [paragraph('A text.\nIts second line.')]],
    ['> **Note:** a\nlazy', [{ kind: 'quote', blocks: [paragraph('**Note:** a\nlazy')] }]],
    ['> a\n>\n> b', [{ kind: 'quote', blocks: [paragraph('a'), paragraph('b')] }]],
    ['One of:\n* a\n* b  \n  ', [paragraph('One of:'), list(null, [paragraph('a')], [paragraph('b')])]],
    ['* a\n  b\n\n  c\n- d', [list(null, [paragraph('a\nb'), paragraph('c')]), list(null, [paragraph('d')])]],
    [
      'In turn:\n\n2. a\n   * b\n     > c\n3. d',
      [
        paragraph('In turn:'),
        list(
          2,
          [paragraph('a'), list(null, [paragraph('b'), { kind: 'quote', blocks: [paragraph('c')] }])],
          [paragraph('d')],
        ),
      ],
    ],
    ['In\n2. May', [paragraph('In\n2. May')]],
    ['## A b ##\nc\n***', [{ kind: 'heading', depth: 2, text: 'A b' }, paragraph('c'), { kind: 'rule' }]],
    ['* ```\n  {\n    "a": 1\n\n  }\n  ```', [list(null, [{ kind: 'code', text: '{\n  "a": 1\n\n}' }])]],
    [
      'a\n| b | c |\n|---|:-:|\n| d \\| e |\tf |\n\ng',
      [
        paragraph('a'),
        {
          kind: 'table',
          rows: [
            ['b', 'c'],
            ['d | e', 'f'],
          ],
        },
        paragraph('g'),
      ],
    ],
  ])('of %j', (text, want) => {
    expect(simpleBlocks(text)).toEqual(want);
    expect(commonMarkBlocks(text)).toEqual(want);
  });

  it.each([
    ...['a\n---', 'a\n==', '*\n  a', '* 2. a\n* * 3. b', '```\na', '> ```\na', '*\ta', '# a\n>\tb'],
    ...['a | b\n--- | ---', '| a |\n|---|\nb', '| a |\n|---|\n| b | c |', '| a |\n|---|\n| \\\\|'],
  ])('are not those of %j', (text) => {
    expect(simpleBlocks(text)).toBeNull();
  });

  it('are what CommonMark says', () => {
    const marks = [
      '> ',
      '>',
      '* ',
      '*   ',
      '- ',
      '+ ',
      '',
      '',
      '',
      ' ',
      '  ',
      '1. ',
      '# ',
      '> > ',
      '---',
      '|',
    ];
    const texts = ['a', 'b c', '`x`', '**n**', 'a  ', 'b ', '<b>', '\\*', '[l](m)', '&amp;', ''];
    const starts = ['', '', '', '> ', '* ', '- ', '  ', '   ', '  * ', '1. ', '2. ', '> * ', '## '];
    const ends = ['a', 'b  ', 'c d ', '```', '| a | b |', '|---|:-:|', '***', ''];
    const lineOf = (...parts: readonly (readonly string[])[]) =>
      fc.tuple(...parts.map((part) => fc.constantFrom(...part))).map((chosen) => chosen.join(''));
    const text = fc
      .array(
        fc.oneof(
          { weight: 4, arbitrary: lineOf(starts, ends) },
          { weight: 1, arbitrary: lineOf(marks, texts) },
          fc.constantFrom('', '| a | b |\n|---|:-:|\n|  | c |\n', '```\n x\n```', '  ```\n   x\n  ```'),
        ),
        { minLength: 1, maxLength: 8 },
      )
      .map((lines) => lines.join('\n').trim())
      .filter((one) => one !== '');
    const read = new Map<string, number>();
    fc.assert(
      fc.property(text, (one) => {
        const blocks = simpleBlocks(one);
        if (blocks === null) return;
        for (const { kind } of blocks) read.set(kind, (read.get(kind) ?? 0) + 1);
        expect(blocks).toEqual(commonMarkBlocks(one));
      }),
      { numRuns: 3000, seed: 1 },
    );
    const kinds = ['code', 'heading', 'list', 'paragraph', 'quote', 'rule', 'table'];
    expect(kinds.filter((kind) => (read.get(kind) ?? 0) < 50)).toEqual([]);
  });
});
