import { describe, expect, it } from 'vitest';
import type { PageIgnore } from '../page/ignore.ts';
import type { IgnoreRule } from '../provider/config.ts';
import { diagnose } from './diagnose.ts';
import type { Subject } from './diagnostic.ts';
import { type SettleOptions, settle } from './settle.ts';
import type { Severity } from './severity.ts';

const PLAIN: SettleOptions = {
  locate: ({ file, pointer }) => ({ file, line: pointer.length + 1, column: 3 }),
  severity: {},
  ignore: [],
};

function missing(name: string, file = 'a.md', line = 1, subject: Subject = {}) {
  return diagnose({
    code: 'param-missing-from-page',
    args: { method: 'get_user', name, in: 'path', operation: 'GET /users/{id}' },
    at: { file, line, column: 1 },
    subject,
  });
}

describe('settle', () => {
  it('sorts by file, line, column, code and message, by code unit', () => {
    const drafts = [
      missing('b', 'b.md'),
      missing('a', 'a.md', 10),
      missing('a', 'a.md', 9),
      missing('a', 'B.md'),
    ];
    const { diagnostics } = settle(drafts, PLAIN);
    expect(diagnostics.map(({ source }) => `${source.file}:${source.line}`)).toEqual([
      'B.md:1',
      'a.md:9',
      'a.md:10',
      'b.md:1',
    ]);
  });

  it('gives the same answer whatever the order of the drafts', () => {
    const drafts = [missing('b'), missing('a'), missing('c', 'c.md')];
    expect(settle(drafts.toReversed(), PLAIN)).toEqual(settle(drafts, PLAIN));
  });

  it('merges equal findings', () => {
    expect(settle([missing('a'), missing('b'), missing('a')], PLAIN).diagnostics).toHaveLength(2);
  });

  it('looks places in a spec up, related ones too', () => {
    const draft = diagnose({
      code: 'input-not-found',
      args: { path: 'x', option: 'x' },
      at: { file: 'openapi.yaml', pointer: '/paths' },
      related: [{ message: 'here', place: { file: 'openapi.yaml', pointer: '' } }],
    });
    const [diagnostic] = settle([draft], PLAIN).diagnostics;
    expect(diagnostic?.source).toEqual({ file: 'openapi.yaml', line: 7, column: 3 });
    expect(diagnostic?.related).toEqual([
      { message: 'here', source: { file: 'openapi.yaml', line: 1, column: 3 } },
    ]);
  });

  const severities: [string, { given: SettleOptions['severity']; want: Severity | null }][] = [
    ["the catalogue's", { given: {}, want: 'error' }],
    ["the setting's", { given: { 'param-missing-from-page': 'info' }, want: 'info' }],
    ['off', { given: { 'param-missing-from-page': 'off' }, want: null }],
    ["another code's", { given: { 'input-not-found': 'off' }, want: 'error' }],
  ];
  it.each(severities)('gives the severity: %s', (_, { given, want }) => {
    const { diagnostics, silenced } = settle([missing('id')], { ...PLAIN, severity: given });
    expect(diagnostics[0]?.severity ?? null).toBe(want);
    expect(silenced).toBe(want === null ? 1 : 0);
  });

  const subject = { resource: 'okta.users.users', method: 'get_user', name: 'id' };
  const rules: [string, { given: Omit<IgnoreRule, 'reason'>; want: boolean }][] = [
    ['the code alone', { given: { code: 'param-missing-from-page' }, want: true }],
    ['another code', { given: { code: 'optional-param-missing-from-page' }, want: false }],
    ['any code', { given: { code: '*' }, want: true }],
    ['a code by its start', { given: { code: 'param-*' }, want: true }],
    ['the resource', { given: { code: '*', resource: 'okta.users.users' }, want: true }],
    ['resources by a wildcard', { given: { code: '*', resource: 'okta.*.users' }, want: true }],
    ['a dot that is only a dot', { given: { code: '*', resource: 'okta.users-users' }, want: false }],
    ['part of a name', { given: { code: '*', method: 'get' }, want: false }],
    ['all members at once', { given: { code: '*', method: 'get_user', name: 'limit' }, want: false }],
  ];
  it.each(rules)('silences by %s', (_, { given, want }) => {
    const draft = missing('id', 'a.md', 1, subject);
    const { silenced } = settle([draft], { ...PLAIN, ignore: [{ ...given, reason: 'known' }] });
    expect(silenced === 1).toBe(want);
  });

  const at = (line: number, column: number) => ({ file: 'a.md', line, column });
  const comment = (scope: PageIgnore['scope'], code = 'param-*'): PageIgnore => ({
    code: { value: code, source: at(1, 1) },
    reason: 'known',
    scope,
  });
  const comments: [string, { given: PageIgnore; want: boolean }][] = [
    ['its page', { given: comment('page'), want: true }],
    ['its page, for another code', { given: comment('page', 'field-*'), want: false }],
    ['the lines around it', { given: comment({ start: at(1, 9), end: at(3, 1) }), want: true }],
    ['what starts at its place', { given: comment({ start: at(2, 1), end: at(2, 2) }), want: true }],
    ['what starts behind it', { given: comment({ start: at(2, 2), end: at(3, 1) }), want: false }],
    ['what ends at its place', { given: comment({ start: at(1, 1), end: at(2, 1) }), want: false }],
    ['nothing', { given: comment({ start: at(2, 1), end: at(2, 1) }), want: false }],
  ];
  it.each(comments)('silences by a comment that covers %s', (_, { given, want }) => {
    const { silenced, unused } = settle([missing('id', 'a.md', 2), missing('id', 'b.md', 2)], {
      ...PLAIN,
      comments: [given],
    });
    expect(silenced === 1).toBe(want);
    expect(unused.comments).toEqual(want ? [] : [given]);
  });

  it('tells which rules and comments silenced nothing; two that silence the same are both of use', () => {
    const ignore = ['field-*', 'param-*', '*'].map((code) => ({ code, reason: 'known' }));
    const given = [comment('page'), comment('page', 'field-*')];
    const settled = settle([missing('id')], {
      ...PLAIN,
      severity: { 'param-missing-from-page': 'off' },
      ignore,
      comments: given,
    });
    expect(settled.unused).toEqual({ rules: [0], comments: [given[1]] });
    expect(settled.silenced).toBe(1);
  });

  it('does not silence what stands in the spec by a comment of a page', () => {
    const draft = diagnose({
      code: 'input-not-found',
      args: { path: 'x', option: 'x' },
      at: { file: 'a.md', pointer: '' },
    });
    const around = comment({ start: at(1, 1), end: at(9, 1) }, '*');
    expect(settle([draft], { ...PLAIN, comments: [around] }).silenced).toBe(0);
  });

  it('does not silence a finding without the member that a rule names', () => {
    const ignore = [{ code: '*', resource: 'okta.*', reason: 'known' }];
    expect(settle([missing('id')], { ...PLAIN, ignore }).diagnostics).toHaveLength(1);
  });
});
