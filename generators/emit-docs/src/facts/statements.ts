import type { Field, Method, Resource } from '@plumbline/model';
import { type JsonArgument, print, type Resource as ResourceNode, type Statement } from '@plumbline/sql';
import { bodyFields } from './body-fields.ts';
import {
  argument,
  assignment,
  BUILT,
  condition,
  identifier,
  insertColumn,
  isBare,
  query,
  resourceNode,
  STAR,
  STATEMENT,
  selectedValue,
  selectItem,
  stringNode,
  templateText,
} from './sql-nodes.ts';

/**
 * The example of a method: one statement with all its parameters and body fields, the required ones marked. `SELECT`
 * and `DELETE` have no other place for body fields than `WHERE`.
 */
export function exampleSql(provider: string, resource: Resource, method: Method): string {
  return print(statementOf(resourceNode([provider, resource.service, resource.name]), method));
}

function statementOf(resource: ResourceNode, method: Method): Statement {
  const { name, sqlVerb, fields } = method;
  // A statement passes a name once, wherever the operation wants it.
  const params = [...new Map(method.params.toReversed().map((one) => [one.name, one])).values()].toReversed();
  const sent = bodyFields(method);
  const where = params.map(condition);
  const returning = fields.map((field) => selectItem(field.name));
  switch (sqlVerb) {
    case 'select': {
      const columns = returning.length === 0 ? [STAR] : returning;
      return {
        ...STATEMENT,
        kind: 'select',
        query: query(columns, { from: resource, where: [...where, ...sent.map(condition)] }),
      };
    }
    case 'insert': {
      const values = [...sent, ...params];
      return {
        ...STATEMENT,
        kind: 'insert',
        ignore: false,
        resource,
        columns: values.map(insertColumn),
        source: query(values.map(selectedValue)),
        returning,
      };
    }
    case 'update':
    case 'replace': {
      const set = { ...BUILT, kind: 'set', assignments: sent.map(assignment), comments: [] } as const;
      return { ...STATEMENT, kind: sqlVerb, resource, set, where, returning };
    }
    case 'delete':
      return {
        ...STATEMENT,
        kind: 'delete',
        resource,
        where: [...where, ...sent.map(condition)],
        returning: [],
      };
    case 'exec':
      return {
        ...STATEMENT,
        kind: 'exec',
        resource,
        method: identifier(name),
        arguments: params.map(argument),
        json: jsonArgument(method.body?.fields ?? []),
      };
  }
}

/** The body as JSON with templates in it, a member a line. */
function jsonArgument(fields: readonly Field[]): JsonArgument | null {
  if (fields.length === 0) return null;
  const members = fields.map(({ name, type }) => {
    const isText = !isBare(type) && type !== 'object' && type !== 'array';
    return `${JSON.stringify(name)}: ${isText ? `"${templateText(name)}"` : templateText(name)}`;
  });
  const value = stringNode(`{\n${members.join(',\n')}\n}`);
  return { ...BUILT, kind: 'json-argument', value, members: [], required: null, comments: [] };
}
