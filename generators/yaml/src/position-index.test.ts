import { describe, expect, test } from 'vitest';
import { linesOf } from './lines.ts';
import { parseText } from './parse-text.ts';

/** The place of a pointer in a text, `line:column`. */
function locate(text: string, pointer: string): string {
  const parsed = parseText(text);
  if ('problem' in parsed) throw new Error(parsed.reason);
  const { line, column } = linesOf(text).at(parsed.positions().offsetOf(pointer));
  return `${line}:${column}`;
}

const BLOCK = `# A comment.
openapi: 3.1.0
info:
  title: Library
paths:
  /books/{isbn}:
    get:
      tags:
        - books
        -   lending
      parameters:
      - name: isbn
        in: path
`;

describe('the place of a mapping entry is its key, of a sequence item its start', () => {
  test.each<[string, string]>([
    ['', '2:1'],
    ['/openapi', '2:1'],
    ['/info/title', '4:3'],
    ['/paths/~1books~1{isbn}', '6:3'],
    ['/paths/~1books~1{isbn}/get/tags', '8:7'],
    ['/paths/~1books~1{isbn}/get/tags/0', '9:11'],
    ['/paths/~1books~1{isbn}/get/tags/1', '10:13'],
    ['/paths/~1books~1{isbn}/get/parameters/0', '12:9'],
    ['/paths/~1books~1{isbn}/get/parameters/0/in', '13:9'],
  ])('%s', (pointer, want) => {
    expect(locate(BLOCK, pointer)).toBe(want);
    expect(locate(BLOCK.replaceAll('\n', '\r\n'), pointer)).toBe(want);
  });
});

describe('the place of what is written otherwise', () => {
  test.each<[string, { text: string; pointer: string; want: string }]>([
    ['flow style', { text: 'a: { b: [1, {c: 2}] }', pointer: '/a/b/1/c', want: '1:14' }],
    ['a key in single quotes', { text: "a:\n  'b': 1", pointer: '/a/b', want: '2:3' }],
    ['a key in double quotes', { text: 'a:\n  "b": 1', pointer: '/a/b', want: '2:3' }],
    ['an escape in a quoted key', { text: '"a\\u0062": 1', pointer: '/ab', want: '1:1' }],
    ['a doubled quote in a key', { text: "x: 1\n'a''b': 1", pointer: "/a'b", want: '2:1' }],
    ['a slash and a tilde in a key', { text: 'x: 1\na/b~c: 1', pointer: '/a~1b~0c', want: '2:1' }],
    ['a number as key', { text: 'a:\n  200: x', pointer: '/a/200', want: '2:3' }],
    ['an explicit key', { text: '? a\n: ? b\n  : 1', pointer: '/a/b', want: '2:5' }],
    ['a key behind a tag and an anchor', { text: 'a: 1\n!!str &k b: 1', pointer: '/b', want: '2:10' }],
    ['no BMP character before the key', { text: 'a: {"\u{1f600}": 1, b: 2}', pointer: '/a/b', want: '1:14' }],
    ['a block scalar before the key', { text: 'a: |\n  x: 1\n\n  y\nb: 1', pointer: '/b', want: '5:1' }],
    ['an entry without a value', { text: 'a:\nb:', pointer: '/b', want: '2:1' }],
    ['an empty item', { text: 'a:\n  -\n  - 1', pointer: '/a/0', want: '1:1' }],
    ['`__proto__`', { text: 'a: 1\n__proto__:\n  b: 1', pointer: '/__proto__/b', want: '3:3' }],
    ['the later of two equal keys', { text: 'a: 1\na: 2', pointer: '/a', want: '2:1' }],
    ['through an alias', { text: 'a: &x\n  b: 1\nc: *x', pointer: '/c/b', want: '2:3' }],
    ['through a merge key', { text: 'a: &x\n  b: 1\nc:\n  <<: *x\n  d: 1', pointer: '/c/b', want: '2:3' }],
    [
      'through a list of merged mappings',
      { text: 'a: [&x { b: 1 }, &y { c: 1 }]\nd:\n  <<: [*x, *y]', pointer: '/d/c', want: '1:23' },
    ],
    ['past a directive', { text: '%YAML 1.2\n---\na: 1', pointer: '/a', want: '3:1' }],
    ['JSON', { text: '{\n\t"a": {\n\t\t"b": [ 1,\n 2 ]\n\t}\n}', pointer: '/a/b/1', want: '4:2' }],
    [
      'JSON with escapes in a key',
      { text: '{"a": "\\\\", "b\\"\\\\": {"c": 1}}', pointer: '/b"\\/c', want: '1:23' },
    ],
    [
      'JSON with brackets in strings',
      { text: '{"a": "{[\\"", "b": [1e3, null, {}]}', pointer: '/b/2', want: '1:32' },
    ],
    [
      'JSON, where `<<` is a key like any other',
      { text: '{"a": {"<<": {"b": 1}, "c": 1}}', pointer: '/a/b', want: '1:2' },
    ],
    [
      'JSON with characters that YAML does not allow',
      { text: '{"a": "\u007f\u0085", "b": 1}', pointer: '/b', want: '1:13' },
    ],
    ['JSON on one line', { text: '{"a":{"b":[{"c":1}]}}', pointer: '/a/b/0/c', want: '1:13' }],
  ])('%s', (_name, { text, pointer, want }) => {
    expect(locate(text, pointer)).toBe(want);
  });
});

test('mappings merged by many ways are searched once', () => {
  const merges = Array.from({ length: 60 }, (_, i) => `a${i + 1}: &a${i + 1} { <<: [*a${i}, *a${i}] }`);
  expect(locate(`a0: &a0 {}\n${merges.join('\n')}`, '/a60/nowhere')).toBe('61:1');
});

describe('a pointer to nothing leads to the nearest node around it', () => {
  test.each<[string, string]>([
    ['/info/version', '3:1'],
    ['/info/title/deeper', '4:3'],
    ['/nowhere/at/all', '2:1'],
    ['/paths/~1books~1{isbn}/get/tags/7', '8:7'],
    ['/paths/~1books~1{isbn}/get/tags/x', '8:7'],
  ])('%s', (pointer, want) => {
    expect(locate(BLOCK, pointer)).toBe(want);
  });
});
