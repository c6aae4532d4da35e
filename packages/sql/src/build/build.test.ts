import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from '../parse/parse.ts';
import { print } from '../print/print.ts';
import { anyText } from '../testing/generated-names.ts';
import { meaning } from '../testing/meaning.ts';
import type { Statement } from '../tree/statement.ts';
import { buildDelete, buildExec, buildInsert, buildReplace, buildSelect, buildUpdate } from './statement.ts';
import { buildExpression, buildTemplate } from './value.ts';

const resource = 'okta.users.users';
const id = { name: 'id', value: '{{ id }}', required: true };
const limit = { name: 'limit', value: buildTemplate('limit') };

const built: [string, { given: Statement; want: string }][] = [
  [
    'SELECT',
    {
      given: buildSelect({ resource, columns: ['id', 'x5t#S256'], where: [id, limit] }),
      want: 'SELECT\nid,\n"x5t#S256"\nFROM okta.users.users\nWHERE id = \'{{ id }}\' -- required\nAND "limit" = {{ limit }}\n;',
    },
  ],
  ['SELECT of all', { given: buildSelect({ resource }), want: 'SELECT\n*\nFROM okta.users.users\n;' }],
  [
    'INSERT',
    {
      given: buildInsert({ resource, columns: [id, { name: 'active', value: true }], returning: ['id'] }),
      want: "INSERT INTO okta.users.users (\nid,\nactive\n)\nSELECT\n'{{ id }}' /* required */,\nTRUE\nRETURNING\nid\n;",
    },
  ],
  [
    'UPDATE',
    {
      given: buildUpdate({ resource, set: [{ name: 'age', value: -1.5 }], where: [id] }),
      want: "UPDATE okta.users.users\nSET\nage = -1.5\nWHERE\nid = '{{ id }}' --required\n;",
    },
  ],
  [
    'REPLACE',
    {
      given: buildReplace({ resource, set: [], where: [id] }),
      want: "REPLACE okta.users.users\nSET\n-- No updatable properties\nWHERE\nid = '{{ id }}' --required\n;",
    },
  ],
  [
    'DELETE',
    {
      given: buildDelete({ resource: ['okta', 'a.b', 'c'], where: [{ name: 'If-Match', value: null }] }),
      want: 'DELETE FROM okta."a.b".c\nWHERE "If-Match" = NULL\n;',
    },
  ],
  [
    'EXEC',
    {
      given: buildExec({ resource, method: 'activate', arguments: [id, limit], json: '{ "a": "it\'s" }' }),
      want: "EXEC okta.users.users.activate\n@id='{{ id }}', --required\n@limit={{ limit }}\n@@json=\n'{ \"a\": \"it''s\" }'\n;",
    },
  ],
];

describe('statements from plain data', () => {
  it.each(built)('make %s', (_name, { given, want }) => {
    expect(print(given)).toBe(want);
  });

  it.each(built)('equal what is read: %s', (_name, { given, want }) => {
    expect(meaning(parse(want).statements.map((read) => ({ ...read, set: null })))).toEqual(
      meaning([{ ...given, set: null }]),
    );
  });

  it('say nothing more than they were told', () => {
    const slot = fc.record({ name: anyText, value: fc.oneof(anyText, fc.double(), fc.boolean()) });
    fc.assert(
      fc.property(anyText, fc.array(slot, { minLength: 1, maxLength: 3 }), (name, slots) => {
        for (const given of [
          buildSelect({ resource: [name], columns: [name], where: slots }),
          buildInsert({ resource: [name], columns: slots, returning: [name] }),
          buildUpdate({ resource: [name], set: slots, where: slots }),
          buildExec({ resource: [name], method: name, arguments: slots, json: name }),
        ]) {
          const { statements, problems } = parse(print(given));
          expect(problems).toEqual([]);
          expect(meaning(statements)).toEqual(meaning([given]));
        }
      }),
      { seed: 1, numRuns: 300 },
    );
  });

  it('write numbers that SQL has no form for as NULL', () => {
    expect(buildExpression(Number.POSITIVE_INFINITY)).toMatchObject({ kind: 'constant', value: null });
    expect(buildExpression(1e21)).toMatchObject({ kind: 'number', text: '1e+21' });
  });
});
