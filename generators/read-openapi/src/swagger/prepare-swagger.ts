import {
  childPointer,
  type DraftDiagnostic,
  diagnose,
  HTTP_METHODS,
  isObject,
  type JsonObject,
  type JsonValue,
  member,
} from '@plumbline/model';
import { describe } from '@plumbline/yaml';
import type { Node, ObjectNode } from '../document/node.ts';
import type { Place } from '../document/place.ts';
import { listedParameter, listedParameters } from './swagger-parameters.ts';

/**
 * A parameter with what the upgrade forgets of how its list is written: tabs, for which OpenAPI 3 has no style, stand in an
 * extension; the commas of a form's field, where nothing else is said, are said.
 */
function withListFormat(parameter: JsonObject): JsonObject {
  const format = member(parameter, 'collectionFormat');
  if (format === 'tsv') return { ...parameter, 'x-collectionFormat': 'tsv' };
  const isField = member(parameter, 'in') === 'formData' && member(parameter, 'type') === 'array';
  return isField && format === undefined ? { ...parameter, collectionFormat: 'csv' } : parameter;
}

/** What a value comes to; undefined where it is left out. */
type Prepare = (node: Node) => JsonValue | undefined;

/**
 * A Swagger 2.0 document without what the upgrade cannot stand: values of the wrong kind are reported and left out, and
 * body parameters stand in the lists that refer to them.
 */
export function prepareSwagger(
  document: JsonObject,
  place: Place,
): { readonly document: JsonObject; readonly findings: readonly DraftDiagnostic[] } {
  const findings: DraftDiagnostic[] = [];
  const refuse = ({ value, pointer }: Node, name: string, expected: string): undefined => {
    const args = { name, expected, found: describe(value) };
    findings.push(diagnose({ code: 'spec-malformed', args, at: place(pointer) }));
  };

  /** The object with the members under `keys` prepared. */
  const withMembers = ({ value, pointer }: Node, prepare: Readonly<Record<string, Prepare>>): JsonObject =>
    Object.fromEntries(
      Object.entries(value ?? {}).flatMap(([key, part]): readonly (readonly [string, JsonValue])[] => {
        const change = Object.hasOwn(prepare, key) ? prepare[key] : undefined;
        const prepared =
          change === undefined ? part : change({ value: part, pointer: childPointer(pointer, key) });
        return prepared === undefined ? [] : [[key, prepared]];
      }),
    );

  /** A mapping whose members are all of one kind; what is not is reported under its key. */
  const mapping =
    (name: string, change: (key: string, node: Node) => JsonValue | undefined): Prepare =>
    (node) => {
      if (!isObject(node.value)) return refuse(node, name, 'a mapping');
      const changes = Object.keys(node.value).map((key) => [key, (inner: Node) => change(key, inner)]);
      return withMembers(node, Object.fromEntries(changes));
    };

  const anyObject = (name: string, node: Node): JsonValue | undefined =>
    isObject(node.value) ? node.value : refuse(node, name, 'a mapping');

  const mediaTypes =
    (name: string): Prepare =>
    (node) => {
      const isList = Array.isArray(node.value);
      return isList && node.value.every((item: JsonValue) => typeof item === 'string' && item.includes('/'))
        ? node.value
        : refuse(node, name, 'a list of media types');
    };
  const content = { consumes: mediaTypes('consumes'), produces: mediaTypes('produces') };

  const text =
    (name: string): Prepare =>
    (node) =>
      typeof node.value === 'string' ? node.value : refuse(node, name, 'a string');

  const schemes: Prepare = (node) => {
    const isList = Array.isArray(node.value);
    return isList && node.value.every((item: JsonValue) => typeof item === 'string')
      ? node.value
      : refuse(node, 'schemes', 'a list of strings');
  };

  const parameter = (name: string, node: Node): JsonValue | undefined => {
    const listed = listedParameter(document, node);
    if (listed === null) return refuse(node, name, 'a parameter with a name and a place');
    const { pointer } = listed.node;
    const value = withListFormat(listed.node.value);
    if (!listed.isBody || member(value, 'in') !== 'body' || Object.hasOwn(value, 'schema')) return value;
    refuse({ value: null, pointer }, 'schema', 'a schema');
    return { ...value, schema: {} };
  };

  const parameters: Prepare = (node) => {
    if (!Array.isArray(node.value)) return refuse(node, 'parameters', 'a sequence');
    const body = listedParameters(document, node).find((one) => member(one.node.value, 'in') === 'body');
    return node.value.flatMap((value: JsonValue, i) => {
      const item = { value, pointer: childPointer(node.pointer, i) };
      return isBesideBody(item, body?.node) ? [] : (parameter('parameter', item) ?? []);
    });
  };

  /** An operation has one body: a further one, or a field of a form beside it, is reported and left out. */
  const isBesideBody = (item: Node, body: ObjectNode | undefined): boolean => {
    const listed = body === undefined ? null : listedParameter(document, item);
    if (listed === null || body === undefined || !listed.isBody || listed.node.pointer === body.pointer)
      return false;
    const [name, taken] = [listed.node, body].map((node) => String(member(node.value, 'name') ?? ''));
    const related = [{ message: 'The body is here.', place: place(body.pointer) }];
    const args = { name: name ?? '', body: taken ?? '' };
    findings.push(diagnose({ code: 'param-beside-body', args, at: place(item.pointer), related }));
    return true;
  };

  const responses = mapping('responses', (status, node) =>
    status.startsWith('x-') ? undefined : anyObject('response', node),
  );

  const pathItem = (path: string, node: Node): JsonValue | undefined => {
    if (!isObject(node.value)) return refuse(node, path, 'a mapping');
    const operation = (inner: Node): JsonValue | undefined =>
      isObject(inner.value)
        ? withMembers(inner, { ...content, parameters, responses })
        : refuse(inner, 'operation', 'a mapping');
    const methods = [...HTTP_METHODS.keys()].map((method) => [method, operation] as const);
    const prepared = withMembers(node, { ...Object.fromEntries(methods), parameters });
    // The upgrade knows of a path item's body only when it meets the list before the operations.
    const shared = member(prepared, 'parameters');
    return shared === undefined ? prepared : { parameters: shared, ...prepared };
  };

  const prepared = withMembers(
    { value: document, pointer: '' },
    {
      ...content,
      host: text('host'),
      basePath: text('basePath'),
      schemes,
      // The upgrade asks for a string.
      swagger: () => '2.0',
      // A key of OpenAPI 3.
      components: () => undefined,
      paths: mapping('paths', (path, node) => (path.startsWith('x-') ? undefined : pathItem(path, node))),
      definitions: mapping('definitions', (_name, node) => node.value),
      parameters: mapping('parameters', parameter),
      responses: mapping('responses', (name, node) => anyObject(name, node)),
      securityDefinitions: mapping('securityDefinitions', (name, node) => anyObject(name, node)),
    },
  );
  return { document: prepared, findings };
}
