import { importDocument } from '@plumbline/import';
import { type RedocStyle, redocText, type ShownOperation } from '@plumbline/import/testing';
import { isObject, type JsonValue, member } from '@plumbline/model';
import { load } from 'js-yaml';
import type { Tally } from './tally.ts';

/** So many operations are on one page of a reference. */
const ON_A_PAGE = 15;

/** What a reference of an API can show of its spec: every `$ref` followed once, and schemas that are one object or list. */
export function shownOperations(document: JsonValue): readonly ShownOperation[] {
  const paths = member(document, 'paths');
  if (!isObject(paths)) return [];
  const follow = (value: JsonValue | undefined): JsonValue | undefined => {
    const reference = member(value, '$ref');
    if (typeof reference !== 'string') return value;
    const keys = reference
      .slice(2)
      .split('/')
      .map((key) => key.replaceAll('~1', '/').replaceAll('~0', '~'));
    return follow(keys.reduce<JsonValue | undefined>((at, key) => member(at, key), document));
  };
  return Object.entries(paths).flatMap(([path, item]) =>
    ['get', 'put', 'post', 'delete', 'patch'].flatMap((method): ShownOperation[] => {
      const operation = member(item, method);
      if (operation === undefined) return [];
      const text = (name: string) => String(member(operation, name) ?? '');
      const list = (of: JsonValue, name: string) => {
        const value = member(of, name);
        return Array.isArray(value) ? value : [];
      };
      const content = (of: JsonValue | undefined) =>
        foldedSchema(member(member(member(of, 'content'), 'application/json'), 'schema'), follow);
      const responses = member(operation, 'responses');
      return [
        {
          method,
          path,
          summary: text('summary'),
          description: text('description'),
          scopes: list(operation, 'security').flatMap((one) => list(one, 'oauth2').map(String)),
          parameters: unique(
            [...list(item, 'parameters'), ...list(operation, 'parameters')].map((one) =>
              shownParameter(follow(one) ?? {}, follow),
            ),
          ),
          body: content(follow(member(operation, 'requestBody'))),
          responses: Object.entries(isObject(responses) ? responses : {}).map(([status, one]) => {
            const response = follow(one);
            return {
              status,
              meaning: String(member(response, 'description') ?? ''),
              schema: content(response),
            };
          }),
        },
      ];
    }),
  );
}

type Follow = (value: JsonValue | undefined) => JsonValue | undefined;

/** An operation's parameter takes the place of its path item's. */
function unique(parameters: readonly JsonValue[]): readonly JsonValue[] {
  return [...new Map(parameters.map((one) => [`${member(one, 'in')} ${member(one, 'name')}`, one])).values()];
}

function shownParameter(parameter: JsonValue, follow: Follow): JsonValue {
  if (!isObject(parameter)) return {};
  const schema = follow(member(parameter, 'schema'));
  const items = follow(member(schema, 'items'));
  const own = isObject(schema) ? schema : {};
  return {
    ...parameter,
    schema: {
      ...(member(own, 'type') === undefined && { type: 'string' }),
      ...own,
      ...(items !== undefined && { items }),
    },
  };
}

const BRANCHES = ['allOf', 'oneOf', 'anyOf'];
const isPlain = (schema: JsonValue | undefined): boolean =>
  isObject(schema) &&
  typeof member(schema, 'type') === 'string' &&
  BRANCHES.every((key) => member(schema, key) === undefined);

/** A schema as it shows before anything in it is unfolded; null for variants, which are told in another way. */
function foldedSchema(given: JsonValue | undefined, follow: Follow): JsonValue | null {
  const schema = follow(given);
  if (!isObject(schema) || BRANCHES.some((key) => member(schema, key) !== undefined)) return null;
  if (member(schema, 'type') === 'array') {
    const items = foldedSchema(member(schema, 'items'), follow);
    return items === null ? null : { ...schema, items };
  }
  const properties = member(schema, 'properties');
  if (!isObject(properties)) return null;
  const folded = Object.entries(properties).map(([name, one]): [string, JsonValue] => {
    const own = follow(one);
    if (!isObject(own) || !isPlain(own)) return [name, { type: 'object' }];
    const items = follow(member(own, 'items'));
    const { properties: _, items: __, ...facts } = own;
    if (member(own, 'type') !== 'array') return [name, facts];
    return [name, { ...facts, items: isPlain(items) && items !== undefined ? items : { type: 'object' } }];
  });
  return { ...schema, properties: Object.fromEntries(folded) };
}

