import { describe, expect, it } from 'vitest';
import { print } from '../print/print.ts';
import { parse } from './parse.ts';

/** So long that anything quadratic runs into the test's time limit, and recursion without limit into the stack's. */
const MEGABYTE = 1_000_000;
const LONG = MEGABYTE / 5;

const long = (piece: string, length = LONG): string => piece.repeat(length / piece.length);

const alone = [
  ...['/**/', '-- required,\n', '{{', '{{ { }} ', '{', ';', 'a[', 'a.', '1e', 'SELECT ', 'DELETE FROM a\n'],
];
const inWhere = [
  ...['(', 'NOT ', '- ', 'a + ', 'a AND ', 'f(', 'a IN (', 'CASE ', 'a BETWEEN 1 AND ', 'EXISTS (SELECT '],
  ...['a = (SELECT b FROM ', 'a::b ', "'{{ a ' "],
];
const inJson = ['[', '{{', '"a": 1,', '\\"'];

const texts: [string, string][] = [
  ...['(', "'", '"', '/*', '--'].map((piece): [string, string] => [piece, long(piece, MEGABYTE)]),
  ...alone.map((piece): [string, string] => [piece, long(piece)]),
  ...inWhere.map((piece): [string, string] => [`WHERE ${piece}`, `SELECT a FROM b WHERE ${long(piece)}`]),
  ...inJson.map((piece): [string, string] => [
    `@@json ${piece}`,
    `EXEC a.b.c.d @@json='{"a": ${long(piece)}'`,
  ]),
  ['templates in a string', `SELECT '${long('{{ a ')}' }}`],
];

describe('a long text', () => {
  it.each(texts)('of %j neither hangs nor overflows the stack', (_name, text) => {
    const { statements } = parse(text);
    for (const statement of statements) expect(print(statement).length).toBeGreaterThan(0);
  });
});
