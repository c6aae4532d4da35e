import { isObject, type JsonValue, member } from '@plumbline/model';

/** How the text of a reference comes out of a browser: a table cell a line, in tabs, or run together. */
export const REDOC_STYLES = ['lines', 'tabs', 'joined', 'upper'] as const;
export type RedocStyle = (typeof REDOC_STYLES)[number];

/** An operation with all its references resolved. */
export interface ShownOperation {
  readonly method: string;
  readonly path: string;
  readonly summary: string;
  readonly description: string;
  readonly scopes: readonly string[];
  readonly parameters: readonly JsonValue[];
  /** Properties of the body, unfolded once. */
  readonly body: JsonValue | null;
  readonly responses: readonly {
    readonly status: string;
    readonly meaning: string;
    readonly schema: JsonValue | null;
  }[];
}

/** Writes operations as ReDoc shows them, by the rules of its own source. */
export function redocText(title: string, operations: readonly ShownOperation[], style: RedocStyle): string {
  const parts = operations.map((operation) => operationText(operation, style));
  return [`${title}\n\nEverything that there is.\n`, ...parts].join('\n');
}

function operationText(operation: ShownOperation, style: RedocStyle): string {
  const { method, path, summary, description, scopes, parameters, body, responses } = operation;
  const title = (text: string) => (style === 'upper' ? text.toUpperCase() : text);
  const lines: string[] = [summary];
  const isOkta = style === 'lines';
  if (isOkta) lines.push('CORS', `OAuth 2.0: ${scopes.join(' ')}`, '', plainText(description), '', 'Request');
  else lines.push('', plainText(description), '', title('Authorizations:'), `oauth2 (${scopes.join(' ')})`);
  for (const place of ['path', 'query', 'header']) {
    const own = parameters.filter((one) => member(one, 'in') === place);
    if (own.length > 0)
      lines.push(title(`${place} Parameters`), ...own.flatMap((one) => rowLines(rowOf(one), style)));
  }
  if (body !== null) {
    lines.push(`${title('Request Body schema:')} application/json`, 'required', ...schemaLines(body, style));
  }
  lines.push('Responses');
  for (const { status, meaning, schema } of responses) {
    lines.push(...(isOkta ? [status, '', meaning, ''] : [`${status} ${meaning}`]));
    if (schema !== null)
      lines.push(`${title('Response Schema:')} application/json`, ...schemaLines(schema, style));
  }
  lines.push(...(style === 'upper' ? [method.toUpperCase(), path] : [`${method}${path}`]));
  lines.push(
    'Request samples',
    'Response samples',
    'application/json',
    ...(style === 'lines' ? [] : ['Copy', 'Expand all Collapse all']),
  );
  lines.push('{', '  • "ok": true', '}', '');
  return lines.join('\n');
}

interface Row {
  readonly name: string;
  readonly required: boolean;
  readonly schema: JsonValue;
  readonly description: string;
  readonly example: string | null;
}

function rowOf(param: JsonValue): Row {
  const name = String(member(param, 'name'));
  const example = member(param, 'example') ?? member(member(param, 'schema'), 'example');
  const isQuery = member(param, 'in') === 'query';
  const shown =
    example === undefined
      ? null
      : Array.isArray(example)
        ? null
        : typeof example === 'object'
          ? null
          : String(example);
  return {
    name,
    required: member(param, 'required') === true,
    schema: member(param, 'schema') ?? {},
    description: plainText(String(member(param, 'description') ?? '')),
    example: shown === null ? null : isQuery ? `${name}=${encodeURIComponent(shown)}` : shown,
  };
}

