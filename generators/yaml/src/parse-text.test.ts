import { describe, expect, test } from 'vitest';
import { MAX_DEPTH } from './measure.ts';
import { type ParsedText, parseText, type UnparsedText } from './parse-text.ts';

function parsed(text: string): ParsedText {
  const answer = parseText(text);
  if ('problem' in answer) throw new Error(answer.reason);
  return answer;
}

function refused(text: string): UnparsedText {
  const answer = parseText(text);
  if ('problem' in answer) return answer;
  throw new Error('It was read.');
}

describe('values', () => {
  test.each<[string, { given: string; want: unknown }]>([
    ['YAML', { given: 'a: [1, x, true, ~]', want: { a: [1, 'x', true, null] } }],
    ['JSON', { given: '{"a": [1, "x", true, null]}', want: { a: [1, 'x', true, null] } }],
    ['JSON with a comma too many, which YAML allows', { given: '{"a": [1,],}', want: { a: [1] } }],
    ['dates stay texts', { given: 'a: 2025-09-01', want: { a: '2025-09-01' } }],
    ['`yes` and `on` are texts', { given: 'a: yes\nb: on', want: { a: 'yes', b: 'on' } }],
    ['keys become texts', { given: '200: a\nnull: b', want: { 200: 'a', null: 'b' } }],
    [
      'merge keys',
      { given: 'a: &x { b: 1 }\nc: { <<: *x, b: 2, d: 3 }', want: { a: { b: 1 }, c: { b: 2, d: 3 } } },
    ],
    ['folded and literal text', { given: 'a: >-\n  b\n  c\nd: |\n  e\n', want: { a: 'b c', d: 'e\n' } }],
    ['CRLF', { given: 'a: |\r\n  b\r\n  c\r\nd: 1\r\n', want: { a: 'b\nc\n', d: 1 } }],
  ])('%s', (_name, { given, want }) => {
    expect(parsed(given).value).toEqual(want);
  });

  test.each(['__proto__: { admin: true }', '{"__proto__": {"admin": true}}'])(
    'a key `__proto__` is a key: %s',
    (text) => {
      const { value } = parsed(text);
      expect(Object.keys(value ?? {})).toEqual(['__proto__']);
      expect(Object.getPrototypeOf(value)).toBe(Object.prototype);
      expect((value as { admin?: unknown }).admin).toBeUndefined();
    },
  );
});

describe('keys given twice', () => {
  test.each<[string, { given: string; want: readonly [string, number, number][] }]>([
    [
      'in YAML',
      {
        given: 'a: 1\nb: { c: 1, c: 2 }\na: 3',
        want: [
          ['a', 0, 23],
          ['c', 10, 16],
        ],
      },
    ],
    ['in JSON', { given: '{"a": {"b": 1, "b": 2}}', want: [['b', 7, 15]] }],
    ['written in two ways', { given: '"a": 1\na: 2', want: [['a', 0, 7]] }],
    ['none, though other mappings have them', { given: 'a: { c: 1 }\nb: { c: 1 }', want: [] }],
    ['none, though JSON strings hold colons', { given: '{"a:": "b: \\":\\" c:"}', want: [] }],
    ['none, where one overrides a merged one', { given: 'a: &x { b: 1 }\nc: { <<: *x, b: 2 }', want: [] }],
  ])('%s', (_name, { given, want }) => {
    const found = parsed(given).duplicateKeys.map(({ key, first, again }) => [key, first, again]);
    expect(found.sort()).toEqual(want);
  });

  test('of both, the later value is taken', () => {
    expect(parsed('a: 1\na: 2').value).toEqual({ a: 2 });
    expect(parsed('{"a": 1, "a": 2}').value).toEqual({ a: 2 });
  });
});

/** Nine times nine times … nine texts. */
const BOMB = ['a0: &a0 [x, x, x, x, x, x, x, x, x]']
  .concat(Array.from({ length: 20 }, (_, i) => `a${i + 1}: &a${i + 1} [${`*a${i}, `.repeat(9)}]`))
  .join('\n');

describe('what cannot be read', () => {
  test.each<[string, { given: string; want: Partial<UnparsedText> }]>([
    ['nothing', { given: '', want: { problem: 'empty', offset: 0 } }],
    ['blanks and comments', { given: '\n  # later\n', want: { problem: 'empty' } }],
    ['an empty document', { given: '---\n...\n', want: { problem: 'empty' } }],
    ['JSON that was cut off', { given: '{"a": [1, {"b": "c', want: { problem: 'syntax', offset: 18 } }],
    ['YAML that was cut off', { given: 'a:\n  b: "c', want: { problem: 'syntax', offset: 10 } }],
    ['tabs as indentation', { given: 'a:\n\tb: 1', want: { problem: 'syntax', offset: 3 } }],
    ['two documents', { given: 'a: 1\n---\nb: 2', want: { problem: 'syntax', offset: 9 } }],
    ['a mapping as key', { given: '? { a: 1 }\n: 2', want: { problem: 'syntax', offset: 0 } }],
    ['a type that only YAML has', { given: 'a: !!python/object x', want: { problem: 'syntax', offset: 3 } }],
    ['an alias of nothing', { given: 'a: *b', want: { problem: 'syntax', offset: 4 } }],
    ['a null character', { given: 'a: \0', want: { problem: 'syntax', offset: 3 } }],
    ['an alias bomb', { given: BOMB, want: { problem: 'extent' } }],
    ['a mapping that contains itself', { given: 'a: &x { b: *x }', want: { problem: 'extent', offset: 11 } }],
    ['YAML without a bottom', { given: `a: ${'['.repeat(100_000)}`, want: { problem: 'extent' } }],
    [
      'JSON without a bottom',
      { given: `{"a":${'['.repeat(100_000)}${']'.repeat(100_000)}}`, want: { problem: 'extent' } },
    ],
    [
      'aliases one inside the other without a bottom',
      {
        given: Array.from(
          { length: 2 * MAX_DEPTH },
          (_, i) => `a${i}: &a${i} [${i > 0 ? `*a${i - 1}` : ''}]`,
        ).join('\n'),
        want: { problem: 'extent' },
      },
    ],
  ])('%s', (_name, { given, want }) => {
    expect(refused(given)).toMatchObject(want);
  });

  test.each([
    ['YAML', (depth: number) => Array.from({ length: depth }, (_, i) => `${' '.repeat(i)}a:`).join('\n')],
    ['JSON', (depth: number) => `${'{"a":'.repeat(depth)}1${'}'.repeat(depth)}`],
  ])('but %s of 900 levels can', (_name, nested) => {
    const { value, positions } = parsed(nested(900));
    expect(value).toHaveProperty('a.a.a.a');
    expect(positions().offsetOf('/a'.repeat(800))).toBeGreaterThan(800);
  });
});
