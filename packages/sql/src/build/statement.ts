import { jsonMembers } from '../parse/json-members.ts';
import type { Expression } from '../tree/expression.ts';
import type { Resource } from '../tree/name.ts';
import type { Comment, Item, Span } from '../tree/node.ts';
import type { Condition, Query, SelectItem } from '../tree/query.ts';
import type {
  Assignment,
  DeleteStatement,
  ExecStatement,
  InsertStatement,
  JsonArgument,
  ReplaceStatement,
  SelectStatement,
  UpdateStatement,
} from '../tree/statement.ts';
import { EMPTY_QUERY } from './query.ts';
import { buildColumn, buildExpression, buildIdentifier, buildString, NOWHERE, type Value } from './value.ts';

/** A parameter or field and what it is given. */
export interface Slot {
  readonly name: string;
  readonly value: Value;
  /** It is to be marked as required. */
  readonly required?: boolean;
}

/** `okta.users.users`, or its parts where one holds a dot. */
export type ResourceName = string | readonly string[];

const UNMARKED: Pick<Item, 'required' | 'comments'> = { required: null, comments: [] };
const BARE = { hints: [], comments: [], ...NOWHERE } as const;
const MARK: Comment = { style: 'line', text: 'required', place: 'after', ...NOWHERE };

function notesOf({ required = false }: Slot): typeof UNMARKED & Span {
  return { ...UNMARKED, required: required ? MARK : null, ...NOWHERE };
}

function buildResource(name: ResourceName): Resource {
  const parts = typeof name === 'string' ? name.split('.') : name;
  return { kind: 'resource', parts: parts.map(buildIdentifier), name: parts.join('.'), ...NOWHERE };
}

function buildConditions(slots: readonly Slot[]): readonly Condition[] {
  return slots.map((slot) => ({
    kind: 'condition',
    expression: {
      kind: 'binary',
      operator: '=',
      left: buildColumn(slot.name),
      right: buildExpression(slot.value),
      ...NOWHERE,
    },
    ...notesOf(slot),
  }));
}

function buildSelectItem(expression: Expression): SelectItem {
  return { kind: 'select-item', expression, alias: null, ...UNMARKED, ...NOWHERE };
}

function buildReturning(names: readonly string[]): readonly SelectItem[] {
  return names.map((name) => buildSelectItem(buildColumn(name)));
}

/** `SELECT … FROM resource WHERE …`; without columns, `*`. */
export function buildSelect(data: {
  readonly resource: ResourceName;
  readonly columns?: readonly string[];
  readonly where?: readonly Slot[];
}): SelectStatement {
  const { resource, columns = [], where = [] } = data;
  const star: Expression = { kind: 'star', qualifier: [], ...NOWHERE };
  const items = columns.length === 0 ? [buildSelectItem(star)] : buildReturning(columns);
  const source = buildResource(resource);
  const table = {
    kind: 'from-item',
    join: null,
    source,
    alias: null,
    on: [],
    using: [],
    ...NOWHERE,
  } as const;
  const query: Query = { ...EMPTY_QUERY, columns: items, from: [table], where: buildConditions(where) };
  return { kind: 'select', query, ...BARE };
}

/** `INSERT INTO resource (names) SELECT values RETURNING …`. */
export function buildInsert(data: {
  readonly resource: ResourceName;
  readonly columns: readonly Slot[];
  readonly returning?: readonly string[];
}): InsertStatement {
  const { resource, columns, returning = [] } = data;
  const values = columns.map((slot) => ({
    ...buildSelectItem(buildExpression(slot.value)),
    ...notesOf(slot),
  }));
  return {
    kind: 'insert',
    ignore: false,
    resource: buildResource(resource),
    columns: columns.map(({ name }) => ({
      kind: 'insert-column',
      column: buildColumn(name),
      ...UNMARKED,
      ...NOWHERE,
    })),
    source: { ...EMPTY_QUERY, columns: values },
    returning: buildReturning(returning),
    ...BARE,
  };
}

/** What `UPDATE` and `REPLACE` are made from. Without assignments the clause says that there is nothing to set. */
export interface SetData {
  readonly resource: ResourceName;
  readonly set: readonly Slot[];
  readonly where?: readonly Slot[];
  readonly returning?: readonly string[];
}

/** `UPDATE resource SET … WHERE … RETURNING …`. */
export function buildUpdate(data: SetData): UpdateStatement {
  return { kind: 'update', ...buildSet(data) };
}

/** `REPLACE resource SET … WHERE … RETURNING …`. */
export function buildReplace(data: SetData): ReplaceStatement {
  return { kind: 'replace', ...buildSet(data) };
}

function buildSet({ resource, set, where = [], returning = [] }: SetData): Omit<UpdateStatement, 'kind'> {
  const assignments = set.map((slot): Assignment => {
    const column = buildColumn(slot.name);
    return { kind: 'assignment', column, value: buildExpression(slot.value), ...notesOf(slot) };
  });
  return {
    resource: buildResource(resource),
    set: { kind: 'set', assignments, comments: [], ...NOWHERE },
    where: buildConditions(where),
    returning: buildReturning(returning),
    ...BARE,
  };
}

/** `DELETE FROM resource WHERE … RETURNING …`. */
export function buildDelete(data: {
  readonly resource: ResourceName;
  readonly where?: readonly Slot[];
  readonly returning?: readonly string[];
}): DeleteStatement {
  const { resource, where = [], returning = [] } = data;
  return {
    kind: 'delete',
    resource: buildResource(resource),
    where: buildConditions(where),
    returning: buildReturning(returning),
    ...BARE,
  };
}

/** `EXEC resource.method @name=… @@json='…'`. */
export function buildExec(data: {
  readonly resource: ResourceName;
  readonly method: string;
  readonly arguments?: readonly Slot[];
  /** A JSON text, templates in it quoted or bare. */
  readonly json?: string;
}): ExecStatement {
  const { resource, method, arguments: slots = [], json } = data;
  return {
    kind: 'exec',
    resource: buildResource(resource),
    method: buildIdentifier(method),
    arguments: slots.map((slot) => ({
      kind: 'argument',
      column: buildColumn(slot.name),
      value: buildExpression(slot.value),
      ...notesOf(slot),
    })),
    json: json === undefined ? null : buildJson(json),
    ...BARE,
  };
}

function buildJson(text: string): JsonArgument {
  const members = jsonMembers(text.replaceAll("'", "''"), -1);
  return { kind: 'json-argument', value: buildString(text), members, ...UNMARKED, ...NOWHERE };
}
