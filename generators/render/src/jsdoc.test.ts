import { describe, expect, it } from 'vitest';
import { jsdoc, jsdocText } from './jsdoc.ts';

describe('jsdocText', () => {
  it.each([
    ['an end of comment', 'a */ alert(1) /*', 'a *&#47; alert(1) /*'],
    ['a tag of the author', 'see @deprecated and {@link x}', 'see &#64;deprecated and {&#64;link x}'],
    ['line ends of every kind', 'a\r\nb\rc\u2028d', 'a\nb\nc\nd'],
    ['a bidirectional control', 'a\u202eb', 'a&#8238;b'],
  ])('encodes %s', (_name, given, want) => {
    expect(jsdocText(given)).toBe(want);
  });

  it('leaves an address of mail readable', () => {
    expect(jsdocText('me@1.example')).toBe('me@1.example');
  });
});

describe('jsdoc', () => {
  it('is nothing where nothing is to say', () => {
    expect(jsdoc(jsdocText(' '))).toBe('');
  });

  it('is one line for one line', () => {
    expect(jsdoc(jsdocText('The id.'), { indent: '  ' })).toBe('  /** The id. */\n');
  });

  it('takes a line for each line and each tag', () => {
    expect(jsdoc(jsdocText('A\n\nB'), { tags: [jsdocText('x')] })).toBe('/**\n * A\n *\n * B\n * x\n */\n');
  });
});
