import type {
  Argument,
  Assignment,
  Column,
  Comment,
  Condition,
  Expression,
  Identifier,
  InsertColumn,
  Query,
  Resource,
  SelectItem,
  Span,
  StatementNode,
  StringLiteral,
} from '@plumbline/sql';

/** A node that was built, not parsed. */
export const BUILT: Span = { start: -1, end: -1 };
/** What every built statement has. */
export const STATEMENT: StatementNode = { ...BUILT, hints: [], comments: [] };

const REQUIRED: Comment = { ...BUILT, style: 'line', text: 'required', place: 'after' };

/** What an example passes: a parameter or a body field. */
export interface Value {
  readonly name: string;
  readonly type: string;
  readonly required: boolean;
}

export function resourceNode(names: readonly string[]): Resource {
  return { ...BUILT, kind: 'resource', parts: names.map(identifier), name: names.join('.') };
}

export function identifier(name: string): Identifier {
  return { ...BUILT, kind: 'identifier', name, quoted: false };
}

/** `userId = '{{ userId }}' -- required`. */
export function condition({ name, type, required }: Value): Condition {
  const right = template(name, type);
  const expression: Expression = { ...BUILT, kind: 'binary', operator: '=', left: column(name), right };
  return { ...BUILT, kind: 'condition', expression, ...marked(required) };
}

export function assignment({ name, type, required }: Value): Assignment {
  return {
    ...BUILT,
    kind: 'assignment',
    column: column(name),
    value: template(name, type),
    ...marked(required),
  };
}

export function argument({ name, type, required }: Value): Argument {
  return {
    ...BUILT,
    kind: 'argument',
    column: column(name),
    value: template(name, type),
    ...marked(required),
  };
}

export function insertColumn({ name }: Value): InsertColumn {
  return { ...BUILT, kind: 'insert-column', column: column(name), ...marked(false) };
}

/** The value of an inserted column. */
export function selectedValue({ name, type, required }: Value): SelectItem {
  return {
    ...BUILT,
    kind: 'select-item',
    expression: template(name, type),
    alias: null,
    ...marked(required),
  };
}

export function selectItem(name: string): SelectItem {
  return { ...BUILT, kind: 'select-item', expression: column(name), alias: null, ...marked(false) };
}

export const STAR: SelectItem = {
  ...BUILT,
  kind: 'select-item',
  expression: { ...BUILT, kind: 'star', qualifier: [] },
  alias: null,
  required: null,
  comments: [],
};

export function query(
  columns: readonly SelectItem[],
  {
    from = null,
    where = [],
  }: { readonly from?: Resource | null; readonly where?: readonly Condition[] } = {},
): Query {
  const source =
    from === null
      ? []
      : [{ ...BUILT, kind: 'from-item', join: null, source: from, alias: null, on: [], using: [] } as const];
  return {
    ...BUILT,
    kind: 'query',
    with: [],
    recursive: false,
    distinct: false,
    columns,
    from: source,
    where,
    groupBy: [],
    having: [],
    compound: [],
    orderBy: [],
    limit: null,
    offset: null,
  };
}

export function stringNode(value: string): StringLiteral {
  return { ...BUILT, kind: 'string', value, templates: [] };
}

/** The text that stands for a value: `{{ name }}`. */
export function templateText(name: string): string {
  return `{{ ${templateName(name)} }}`;
}

/** Numbers and booleans are filled in bare; anything else is text, or JSON as text. */
export function isBare(type: string): boolean {
  return type === 'integer' || type === 'number' || type === 'boolean';
}

function template(name: string, type: string): Expression {
  return isBare(type)
    ? { ...BUILT, kind: 'template', form: 'braces', name: templateName(name) }
    : stringNode(templateText(name));
}

/** What stands in braces is for people to replace: characters that could end it, or a string around it, are not needed. */
function templateName(name: string): string {
  return name.replace(/[^\p{L}\p{N}_.$@#:/-]/gu, '_');
}

/** A dot is part of a name here, so that the name stays one part. */
function column(name: string): Column {
  return { ...BUILT, kind: 'column', parts: [identifier(name)], name };
}

function marked(required: boolean): Pick<Condition, 'required' | 'comments'> {
  return { required: required ? REQUIRED : null, comments: [] };
}