/** Imports the text of a whole API, page by page, and counts what comes back as it was. */
export function measureReference(
  operations: readonly ShownOperation[],
  style: RedocStyle,
  tally: Tally,
): number {
  let cpu = 0;
  for (let i = 0; i < operations.length; i += ON_A_PAGE) {
    const page = operations.slice(i, i + ON_A_PAGE);
    const text = redocText('Things', page, style);
    const before = process.cpuUsage();
    const { text: yaml } = importDocument({ path: 'reference.txt', text }, { as: null });
    const { user, system } = process.cpuUsage(before);
    cpu += (user + system) / 1e6;
    const paths = member(load(yaml) as JsonValue, 'paths');
    for (const operation of page)
      compare(operation, member(member(paths, operation.path), operation.method), tally);
  }
  return cpu;
}

function compare(want: ShownOperation, got: JsonValue | undefined, tally: Tally): void {
  const key = `${want.method} ${want.path}`;
  const is = (name: string, left: JsonValue | undefined, right: JsonValue | undefined, what = key) =>
    tally.count(
      name,
      JSON.stringify(left) === JSON.stringify(right),
      `${what}: ${JSON.stringify(left)} | ${JSON.stringify(right)}`,
    );
  is('operations', got !== undefined, true);
  is('titles', want.summary, member(got, 'summary') ?? '');
  is('descriptions', bare(want.description), bare(member(got, 'description')));
  const security = member(got, 'security');
  is('scopes', want.scopes, Array.isArray(security) ? (member(security[0], 'oauth2') ?? []) : []);
  const parameters = member(got, 'parameters');
  for (const one of want.parameters) {
    const [name, place] = [member(one, 'name'), member(one, 'in')];
    const found = Array.isArray(parameters)
      ? parameters.find((other) => member(other, 'name') === name && member(other, 'in') === place)
      : undefined;
    is(
      'parameters',
      parameterFacts(one),
      found === undefined ? null : parameterFacts(found),
      `${key} ${name}`,
    );
  }
  properties('body fields', want.body, schemaOf(member(got, 'requestBody')));
  for (const { status, meaning, schema } of want.responses) {
    const response = member(member(got, 'responses'), status);
    is('responses', bare(meaning), bare(member(response, 'description')), `${key} ${status}`);
    properties('response fields', schema, schemaOf(response));
  }

  function properties(kind: string, left: JsonValue | null, right: JsonValue | undefined): void {
    const own = member(member(left, 'items'), 'properties') ?? member(left, 'properties');
    const read = member(member(right, 'items'), 'properties') ?? member(right, 'properties');
    if (!isObject(own)) return;
    for (const [name, one] of Object.entries(own)) {
      is(kind, fieldFacts(one), fieldFacts(member(read, name) ?? null), `${key} ${name}`);
    }
  }
}

const schemaOf = (of: JsonValue | undefined) =>
  member(member(member(of, 'content'), 'application/json'), 'schema');

const BOUNDS = ['minimum', 'maximum', 'minLength', 'maxLength', 'minItems', 'maxItems', 'pattern', 'default'];

function typeFacts(schema: JsonValue | undefined): JsonValue {
  const facts = ['type', 'format', 'enum'].map((name) => member(schema, name) ?? null);
  const items = member(schema, 'items');
  return items === undefined ? facts : [...facts, typeFacts(items)];
}

function parameterFacts(parameter: JsonValue): JsonValue {
  const schema = member(parameter, 'schema');
  const bounds = BOUNDS.map((name) => member(schema, name) ?? null);
  return [
    typeFacts(schema),
    bounds,
    member(parameter, 'required') === true,
    bare(member(parameter, 'description')),
  ];
}

function fieldFacts(field: JsonValue): JsonValue {
  return [typeFacts(field), bare(member(field, 'description'))];
}

/** Without markup and blanks. */
function bare(text: JsonValue | undefined): string {
  return String(text ?? '')
    .replace(/\[([^\][]*)\]\([^()]*\)/g, '$1')
    .replace(/[`*\s]/g, '');
}
