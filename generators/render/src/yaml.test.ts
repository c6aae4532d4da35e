import fc from 'fast-check';
import { load } from 'js-yaml';
import { describe, expect, it } from 'vitest';
import { yamlScalar, yamlString, yamlText } from './yaml.ts';

const text = fc.string({
  unit: fc.oneof(
    fc.constantFrom(
      '"',
      "'",
      '\n',
      ':',
      '#',
      '-',
      ' ',
      'a',
      'b',
      '\t',
      '\u2028',
      '\u0085',
      '\ufeff',
      '\u202e',
      '\\',
    ),
    fc.string(),
  ),
});

describe('yamlString', () => {
  it('gives back any string, on one line', () => {
    fc.assert(
      fc.property(text, (value) => {
        expect(yamlString(value)).not.toMatch(/[\n\u2028\u202e]/);
        expect(load(yamlString(value))).toBe(value);
      }),
      { seed: 1 },
    );
  });
});

describe('yamlScalar', () => {
  it.each(['oauth_tokens', 'Okta Admin Management', 'If-Match', '/a/b', 'a/b (c), d'])(
    'leaves %j as it is',
    (value) => {
      expect(yamlScalar(value)).toBe(value);
    },
  );

  it.each([
    '',
    'true',
    'No',
    '~',
    '1.0',
    '2020-01-01',
    '- a',
    'a: b',
    'a #b',
    '{{ a }}',
    ' a',
    'a ',
    '&a',
    'a\nb',
  ])('quotes %j', (value) => {
    expect(yamlScalar(value)).toBe(yamlString(value));
  });

  it('gives back any string', () => {
    fc.assert(
      fc.property(text, (value) => {
        expect(load(`key: ${yamlScalar(value)}`)).toEqual({ key: value });
      }),
      { seed: 1 },
    );
  });
});

describe('yamlText', () => {
  it('writes lines as a block', () => {
    expect(yamlText('a: {b}\n\n  c # d', '    ')).toBe('|-\n    a: {b}\n\n      c # d');
  });

  it.each([
    ['one line', 'a: b'],
    ['a blank at the start', ' a\nb'],
    ['a line ending at the end', 'a\n'],
    ['an override', 'a\n\u202eb'],
  ])('quotes what has %s', (_name, value) => {
    expect(yamlText(value, '  ')).toBe(yamlString(value));
  });

  it('gives back any string, line endings folded', () => {
    fc.assert(
      fc.property(text, (value) => {
        const document = `- name: x\n  key: ${yamlText(value, '    ')}\n  next: 1\n`;
        expect(load(document)).toEqual([{ name: 'x', key: value.replace(/\r\n?/g, '\n'), next: 1 }]);
      }),
      { seed: 1 },
    );
  });
});
