import fc from 'fast-check';
import { EMPTY_QUERY } from '../build/query.ts';
import { buildString, buildTemplate, NOWHERE } from '../build/value.ts';
import { jsonMembers } from '../parse/json-members.ts';
import type { Hint } from '../tree/node.ts';
import type { JsonArgument, Statement } from '../tree/statement.ts';
import { anyColumn, anyComment, anyIdentifier, anyNotes, anyResource, anyText } from './generated-names.ts';
import { anyCondition, anyExpression, anyQuery, anySelectItem, few } from './generated-queries.ts';

const around = {
  hints: fc
    .tuple(few(fc.constantFrom('create', 'AWAIT')), few(fc.constantFrom('SHOWRESULTS')))
    .map(([before, after]): Hint[] => [
      ...before.map((text) => ({ text, place: 'before' as const, ...NOWHERE })),
      ...after.map((text) => ({ text, place: 'after' as const, ...NOWHERE })),
    ]),
  comments: few(anyComment),
  start: fc.constant(-1),
  end: fc.constant(-1),
};
const clauses = { resource: anyResource, where: few(anyCondition), returning: few(anySelectItem) };

const insertColumn = fc
  .tuple(anyColumn, anyNotes)
  .map(([column, notes]) => ({ kind: 'insert-column' as const, column, ...notes }));
const rowValue = fc
  .tuple(anyExpression, anyNotes)
  .map(([expression, notes]) => ({ kind: 'row-value' as const, expression, ...notes }));
const row = few(rowValue).map((values) => ({ kind: 'row' as const, values, ...NOWHERE }));
const values = few(row, 1).map((rows) => ({ kind: 'values' as const, rows, ...NOWHERE }));
const insert = fc.oneof(
  fc.record({ columns: few(insertColumn, 1), source: fc.oneof(anyQuery, values) }),
  fc.record({ columns: fc.constant([]), source: fc.oneof(anyQuery, values, fc.constant(EMPTY_QUERY)) }),
);

const assignment = fc
  .tuple(anyColumn, anyExpression, anyNotes)
  .map(([column, value, notes]) => ({ kind: 'assignment' as const, column, value, ...notes }));
const set = few(assignment).map((assignments) => ({
  kind: 'set' as const,
  assignments,
  comments: [],
  ...NOWHERE,
}));

const argument = fc
  .tuple(anyColumn, anyExpression, anyNotes)
  .map(([column, value, notes]) => ({ kind: 'argument' as const, column, value, ...notes }));
const jsonText = fc.oneof(
  anyText,
  fc.json(),
  fc.constant('{ "a": {{ a }}, "it\'s": "{{ b }}", "c": [1, {"d": 2}] }'),
);
const json: fc.Arbitrary<JsonArgument> = fc
  .tuple(fc.oneof(jsonText.map(buildString), fc.constant(buildTemplate('body'))), anyNotes)
  .map(([value, notes]) => {
    const members = value.kind === 'string' ? jsonMembers(value.value.replaceAll("'", "''"), -1) : [];
    return { kind: 'json-argument', value, members, ...notes };
  });

/** Statements of every kind, whatever their names, values and comments hold. */
export const anyStatement: fc.Arbitrary<Statement> = fc.oneof(
  fc.record({ kind: fc.constant('select' as const), query: anyQuery, ...around }),
  fc
    .tuple(
      insert,
      fc.record({ ignore: fc.boolean(), resource: anyResource, returning: clauses.returning, ...around }),
    )
    .map(([data, rest]) => ({ kind: 'insert' as const, ...data, ...rest })),
  fc.record({ kind: fc.constantFrom('update', 'replace'), set, ...clauses, ...around }),
  fc.record({ kind: fc.constant('delete' as const), ...clauses, ...around }),
  fc.record({
    kind: fc.constant('exec' as const),
    resource: anyResource,
    method: anyIdentifier,
    arguments: few(argument),
    json: fc.option(json),
    ...around,
  }),
  fc.record({
    kind: fc.constant('show' as const),
    extended: fc.boolean(),
    what: fc.constantFrom('PROVIDERS', 'SERVICES', 'RESOURCES', 'METHODS', 'VERSION'),
    scope: fc.option(anyResource),
    like: fc.option(anyExpression),
    where: few(anyCondition),
    ...around,
  }),
  fc.record({
    kind: fc.constant('describe' as const),
    method: fc.boolean(),
    extended: fc.boolean(),
    resource: anyResource,
    ...around,
  }),
  fc.record({
    kind: fc.constant('registry' as const),
    action: fc.constant('PULL' as const),
    provider: anyIdentifier,
    version: fc.oneof(fc.constantFrom(null, 'v24.09.00264', 'v1.2.3.4'), anyText),
    ...around,
  }),
);
