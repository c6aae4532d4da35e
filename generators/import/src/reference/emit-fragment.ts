import { dictionary, type JsonValue } from '@plumbline/model';
import { dump } from 'js-yaml';
import { templateNames } from './read-reference.ts';
import type { Reference, ReferenceOperation, ReferenceRow, Schema, SecurityNeed } from './reference.ts';

/** The reference as a fragment of OpenAPI 3.1, with what the text held and nothing more. */
export function emitFragment(reference: Reference): string {
  const { title, version, description, operations } = reference;
  const needs = operations.flatMap(({ security }) => security);
  const schemes = new Map(
    needs.flatMap((need) => (need.type === null ? [] : [[need.scheme, schemeOf(need.type)] as const])),
  );
  const document = some({
    openapi: '3.1.0',
    info: some({ title: title ?? undefined, version: version ?? undefined, description: text(description) }),
    paths: pathsOf(operations),
    components: schemes.size === 0 ? undefined : { securitySchemes: dictionary(schemes) },
  });
  // Of what is far beyond what people write, js-yaml's own expressions overflow; JSON is YAML too.
  const isLong = hasLongText(document);
  return isLong ? `${JSON.stringify(document, null, 2)}\n` : dump(document, { lineWidth: -1, noRefs: true });
}

const MOST_TEXT = 100_000;

function hasLongText(value: JsonValue): boolean {
  if (typeof value === 'string') return value.length > MOST_TEXT;
  if (typeof value !== 'object' || value === null) return false;
  return Object.entries(value).some(([key, one]) => key.length > MOST_TEXT || hasLongText(one));
}

/** An object of the members that are there. */
function some(members: { readonly [name: string]: JsonValue | undefined }): Schema {
  return dictionary(
    Object.entries(members).flatMap(([name, value]) => (value === undefined ? [] : [[name, value] as const])),
  );
}

function text(value: string): string | undefined {
  return value === '' ? undefined : value;
}

function pathsOf(operations: readonly ReferenceOperation[]): Schema {
  const paths = new Map<string, [string, JsonValue][]>();
  for (const operation of operations) {
    const own = paths.get(operation.path);
    const entry: [string, JsonValue] = [operation.method, operationOf(operation)];
    if (own === undefined) paths.set(operation.path, [entry]);
    else own.push(entry);
  }
  return dictionary([...paths].map(([path, entries]) => [path, dictionary(entries)]));
}

function operationOf(operation: ReferenceOperation): Schema {
  const { summary, description, isDeprecated, body, responses } = operation;
  return some({
    summary: text(summary),
    description: text(description),
    deprecated: isDeprecated ? true : undefined,
    security: securityOf(operation.security),
    parameters: parametersOf(operation),
    requestBody:
      body === null
        ? undefined
        : some({
            description: text(body.description),
            required: body.isRequired ? true : undefined,
            content: contentOf(body) ?? {},
          }),
    responses:
      responses.length === 0 ? undefined : dictionary(responses.map((one) => [one.status, responseOf(one)])),
  });
}

/** A placeholder of the path is a parameter also where nothing else is said of it. */
function parametersOf({ params, path }: ReferenceOperation): JsonValue | undefined {
  const names = templateNames(path);
  const declared = new Set(params.flatMap((param) => (param.in === 'path' ? [param.name] : [])));
  const bare = names.filter((name) => !declared.has(name));
  const seen = new Set<string>();
  const own = params.flatMap((param) => {
    const key = `${param.in} ${param.name}`;
    const isStray = param.in === 'path' && !names.includes(param.name);
    if (seen.has(key) || isStray) return [];
    seen.add(key);
    return [parameterOf(param, param.in)];
  });
  const all = [...bare.map((name): Schema => ({ name, in: 'path', required: true, schema: {} })), ...own];
  return all.length === 0 ? undefined : all;
}

function parameterOf({ name, ...row }: ReferenceRow, place: string): Schema {
  return some({
    name,
    in: place,
    required: row.isRequired || place === 'path' ? true : undefined,
    deprecated: row.isDeprecated ? true : undefined,
    description: text(row.description),
    schema: row.schema,
    example: row.example,
  });
}

function contentOf({
  media,
  schema,
  example,
}: {
  readonly media: string | null;
  readonly schema: Schema | null;
  readonly example: JsonValue | undefined;
}): Schema | undefined {
  if (media === null) return undefined;
  return dictionary([[media, some({ schema: schema ?? undefined, example })]]);
}

function responseOf(response: ReferenceOperation['responses'][number]): Schema {
  const headers = response.headers.map((row): [string, JsonValue] => [
    row.name,
    some({ description: text(row.description), schema: row.schema, example: row.example }),
  ]);
  return some({
    description: response.meaning,
    headers: headers.length === 0 ? undefined : dictionary(headers),
    content: contentOf(response),
  });
}

function securityOf(needs: readonly SecurityNeed[]): JsonValue | undefined {
  const known = needs.filter(({ type }) => type !== null);
  if (known.length === 0) return undefined;
  return known.map(({ scheme, type, scopes }) => dictionary([[scheme, type === 'oauth2' ? scopes : []]]));
}

/** What a reference tells of a scheme; the flows of OAuth and their addresses stand elsewhere. */
function schemeOf(type: Exclude<SecurityNeed['type'], null>): Schema {
  switch (type) {
    case 'oauth2':
      return { type: 'oauth2', flows: {} };
    case 'http-basic':
      return { type: 'http', scheme: 'basic' };
    case 'http-bearer':
      return { type: 'http', scheme: 'bearer' };
  }
}
