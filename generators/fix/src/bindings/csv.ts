import { byCodeUnit, type Operation, type ProviderModel, type Schema } from '@plumbline/model';
import { type BoundMethod, boundMethods, objectKeyOf, successOf } from './bound-methods.ts';

/** The columns of `all_services.csv`, as `analyze` of stackql-provider-utils writes them. */
const COLUMNS = [
  'filename',
  'path',
  'operationId',
  'formatted_op_id',
  'verb',
  'response_object',
  'tags',
  'formatted_tags',
  'stackql_resource_name',
  'stackql_method_name',
  'stackql_verb',
  'stackql_object_key',
  'op_description',
] as const;
type Column = (typeof COLUMNS)[number];
type Row = { readonly [C in Column]: string };

/**
 * The bindings as the mapping that StackQL's pipeline keeps: a row for each method, and one without a resource for each
 * operation that no method is bound to. Of those an earlier mapping's row is kept, since somebody may have said there why.
 */
export function bindingsCsv(model: ProviderModel, earlier: string | null): string {
  const bound = boundMethods(model);
  const known = new Set(bound.map(({ operation }) => operation.key));
  const kept = new Map(parseCsv(earlier ?? '').map((row) => [`${row.verb} ${row.path}`, row]));
  const rest = Object.values(model.operations)
    .filter(({ key }) => !known.has(key))
    .map(
      (operation) =>
        kept.get(`${operation.method.toLowerCase()} ${operation.path}`) ?? operationRow(operation),
    );
  const rows = [...bound.map(methodRow), ...rest].sort(
    (a, b) =>
      byCodeUnit(a.filename, b.filename) ||
      byCodeUnit(a.path, b.path) ||
      byCodeUnit(a.verb, b.verb) ||
      byCodeUnit(a.stackql_resource_name, b.stackql_resource_name) ||
      byCodeUnit(a.stackql_method_name, b.stackql_method_name),
  );
  const lines = rows.map((row) => COLUMNS.map((column) => cell(row[column])).join(','));
  return `${[COLUMNS.join(','), ...lines].join('\n')}\n`;
}

function methodRow({ resource, method, operation }: BoundMethod): Row {
  return {
    ...operationRow(operation),
    filename: `${resource.service}.yaml`,
    stackql_resource_name: resource.name,
    stackql_method_name: method.name,
    stackql_verb: method.sqlVerb,
    stackql_object_key: objectKeyOf(method),
  };
}

function operationRow(operation: Operation): Row {
  const { tags, operationId, summary, description } = operation;
  const file = operation.origin.file.split('/').at(-1) ?? '';
  return {
    filename: file,
    path: operation.path,
    operationId: operationId ?? '',
    formatted_op_id: snakeCase(operationId ?? ''),
    verb: operation.method.toLowerCase(),
    response_object: responseObject(operation),
    tags: tags.join('|'),
    formatted_tags: tags.map(snakeCase).join('|'),
    stackql_resource_name: '',
    stackql_method_name: '',
    stackql_verb: '',
    stackql_object_key: '',
    op_description: (summary || description).replace(/\s+/g, ' ').trim(),
  };
}

/** The component that the response is, or is a list of. */
function responseObject(operation: Operation): string {
  const { response, mediaType } = successOf(operation);
  const schema = response?.contents.find((content) => content.mediaType === mediaType)?.schema ?? null;
  return componentName(schema) || componentName(schema?.kind === 'array' ? schema.items : null);
}

function componentName(schema: Schema | null): string {
  return schema?.kind === 'ref' ? schema.name : '';
}

function snakeCase(text: string): string {
  return text
    .replace(/([a-z0-9])([A-Z])/g, '$1_$2')
    .replace(/[^A-Za-z0-9]+/g, '_')
    .replace(/^_+|_+$/g, '')
    .toLowerCase();
}

/** A field of a CSV (RFC 4180, section 2). What a spreadsheet would take for a formula stays text. */
function cell(value: string): string {
  const text = /^[=+@\t\r]|^-(?!\d)/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** The rows of a CSV by the columns of its header; a column that it lacks is empty. */
function parseCsv(text: string): readonly Row[] {
  const [header = [], ...records] = recordsOf(text);
  const at = new Map(header.map((name, i) => [name, i]));
  return records.map((record) => {
    const field = (column: Column): string => record[at.get(column) ?? -1] ?? '';
    return Object.fromEntries(COLUMNS.map((column) => [column, field(column)])) as unknown as Row;
  });
}

function recordsOf(text: string): readonly (readonly string[])[] {
  const records: string[][] = [];
  let record: string[] = [];
  for (const [, quoted, plain = '', end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r?\n|$)/g)) {
    record.push(quoted?.replaceAll('""', '"') ?? plain);
    if (end === ',') continue;
    if (record.length > 1 || record[0] !== '') records.push(record);
    record = [];
  }
  return records;
}
