import { describe, expect, it } from 'vitest';
import { only } from '../testing/only.ts';

const text = `EXEC okta.users.factors.verify_factor 
@userId='{{ userId }}'--required, 
@User-Agent='{{ User-Agent }}', 
@strict={{ strict }} --required 
@@json=
'{
"passCode": "{{ passCode }}", 
"it''s": {{ count }},
"profile": { "a": [1, {"b": 2}], "c": "},{" }
}'
;`;

describe('EXEC', () => {
  const exec = only(text, 'exec');

  it('tells the method from its resource', () => {
    expect(exec.resource).toMatchObject({ name: 'okta.users.factors', start: 5, end: 23 });
    expect(exec.method).toMatchObject({ name: 'verify_factor', start: 24, end: 37 });
  });

  it('reads arguments, whichever commas their marks swallowed', () => {
    expect(exec.arguments.map(({ column, required }) => [column.name, required !== null])).toEqual([
      ['userId', true],
      ['User-Agent', false],
      ['strict', true],
    ]);
  });

  it('reads names with dots, brackets and quotes', () => {
    const { arguments: list } = only('EXEC a.b.c.d @x.y=1, @ids[]=2, @"a b"=3, @limit=4', 'exec');
    expect(list.map(({ column }) => column.name)).toEqual(['x.y', 'ids[]', 'a b', 'limit']);
  });

  it('keeps the body as text, and finds its members where they stand', () => {
    const members = exec.json?.members ?? [];
    expect(members.map(({ name, value }) => [name, value.text])).toEqual([
      ['passCode', '"{{ passCode }}"'],
      ["it's", '{{ count }}'],
      ['profile', '{ "a": [1, {"b": 2}], "c": "},{" }'],
    ]);
    expect(members.map(({ start, end }) => text.slice(start, end))).toEqual(['passCode', "it''s", 'profile']);
    expect(members.map(({ value }) => text.slice(value.start, value.end))[1]).toBe('{{ count }}');
    expect(exec.json?.value).toMatchObject({ kind: 'string', start: text.indexOf("'{\n") });
  });

  it('reads a body that is one template', () => {
    expect(only('EXEC a.b.c.d @@json={{ body }}', 'exec').json).toMatchObject({
      value: { kind: 'template', name: 'body' },
      members: [],
    });
  });

  it('reads a method without arguments, and a hint', () => {
    const { arguments: list, hints } = only('EXEC /*+ SHOWRESULTS */ a.b.c.d;', 'exec');
    expect(list).toEqual([]);
    expect(hints).toEqual([{ text: 'SHOWRESULTS', place: 'after', start: 5, end: 23 }]);
  });
});
