import { isObject, type JsonObject, type JsonValue, member } from '@plumbline/model';
import { faultsOf } from './faults.ts';
import type { Reading } from './second-reading.ts';

/** A request of an operation, before it is written. */
export interface Draft {
  readonly operation: string;
  readonly method: string;
  readonly path: string;
  readonly pathValues: JsonObject;
  readonly query: JsonObject;
  readonly headers: JsonObject;
  /** Null: it needs no credentials. */
  readonly authorization: string | null;
  readonly body: { readonly mediaType: string; readonly value: JsonValue } | null;
}

/** A draft made wrong in one way, and what a server must say of it. */
export interface WrongDraft {
  readonly kind: string;
  readonly draft: Draft;
  readonly expected: { readonly place: string; readonly name: string | null; readonly pointer: string };
  /** Sent in place of the body that the draft would make. */
  readonly text?: string;
}

interface Described {
  readonly name: string;
  readonly in: string;
  readonly required: boolean;
  readonly schema: JsonValue | undefined;
}

/** The requests of an operation, and every way in which they can be wrong; null where no valid one was found. */
export function requestsOf(
  document: JsonObject,
  { path, method }: { readonly path: string; readonly method: string },
  reading: Reading,
): { readonly valid: readonly Draft[]; readonly wrong: readonly WrongDraft[] } | null {
  const item = member(document.paths, path);
  const operation = reading.follow(member(item, method));
  const parameters = described([member(item, 'parameters'), operation.parameters], reading);
  const requestBody = isObject(operation.requestBody) ? reading.follow(operation.requestBody) : null;
  const drafts = [false, true].map((full) =>
    draftOf(
      { path, method, parameters, requestBody, authorization: authorizationOf(operation, document) },
      reading,
      full,
    ),
  );
  const valid = drafts.filter((draft) => draft !== null);
  const richest = valid.at(-1);
  if (richest === undefined) return null;
  return {
    valid,
    wrong: [...wrongParameters(richest, parameters, reading), ...wrongBodies(richest, requestBody, reading)],
  };
}

/** The operation's in place of those of the path item. */
function described(levels: readonly (JsonValue | undefined)[], reading: Reading): readonly Described[] {
  const found = new Map<string, Described>();
  for (const entry of levels.flatMap((level) => (Array.isArray(level) ? level : []))) {
    const own = reading.follow(entry);
    const one = {
      name: String(own.name),
      in: String(own.in),
      required: own.required === true || own.in === 'path',
      schema: own.schema,
    };
    if (!(one.in === 'header' && /^(?:accept|content-type|authorization)$/i.test(one.name)))
      found.set(`${one.in} ${one.name}`, one);
  }
  return [...found.values()];
}

function draftOf(
  {
    path,
    method,
    parameters,
    requestBody,
    authorization,
  }: {
    readonly path: string;
    readonly method: string;
    readonly parameters: readonly Described[];
    readonly requestBody: JsonObject | null;
    readonly authorization: string | null;
  },
  reading: Reading,
  full: boolean,
): Draft | null {
  const values: { readonly [place: string]: Record<string, JsonValue> } = {
    path: {},
    query: {},
    header: {},
    cookie: {},
  };
  for (const { name, in: place, required, schema } of parameters) {
    if (!required && !full) continue;
    const value = reading.valid(schema, false);
    if (value === undefined || isObject(value) || (Array.isArray(value) && value.length === 0)) {
      if (required) return null;
    } else if (values[place] !== undefined) values[place][name] = value;
  }
  const { path: pathValues = {}, query = {}, header: headers = {} } = values;
  const draft = {
    operation: `${method.toUpperCase()} ${path}`,
    method: method.toUpperCase(),
    path,
    pathValues,
    query,
    headers,
    authorization,
  };
  if (requestBody === null || (requestBody.required !== true && !full)) return { ...draft, body: null };
  const json = Object.entries(requestBody.content ?? {}).find(([type]) => /json/.test(type));
  if (json === undefined) return null;
  const value = reading.valid(member(json[1], 'schema'), full);
  return value === undefined ? null : { ...draft, body: { mediaType: json[0], value } };
}

