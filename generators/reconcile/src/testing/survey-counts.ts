import {
  isObject,
  type JsonObject,
  type JsonValue,
  member,
  type PageMethod,
  pointerTokens,
  type ResourcePage,
} from '@plumbline/model';

/** A method of a page, with the operation that it documents as the spec has it. */
export interface Documented {
  readonly key: string;
  readonly page: ResourcePage;
  readonly method: PageMethod;
  readonly operation: JsonObject;
}

/** The methods of the pages with their operations, by the provider's own bindings (a table of tab-separated values). */
export function documentedMethods(
  resources: readonly ResourcePage[],
  { document, bindings }: { readonly document: JsonObject; readonly bindings: string },
): readonly Documented[] {
  const [, ...lines] = bindings.trimEnd().split('\n');
  const operations = new Map(
    lines.map((line) => {
      const [resource, method, , verb = '', url = ''] = line.split('\t');
      return [
        `${resource} ${method}`,
        object(member(object(member(object(member(document, 'paths')), url)), verb.toLowerCase())),
      ];
    }),
  );
  return resources.flatMap((page) =>
    page.methods.flatMap((method) => {
      const key = `${page.id.value} ${method.name.value}`;
      const operation = operations.get(key);
      return operation === undefined ? [] : [{ key, page, method, operation }];
    }),
  );
}

/** The parameters that a row of the Methods table names. */
export function listed({ required, optional }: PageMethod): readonly string[] {
  return [...required, ...(optional ?? [])].map(({ name }) => name.value);
}

function object(value: JsonValue | undefined): JsonObject {
  return isObject(value) ? (value as JsonObject) : {};
}

/** Follows `$ref`s within the document. */
function deref(value: JsonValue | undefined, document: JsonObject): JsonObject {
  let node = object(value);
  for (let ref = member(node, '$ref'); typeof ref === 'string'; ref = member(node, '$ref')) {
    node = pointerTokens(ref.slice(1)).reduce<JsonObject>((at, token) => object(member(at, token)), document);
  }
  return node;
}

function listOf(value: JsonValue | undefined): readonly JsonValue[] {
  return Array.isArray(value) ? value : [];
}

type RowText = Pick<ResourcePage['parameters'][number], 'description' | 'notes'>;

/** Whether the text of a row has all values of a fact, letter by letter. */
function isTold(row: RowText, values: readonly JsonValue[]): boolean {
  const text = `${row.description?.value ?? ''} ${row.notes.listed?.join(' ') ?? ''} ${JSON.stringify(row.notes.pairs)}`;
  return values.every((value) => text.includes(String(value)));
}

/** How many parameters have a row that does not tell all values of the fact `key` of their schema, or of its items. */
export function untoldParams(documented: readonly Documented[], document: JsonObject, key: string): number {
  return documented.flatMap(({ page, operation }) =>
    listOf(member(operation, 'parameters')).filter((one) => {
      const parameter = deref(one, document);
      const schema = deref(member(parameter, 'schema'), document);
      const ofItems = key === 'enum' ? member(deref(member(schema, 'items'), document), key) : undefined;
      const value = member(schema, key) ?? ofItems;
      const row = page.parameters.find(({ name }) => name.value === member(parameter, 'name'));
      if (value === undefined || row === undefined) return false;
      return !isTold(row, Array.isArray(value) ? value : [value]);
    }),
  ).length;
}

/** The fields of a response: those of its own and of every part of it. */
function propertiesOf(
  schema: JsonObject,
  document: JsonObject,
  seen = new Set<JsonObject>(),
): Map<string, JsonValue> {
  if (seen.has(schema)) return new Map();
  seen.add(schema);
  const parts = ['anyOf', 'oneOf', 'allOf'].flatMap((key) => listOf(member(schema, key)));
  return new Map([
    ...parts.flatMap((part) => [...propertiesOf(deref(part, document), document, seen)]),
    ...Object.entries(object(member(schema, 'properties'))),
  ]);
}

/** How many fields, of the rows that pages have, have a row that does not tell all values of their enum. */
export function untoldFieldEnums(documented: readonly Documented[], document: JsonObject): number {
  return documented.flatMap(({ page, method, operation }) => {
    const tables = page.fieldSets.filter((set) => set.method?.value === method.name.value);
    const responses = object(member(operation, 'responses'));
    const success = Object.keys(responses).find((status) => status.startsWith('2')) ?? '';
    const [media] = Object.values(object(member(deref(member(responses, success), document), 'content')));
    const schema = deref(member(object(media), 'schema'), document);
    const items = member(schema, 'items');
    const properties = propertiesOf(items === undefined ? schema : deref(items, document), document);
    return tables.flatMap(({ fields }) =>
      fields.filter((field) => {
        const values = member(deref(properties.get(field.name.value), document), 'enum');
        return (
          values !== undefined &&
          !isTold(
            field,
            listOf(values).filter((value) => value !== null),
          )
        );
      }),
    );
  }).length;
}

/** How many rows of fields say nothing at all. */
export function emptyDescriptions(documented: readonly Documented[]): number {
  const pages = new Set(documented.map(({ page }) => page));
  return [...pages]
    .flatMap(({ fieldSets }) => fieldSets.flatMap(({ fields }) => fields))
    .filter(({ description, notes }) => {
      const hasNotes = Object.keys(notes.pairs).length > 0 || notes.flags.length > 0 || notes.listed !== null;
      return description?.value === '' && !hasNotes;
    }).length;
}

/** Whether the method has a Fields table without a row, where the page does not say that SELECT is not supported. */
export function hasEmptyTable({ fieldSets }: ResourcePage, { name }: PageMethod): boolean {
  const tables = fieldSets.filter((set) => set.method?.value === name.value);
  return tables.some(({ fields, unsupported }) => fields.length === 0 && !unsupported);
}

/** The anchors that a row of the Methods table links to, and the page has not. */
export function deadLinks(
  { parameters }: ResourcePage,
  { required, optional }: PageMethod,
): readonly string[] {
  const anchors = new Set(parameters.map(({ anchor }) => anchor));
  return [...required, ...(optional ?? [])].flatMap(({ anchor }) =>
    anchor === null || anchors.has(anchor) ? [] : [anchor],
  );
}
