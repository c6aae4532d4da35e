import { describe, expect, it } from 'vitest';
import { jsonMembers } from './json-members.ts';

const cases: [string, { given: string; want: string[] }][] = [
  ['nothing', { given: '', want: [] }],
  ['an empty object', { given: ' { } ', want: [] }],
  ['an array', { given: '["a"]', want: [] }],
  ['a template', { given: '{{ body }}', want: [] }],
  ['members', { given: '{"a": 1, "b": {"c": 2}, "d": []}', want: ['a', 'b', 'd'] }],
  ['bare templates', { given: '{"a": {{ a }}, "b": [{{ b }}, {{ c }}]}', want: ['a', 'b'] }],
  ['a template with commas', { given: '{"a": {{ f(x, y) }}, "b": 1}', want: ['a', 'b'] }],
  ['escapes', { given: '{"a\\"b": "\\\\", "__proto__": ""}', want: ['a\\"b', '__proto__'] }],
  ['what is broken, up to there', { given: '{"a": 1, b: 2}', want: ['a'] }],
  ['what is cut off', { given: '{"a": 1, "b": "', want: ['a', 'b'] }],
];

describe('jsonMembers', () => {
  it.each(cases)('finds the keys of %s', (_name, { given, want }) => {
    expect(jsonMembers(given, 0).map(({ name }) => name)).toEqual(want);
  });

  it('counts from the offset, and nowhere for a negative one', () => {
    expect(jsonMembers('{"a": 1}', 10)[0]).toMatchObject({
      start: 12,
      end: 13,
      value: { start: 16, end: 17 },
    });
    expect(jsonMembers('{"a": 1}', -1)[0]).toMatchObject({
      start: -1,
      end: -1,
      value: { start: -1, end: -1 },
    });
  });
});
