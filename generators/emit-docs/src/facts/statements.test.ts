import type { Method } from '@plumbline/model';
import { parse } from '@plumbline/sql';
import { describe, expect, it } from 'vitest';
import { body, field, method, param, resource } from '../sample-model.ts';
import { templateSql } from './statements.ts';

const sqlOf = (one: Method): string => templateSql('acme', resource('tokens', [one]), one);
const id = param('id', { required: true });

/** What fixtures/resource.md does not show. */
const cases: [string, { given: Method; want: string }][] = [
  [
    'everything of a response that nobody describes',
    { given: method('list'), want: 'SELECT\n*\nFROM acme.things.tokens\n;' },
  ],
  [
    'a body in WHERE, where a verb has no other place',
    {
      given: method('revoke', { sqlVerb: 'delete', params: [id], body: body(field('reason')) }),
      want: "DELETE FROM acme.things.tokens\nWHERE id = '{{ id }}' --required\nAND reason = '{{ reason }}'\n;",
    },
  ],
  [
    'a body field apart from the parameter of its name',
    {
      given: method('add', { sqlVerb: 'insert', params: [id], body: body(field('id', { type: 'integer' })) }),
      want: "INSERT INTO acme.things.tokens (\ndata__id,\nid\n)\nSELECT\n{{ data__id }},\n'{{ id }}' /* required */\n;",
    },
  ],
  [
    'one name for two places',
    {
      given: method('get', { params: [param('id', { in: 'path', required: true }), param('id')] }),
      want: "SELECT\n*\nFROM acme.things.tokens\nWHERE id = '{{ id }}' -- required\n;",
    },
  ],
  [
    'numbers and booleans bare, objects and lists as text, in JSON as such',
    {
      given: method('run', {
        sqlVerb: 'exec',
        params: [param('n', { type: 'number' }), param('o', { type: 'object' })],
        body: body(field('list', { type: 'array' }), field('on', { type: 'boolean' })),
      }),
      want: `EXEC acme.things.tokens.run\n@n={{ n }},\n@o='{{ o }}'\n@@json=\n'{\n"list": {{ list }},\n"on": {{ on }}\n}'\n;`,
    },
  ],
  [
    'names that SQL would misread in quotes, and no more than a name in a template',
    {
      given: method('list', { params: [param(`a"b'}} c`)] }),
      want: `SELECT\n*\nFROM acme.things.tokens\nWHERE "a""b'}} c" = '{{ a_b____c }}'\n;`,
    },
  ],
];

describe('templateSql', () => {
  it.each(cases)('writes %s', (_name, { given, want }) => {
    expect(sqlOf(given)).toBe(want);
    expect(parse(sqlOf(given)).problems).toEqual([]);
  });
});

describe('a method that another would be chosen in place of', () => {
  const list = method('list', { fields: [field('id')] });
  const others: [string, { given: Method; hinted: boolean }][] = [
    ['takes as much', { given: method('search', { fields: [field('id')] }), hinted: true }],
    [
      'takes more than is given',
      { given: method('get', { params: [id], fields: [field('id')] }), hinted: false },
    ],
    ['has not the columns', { given: method('search', { fields: [field('name')] }), hinted: false }],
    ['is of another verb', { given: method('add', { sqlVerb: 'insert' }), hinted: false }],
    [
      'is deprecated, and so not chosen',
      { given: method('search', { deprecated: true, fields: [field('id')] }), hinted: false },
    ],
  ];
  it.each(others)('is named in a hint where the other %s', (_name, { given, hinted }) => {
    const sql = templateSql('acme', resource('tokens', [list, given]), list);
    expect(sql.startsWith('/*+ METHOD(list) */\n')).toBe(hinted);
    expect(parse(sql).problems).toEqual([]);
  });
});

describe('a body without members to name', () => {
  const whole = (required: boolean) => ({
    description: '',
    mediaType: 'application/json',
    schema: null,
    fields: [],
    required,
  });
  it.each([
    ['insert', "INSERT INTO acme.things.tokens (\nbody\n)\nSELECT\n'{{ body }}' /* required */\n;"],
    ['exec', "EXEC acme.things.tokens.run\n@@json=\n'{{ body }}'\n;"],
  ] as const)('is passed whole by %s', (sqlVerb, want) => {
    expect(sqlOf(method('run', { sqlVerb, body: whole(true) }))).toBe(want);
  });

  it('is left out where it need not be there', () => {
    expect(sqlOf(method('run', { sqlVerb: 'exec', body: whole(false) }))).toBe(
      'EXEC acme.things.tokens.run\n;',
    );
  });
});
