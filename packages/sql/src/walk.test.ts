import { expect, it } from 'vitest';
import { only } from './testing/only.ts';
import { type Node, walk } from './walk.ts';

function collect<K extends Node['kind']>(text: string, kind: K): Node[] {
  const found: Node[] = [];
  walk(only(text, 'select'), (node) => {
    if (node.kind === kind) found.push(node);
  });
  return found;
}

it('walks into every corner, in the order of the text', () => {
  const text =
    'SELECT a, f(b) FROM t JOIN u ON c = d WHERE e IN (SELECT g FROM v) AND CASE WHEN h THEN i END ORDER BY j';
  expect(collect(text, 'column').map((node) => (node.kind === 'column' ? node.name : ''))).toEqual([
    ...'abcdeghij',
  ]);
});

it('walks long lists and deep trees', () => {
  expect(collect(`SELECT ${'a, '.repeat(200_000)}a`, 'column')).toHaveLength(200_001);
  expect(collect(`SELECT a${' + a'.repeat(900)}`, 'column')).toHaveLength(901);
});
