import { parse } from '@plumbline/sql';
import { describe, expect, it } from 'vitest';
import { restoreLines } from './statement-lines.ts';

const statements: readonly (readonly [string, string])[] = [
  ['a SELECT', "SELECT\nid,\nname\nFROM acme.a.b\nWHERE x = '{{ x }}' -- required\nAND y = '{{ y }}';"],
  [
    'an INSERT',
    "INSERT INTO acme.a.b (\ndata__name,\nx\n)\nSELECT \n'{{ name }}' /* required */,\n'{{ x }}'\nRETURNING\nid,\nname\n;",
  ],
  [
    'an UPDATE',
    "UPDATE acme.a.b\nSET \ndata__name = '{{ name }}',\nok = {{ ok }}\nWHERE \nx = '{{ x }}' --required\nRETURNING\nid;",
  ],
  ['a DELETE', "DELETE FROM acme.a.b\nWHERE x = '{{ x }}' --required\nAND y = '{{ y }}' --required\n;"],
  ['an EXEC', "EXEC acme.a.b.run \n@x='{{ x }}' --required, \n@y={{ y }}\n;"],
];

/** What a statement says, without its layout and its places. */
const tree = (sql: string) =>
  JSON.stringify(parse(sql).statements, (key, value) =>
    ['start', 'end', 'comments'].includes(key) ? undefined : value,
  );

describe('a statement whose line ends are lost', () => {
  it.each(statements)('says what it said: %s', (_, sql) => {
    const restored = restoreLines(sql.replaceAll('\n', ''));
    expect(parse(restored).problems).toEqual([]);
    expect(tree(restored)).toBe(tree(sql));
  });

  it.each(statements)('stays as it is where they are not: %s', (_, sql) => {
    expect(restoreLines(sql)).toBe(sql);
  });
});
