import { describe, expect, it } from 'vitest';
import { testProvider } from '../testing/provider.ts';

const users = ['ada-1', 'bob', 'vm12'].map((id) => ({
  id,
  login: `${id}@x.test`,
  profile: { b: [1, 2], a: id },
}));
const computed = async (expression: string): Promise<unknown> => {
  const [row] = await testProvider().rows(`SELECT ${expression} AS value`);
  return Object.values(row ?? {})[0];
};

describe('a function of StackQL', () => {
  it.each<[string, unknown]>([
    ["regexp_like('vm12', '^vm[0-9]+$')", 1],
    ["regexp_like('test', 'vm[0-9]+')", 0],
    ["'vm12' REGEXP 'm1'", 1],
    ["'vm12' NOT REGEXP 'm1'", 0],
    ["regexp_like(NULL, 'a')", null],
    ["regexp_substr('20.04.2022 and 16.04', '[0-9][0-9]\\.[0-9][0-9]')", '20.04'],
    ["regexp_substr('none', '[0-9]')", null],
    ["regexp_substr(9007199254740993, '99.$')", '993'],
    ["regexp_replace('2022-09-14T10:00', 'T.*', '')", '2022-09-14'],
    ["regexp_replace('a1b22', '([a-z])(\\d)?', '<\\2\\1\\9\\\\$1>')", '<1a\\$1><2b\\$1>2'],
    ["regexp_replace('ab', 'x*', '-')", '-a-b-'],
    ["regexp_replace('é😀x', '.', '_')", '___'],
    ["split_part('/a/b/c', '/', 3)", 'b'],
    ["split_part('/a/b/c', '/', -1)", 'c'],
    ["split_part('a, b', ', ', 2)", 'b'],
    ["split_part('a,b', ',', 9)", ''],
    ["split_part('a,b', '', 1)", 'a,b'],
    [`json_equal('{"a": 1, "b": [1.0]}', '{"b":[1],"a":1}')`, 1],
    ["json_equal('[1, 2]', '[2, 1]')", 0],
    [`json_equal('{"a": 1}', '{"a": 1, "b": null}')`, 0],
    [`json_equal('{"__proto__": 1}', '{"constructor": 1}')`, 0],
    ["json_equal('9007199254740993', '9007199254740992')", 0],
    ["json_equal(NULL, '[]')", null],
  ])('%s', async (expression, want) => {
    expect(await computed(expression)).toBe(want);
  });

  it('takes the columns of rows, which stream past it', async () => {
    const { rows, requests } = testProvider({ users });
    const text = `SELECT split_part(login, '@', 1) AS name FROM acme.people.users
      WHERE id REGEXP '[0-9]' AND json_equal(profile, '{"a": "ada-1", "b": [1, 2]}') LIMIT 1`;
    expect(await rows(text)).toEqual([{ name: 'ada-1' }]);
    expect(requests()).toEqual(['GET /users']);
  });

  it.each([
    ["SELECT 1, regexp_like('a', '[')", 1, 11, '`[` is no pattern: missing closing ]: `[`.'],
    ["SELECT 'a' REGEXP '(?=a)'", 1, 8, '`(?=a)` is no pattern: invalid or unsupported Perl syntax: `(?=`.'],
    ["SELECT\n split_part('a', 'b', 0)", 2, 2, '`split_part` takes a whole number other than 0, not 0.'],
    ["SELECT json_equal('{', '{}')", 1, 8, '`json_equal` takes JSON, and `{` is none.'],
    ["SELECT split_part('a', 'b')", 1, 8, '`split_part` takes another number of arguments.'],
  ])('%s is refused where it stands', async (text, line, column, message) => {
    await expect(testProvider().rows(text)).rejects.toMatchObject({ code: 'query', message, line, column });
  });

  it('takes no longer for a pattern that would make others backtrack', async () => {
    expect(await computed(`regexp_like('${'a'.repeat(50_000)}b', '^(a+)+$')`)).toBe(0);
  });
});