function wrongParameters(
  draft: Draft,
  parameters: readonly Described[],
  reading: Reading,
): readonly WrongDraft[] {
  const wrong: WrongDraft[] = [
    {
      kind: 'unknown query',
      draft: { ...draft, query: { ...draft.query, 'x-unheard-of': '1' } },
      expected: { place: 'query', name: 'x-unheard-of', pointer: '' },
    },
    ...(draft.authorization === null
      ? []
      : [
          {
            kind: 'credentials',
            draft: { ...draft, authorization: null },
            expected: {
              place: 'security',
              name: draft.authorization.startsWith('SSWS') ? 'apiToken' : 'oauth2',
              pointer: '',
            },
          },
        ]),
  ];
  for (const { name, in: place, required, schema } of parameters) {
    const holder =
      place === 'query' ? 'query' : place === 'header' ? 'headers' : place === 'path' ? 'pathValues' : null;
    if (holder === null || !Object.hasOwn(draft[holder], name)) continue;
    const values = draft[holder];
    if (required && place !== 'path') {
      const { [name]: _left, ...rest } = values;
      wrong.push({
        kind: `${place} required`,
        draft: { ...draft, [holder]: rest },
        expected: { place, name, pointer: '' },
      });
    }
    const own = values[name];
    if (own === undefined) continue;
    const isText = reading.flat(schema).type === 'string' || reading.flat(schema).type === undefined;
    for (const fault of faultsOf(schema, own, reading)) {
      // As text a wrong type is seen only where no text is right, and nothing at all is not sent.
      if (fault.kind === 'null' || fault.value === '' || (fault.kind === 'type' && isText)) continue;
      const value = fault.kind === 'type' ? 'no such thing' : fault.value;
      // A list of one wrong item, and a list of the wrong type, are one thing on the wire.
      if (fault.kind === 'type' && reading.flat(schema).type === 'array') continue;
      if (/[^\x20-\x7e]/.test(String(value)) && place === 'header') continue;
      wrong.push({
        kind: `${place} ${fault.kind}`,
        draft: { ...draft, [holder]: { ...values, [name]: value } },
        expected: { place, name, pointer: fault.pointer },
      });
    }
  }
  return wrong;
}

function wrongBodies(draft: Draft, requestBody: JsonObject | null, reading: Reading): readonly WrongDraft[] {
  const { body } = draft;
  if (body === null || requestBody === null) return [];
  const at = (pointer: string) => ({ place: 'body', name: null, pointer });
  const schema = member(member(requestBody.content, body.mediaType), 'schema');
  return [
    { kind: 'body syntax', draft, expected: at(''), text: '{"a": ' },
    {
      kind: 'body media type',
      draft: { ...draft, body: { ...body, mediaType: 'application/x-unheard-of' } },
      expected: at(''),
    },
    ...(requestBody.required === true
      ? [{ kind: 'body missing', draft: { ...draft, body: null }, expected: at('') }]
      : []),
    ...faultsOf(schema, body.value, reading).map(({ kind, value, pointer }) => ({
      kind: `body ${kind}`,
      draft: { ...draft, body: { ...body, value } },
      expected: at(pointer),
    })),
  ];
}

/** Credentials of Okta's schemes: of the first alternative. */
function authorizationOf(operation: JsonObject, document: JsonObject): string | null {
  const [first] = [operation.security ?? document.security ?? []].flat();
  if (!isObject(first) || Object.keys(first).length === 0) return null;
  return Object.hasOwn(first, 'apiToken') ? 'SSWS any' : 'Bearer any';
}

/** The request as it goes over the wire. */
export function wireOf(
  { method, path, pathValues, query, headers, authorization, body }: Draft,
  text?: string,
): { readonly target: string; readonly init: RequestInit } {
  const filled = path.replace(/\{([^{}]+)\}/g, (_whole, name: string) =>
    encodeURIComponent(String(pathValues[name])),
  );
  const pairs = Object.entries(query).flatMap(([name, value]) =>
    [value].flat().map((each) => `${encodeURIComponent(name)}=${encodeURIComponent(String(each))}`),
  );
  const fields = Object.entries(headers).map(([name, value]) => [name, String(value)] as const);
  const type = body === null ? {} : { 'content-type': body.mediaType };
  return {
    target: filled + (pairs.length === 0 ? '' : `?${pairs.join('&')}`),
    init: {
      method,
      headers: { ...(authorization !== null && { authorization }), ...Object.fromEntries(fields), ...type },
      body: body === null ? null : (text ?? JSON.stringify(body.value)),
    },
  };
}