function schemaLines(schema: JsonValue, style: RedocStyle): readonly string[] {
  const isArray = member(schema, 'type') === 'array';
  const object = isArray ? member(schema, 'items') : schema;
  const properties = member(object, 'properties');
  if (!isObject(properties)) return [typeText(schema)];
  const required = member(object, 'required');
  const rows = Object.entries(properties).map(
    ([name, property]): Row => ({
      name,
      required: Array.isArray(required) && required.includes(name),
      schema: property,
      description: plainText(String(member(property, 'description') ?? '')),
      example: null,
    }),
  );
  return [...(isArray ? ['Array '] : []), ...rows.flatMap((row) => rowLines(row, style))];
}

function rowLines(
  { name, required, schema, description, example }: Row,
  style: RedocStyle,
): readonly string[] {
  const items = member(schema, 'items');
  const facts = [
    ...valueLine('Default', member(schema, 'default')),
    ...enumLine('Enum', member(schema, 'enum')),
    ...enumLine('Items Enum', member(items, 'enum')),
  ];
  const mark = required ? 'required' : null;
  const sample = example === null ? [] : [`Example: ${example}`];
  if (style === 'joined')
    return [[name, mark ?? '', typeText(schema), ...facts, description].join(''), ...sample];
  const first =
    style === 'lines'
      ? [name, ...(mark === null ? [] : [mark])]
      : [mark === null ? `${name}\t` : name, ...(mark === null ? [] : [`${mark}\t`])];
  const gap = style === 'lines' ? [''] : [];
  return [
    ...first,
    typeText(schema),
    ...facts,
    ...gap,
    ...(description === '' ? [] : [description, ...gap]),
    ...sample,
  ];
}

/** As `humanizeConstraints` and the types of ReDoc have it. */
function typeText(schema: JsonValue): string {
  const items = member(schema, 'items');
  const isArray = member(schema, 'type') === 'array' && items !== undefined;
  const base = isArray ? `Array of ${typeName(items)}s` : typeName(schema);
  const format = member(isArray ? items : schema, 'format');
  const inner = isArray ? constraints(items ?? {}) : [];
  const pattern = member(schema, 'pattern');
  return [
    base,
    ...(typeof format === 'string' ? [`<${format}>`] : []),
    ...constraints(schema),
    ...(inner.length === 0 ? [] : [`[ items ${inner.join(' ')} ]`]),
    ...(typeof pattern === 'string' ? [pattern] : []),
  ].join(' ');
}

function typeName(schema: JsonValue | undefined): string {
  const type = member(schema, 'type');
  if (typeof type === 'string') return type;
  return isObject(member(schema, 'properties')) ? 'object' : 'any';
}

function constraints(schema: JsonValue): readonly string[] {
  const read = (name: string) => {
    const value = member(schema, name);
    return typeof value === 'number' ? value : null;
  };
  const range = (min: number | null, max: number | null, unit: string): readonly string[] => {
    if (min !== null && max !== null)
      return [min === max && unit !== '' ? `= ${min}${unit}` : `[ ${min} .. ${max} ]${unit}`];
    if (max !== null) return [`<= ${max}${unit}`];
    if (min === null) return [];
    return [min === 1 && unit !== '' ? 'non-empty' : `>= ${min}${unit}`];
  };
  return [
    ...range(read('minLength'), read('maxLength'), ' characters'),
    ...range(read('minItems'), read('maxItems'), ' items'),
    ...range(read('minimum'), read('maximum'), ''),
    ...(member(schema, 'uniqueItems') === true ? ['unique'] : []),
  ];
}

function valueLine(label: string, value: JsonValue | undefined): readonly string[] {
  return value === undefined
    ? []
    : [`${label}: ${typeof value === 'string' ? value : JSON.stringify(value)}`];
}

function enumLine(label: string, values: JsonValue | undefined): readonly string[] {
  return Array.isArray(values) ? [`${label}: ${values.map((value) => JSON.stringify(value)).join(' ')}`] : [];
}

/** Prose without its markup, as a browser shows it. */
function plainText(markdown: string): string {
  return markdown
    .replace(/\[([^\][]*)\]\([^()]*\)/g, '$1')
    .replace(/[`*]/g, '')
    .trim();
}
