import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { commonMarkBlocks } from './markdown-blocks.ts';
import { simpleBlocks } from './simple-blocks.ts';

const paragraph = (text: string) => ({ kind: 'paragraph', text });

describe('blocks that need no parser', () => {
  it.each([
    ['A text.\nIts second line.', [paragraph('A text.\nIts second line.')]],
    ['> **Note:** a\nlazy', [{ kind: 'quote', blocks: [paragraph('**Note:** a\nlazy')] }]],
    [
      'One of:\n* a\n* b  \n  ',
      [paragraph('One of:'), { kind: 'list', start: null, items: [[paragraph('a')], [paragraph('b')]] }],
    ],
  ])('of %j', (text, want) => {
    expect(simpleBlocks(text)).toEqual(want);
  });

  it.each(['# a', '1. a', '> * a', '* a\n  b', '> a\n>\n> b', '| a |\n|---|', '```\na\n```', '* a\n***'])(
    'are not those of %j',
    (text) => {
      expect(simpleBlocks(text)).toBeNull();
    },
  );

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
    const line = fc
      .tuple(fc.constantFrom(...marks), fc.constantFrom(...texts))
      .map((parts) => parts.join(''));
    const usual = fc
      .tuple(fc.constantFrom('> ', '* ', '- ', '', ''), fc.constantFrom('a', 'b  ', 'c d '))
      .map((parts) => parts.join(''));
    const text = fc
      .array(fc.oneof({ weight: 4, arbitrary: usual }, { weight: 1, arbitrary: line }, fc.constant('')), {
        minLength: 1,
        maxLength: 8,
      })
      .map((lines) => lines.join('\n').trim());
    let marked = 0;
    fc.assert(
      fc.property(
        text.filter((one) => one !== ''),
        (one) => {
          const blocks = simpleBlocks(one);
          if (blocks === null) return;
          if (blocks.some(({ kind }) => kind !== 'paragraph')) marked += 1;
          expect(blocks).toEqual(commonMarkBlocks(one));
        },
      ),
      { numRuns: 3000, seed: 6 },
    );
    expect(marked).toBeGreaterThan(500);
  });
});
