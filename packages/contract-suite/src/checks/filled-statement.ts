import {
  type Expression,
  type Item,
  type JsonArgument,
  type Node,
  type Statement,
  walk,
} from '@plumbline/sql';

/** A statement without the items that are optional and hold a template for which there is nothing to fill in. */
export function withoutTemplates(statement: Statement, isUnknown: (name: string) => boolean): Statement {
  const isOpen = (node: Node): boolean => {
    let open = false;
    walk(node, (one) => {
      if (one.kind === 'template' && isUnknown(one.name)) open = true;
      if (one.kind === 'string' && one.templates.some(({ name }) => isUnknown(name))) open = true;
    });
    return open;
  };
  const kept = <T extends Item & Node>(items: readonly T[]): readonly T[] =>
    items.filter((item) => !isOpen(item));

  switch (statement.kind) {
    case 'select':
      return { ...statement, query: { ...statement.query, where: kept(statement.query.where) } };
    case 'delete':
      return { ...statement, where: kept(statement.where) };
    case 'update':
    case 'replace':
      return {
        ...statement,
        set: { ...statement.set, assignments: kept(statement.set.assignments) },
        where: kept(statement.where),
      };
    case 'exec':
      return {
        ...statement,
        arguments: kept(statement.arguments),
        json: statement.json && withoutMembers(statement.json, isUnknown),
      };
    case 'insert': {
      const { source, columns } = statement;
      const cells: readonly (readonly { readonly expression: Expression }[])[] =
        source.kind === 'values' ? source.rows.map(({ values }) => values) : [source.columns];
      const isKept = columns.map((_, i) =>
        cells.every((row) => !isOpen(row[i]?.expression ?? columnAt(row))),
      );
      const pick = <T>(items: readonly T[]): readonly T[] => items.filter((_, i) => isKept[i]);
      return {
        ...statement,
        columns: pick(columns),
        source:
          source.kind === 'values'
            ? { ...source, rows: source.rows.map((row) => ({ ...row, values: pick(row.values) })) }
            : { ...source, columns: pick(source.columns) },
      };
    }
    default:
      return statement;
  }
}

function columnAt(row: readonly { readonly expression: Expression }[]): Expression {
  return row[0]?.expression ?? { kind: 'constant', value: null, start: -1, end: -1 };
}

/** Written anew from the members that remain. */
function withoutMembers(json: JsonArgument, isUnknown: (name: string) => boolean): JsonArgument {
  const members = json.members.filter(
    ({ value }) =>
      ![...value.text.matchAll(/\{\{([^{}]*)\}\}/g)].some(([, name = '']) => isUnknown(name.trim())),
  );
  if (members.length === json.members.length || json.value.kind !== 'string') return json;
  const text = `{ ${members.map(({ name, value }) => `"${name}": ${value.text}`).join(', ')} }`;
  return { ...json, members, value: { ...json.value, value: text, templates: [] } };
}
