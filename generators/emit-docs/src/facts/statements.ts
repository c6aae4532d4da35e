import type { Field, JsonValue, Method, Param, Resource } from '@plumbline/model';
import {
  buildDelete,
  buildExec,
  buildInsert,
  buildReplace,
  buildSelect,
  buildTemplate,
  buildUpdate,
  print,
  type Slot,
  type Statement,
} from '@plumbline/sql';
import { bodyFields } from './body-fields.ts';
import { withMethodHint } from './method-hint.ts';

/** The values of a statement that people can run: of parameters by name, and of members of the body by wire name. */
export interface SqlValues {
  readonly params: ReadonlyMap<string, JsonValue>;
  readonly body: JsonValue | undefined;
}

/**
 * The statement of a method with all its parameters and body fields, templates in their places, the required ones
 * marked. `SELECT` and `DELETE` have no other place for body fields than `WHERE`.
 */
export function templateSql(provider: string, resource: Resource, method: Method): string {
  const slot = ({ name, type, required }: Param | Field): Slot => ({
    name,
    required,
    value: template(name, type),
  });
  const statement = statementOf([provider, resource.service, resource.name], method, {
    columns: method.fields.map(({ name }) => name),
    params: uniqueParams(method).map(slot),
    sent: [...bodyFields(method).map(slot), ...wholeBody(method)],
    json: jsonTemplate(method),
  });
  return print(withMethodHint(statement, resource, method));
}

/** Columns that a first look needs. */
const FEW_COLUMNS = 6;

/** The statement with what it needs, and values in it. */
export function filledSql(
  provider: string,
  resource: Resource,
  method: Method,
  { params, body }: SqlValues,
): string {
  const given = uniqueParams(method).flatMap(({ name }): Slot[] => {
    const value = params.get(name);
    return value === undefined ? [] : [{ name, value: sqlValue(value) }];
  });
  const named = bodyFields(method);
  const sent = (method.body?.fields ?? []).flatMap(({ wireName }, i): Slot[] => {
    const name = named[i]?.name;
    const value = typeof body === 'object' && body !== null ? ownMember(body, wireName) : undefined;
    return value === undefined || name === undefined ? [] : [{ name, value: sqlValue(value) }];
  });
  const plain = method.fields.filter(({ type }) => type !== 'object' && type !== 'array');
  const statement = statementOf([provider, resource.service, resource.name], method, {
    columns: firstColumns(plain, FEW_COLUMNS),
    returning: firstColumns(plain, 1),
    params: given,
    sent,
    json: body === undefined ? undefined : JSON.stringify(body, null, 2),
  });
  return print(withMethodHint(statement, resource, method));
}

/** What tells rows apart, and says most of one. */
const TELLING = ['id', 'name', 'login', 'email', 'displayname', 'label', 'title', 'key', 'status', 'type'];

/** The names of some fields: first those that tell most, then the others as they come. */
function firstColumns(fields: readonly Field[], count: number): readonly string[] {
  const rank = ({ name }: Field): number => {
    const place = TELLING.indexOf(name.replace(/[^a-z]/gi, '').toLowerCase());
    return place === -1 ? TELLING.length : place;
  };
  const sorted = fields.toSorted((a, b) => rank(a) - rank(b));
  return sorted.slice(0, count).map(({ name }) => name);
}

interface StatementParts {
  readonly columns: readonly string[];
  readonly returning?: readonly string[];
  readonly params: readonly Slot[];
  readonly sent: readonly Slot[];
  readonly json: string | undefined;
}

function statementOf(
  resource: readonly string[],
  { name, sqlVerb }: Method,
  { columns, returning = columns, params, sent, json }: StatementParts,
): Statement {
  switch (sqlVerb) {
    case 'select':
      return buildSelect({ resource, columns, where: [...params, ...sent] });
    case 'insert':
      return buildInsert({ resource, columns: [...sent, ...params], returning });
    case 'update':
      return buildUpdate({ resource, set: sent, where: params, returning });
    case 'replace':
      return buildReplace({ resource, set: sent, where: params, returning });
    case 'delete':
      return buildDelete({ resource, where: [...params, ...sent] });
    case 'exec':
      return buildExec({ resource, method: name, arguments: params, ...(json !== undefined && { json }) });
  }
}

/** A statement passes a name once, wherever the operation wants it. */
function uniqueParams({ params }: Method): readonly Param[] {
  return [...new Map(params.toReversed().map((one) => [one.name, one])).values()].toReversed();
}

function ownMember(value: object, key: string): JsonValue | undefined {
  return Object.hasOwn(value, key) ? (value as { readonly [name: string]: JsonValue })[key] : undefined;
}

/** Lists and objects are passed as JSON. */
function sqlValue(value: JsonValue): Slot['value'] {
  return typeof value === 'object' && value !== null ? JSON.stringify(value) : value;
}

/** The text that stands for a value: `{{ name }}`. */
export function templateText(name: string): string {
  return `{{ ${templateName(name)} }}`;
}

/** Numbers and booleans are filled in bare; anything else is text, or JSON as text. */
function template(name: string, type: string): Slot['value'] {
  return isBare(type) ? buildTemplate(templateName(name)) : templateText(name);
}

function isBare(type: string): boolean {
  return type === 'integer' || type === 'number' || type === 'boolean';
}

/** What stands in braces is for people to replace: characters that could end it, or a string around it, are not needed. */
function templateName(name: string): string {
  if (/^[\w.$@#:/-]*$/.test(name)) return name;
  return name.replace(/[^\p{L}\p{N}_.$@#:/-]/gu, '_');
}

/** A body that has no members to name, such as a list, is passed as a whole; only one that must be there. */
function wholeBody({ body, params }: Method): readonly Slot[] {
  if (body === null || !body.required || body.fields.length > 0) return [];
  return params.some(({ name }) => name === 'body')
    ? []
    : [{ name: 'body', required: true, value: templateText('body') }];
}

/** The body as JSON with templates in it, a member a line. */
function jsonTemplate(method: Method): string | undefined {
  const fields = method.body?.fields ?? [];
  if (fields.length === 0) return wholeBody(method).length > 0 ? templateText('body') : undefined;
  const members = fields.map(({ name, type }) => {
    const isText = !isBare(type) && type !== 'object' && type !== 'array';
    return `${JSON.stringify(name)}: ${isText ? `"${templateText(name)}"` : templateText(name)}`;
  });
  return `{\n${members.join(',\n')}\n}`;
}
