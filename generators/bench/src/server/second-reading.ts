import { isObject, type JsonObject, type JsonValue, member, pointerTokens } from '@plumbline/model';

/**
 * The document read by code that shares nothing with the contract server: schemas laid flat for requests, and values
 * made of them.
 */
export interface Reading {
  readonly follow: (value: JsonValue | undefined) => JsonObject;
  /** A value that the schema allows in a request; undefined: none was found. */
  readonly valid: (schema: JsonValue | undefined, full: boolean) => JsonValue | undefined;
  readonly flat: (schema: JsonValue | undefined) => FlatSchema;
}

export interface FlatSchema {
  readonly type: string | undefined;
  readonly nullable: boolean;
  readonly schema: JsonObject;
  readonly properties: ReadonlyMap<string, JsonValue>;
  readonly required: ReadonlySet<string>;
  readonly isReadOnly: boolean;
  /** Whether it has variants that nothing tells apart: what is wrong of one may be right of another. */
  readonly isChoice: boolean;
  /** Members that discriminators look at. */
  readonly decided: ReadonlySet<string>;
}

const MAX_DEPTH = 7;

export function readAgain(document: JsonObject): Reading {
  const at = (pointer: string): JsonValue | undefined =>
    pointerTokens(pointer).reduce<JsonValue | undefined>(
      (value, token) => (Array.isArray(value) ? value[Number(token)] : member(value, token)),
      document,
    );
  const follow = (value: JsonValue | undefined): JsonObject => {
    let current = value;
    for (let i = 0; i < 30; i += 1) {
      const reference = member(current, '$ref');
      if (typeof reference !== 'string') break;
      current = at(decodeURIComponent(reference.slice(1)));
    }
    return isObject(current) ? current : {};
  };

  const flat = (schema: JsonValue | undefined): FlatSchema => {
    const merged: Record<string, JsonValue> = {};
    const properties = new Map<string, JsonValue>();
    const required = new Set<string>();
    const decided = new Set<string>();
    let isChoice = false;
    const add = (value: JsonValue | undefined, depth: number, asPart: boolean): void => {
      if (depth > 12) return;
      const own = follow(value);
      for (const [key, each] of Object.entries(own))
        if (!['allOf', 'oneOf', 'anyOf'].includes(key)) merged[key] ??= each;
      // What comes later is the narrower: a part that builds on a base says more of its members.
      for (const [name, each] of Object.entries(own.properties ?? {}))
        if (!decided.has(name)) properties.set(name, each as JsonValue);
      if (Array.isArray(own.required)) for (const name of own.required) required.add(String(name));
      for (const part of Array.isArray(own.allOf) ? own.allOf : []) add(part, depth + 1, true);
      const variants = [own.oneOf, own.anyOf].find(Array.isArray);
      const discriminator = member(own, 'discriminator');
      const property = member(discriminator, 'propertyName');
      const mapping = Object.entries((member(discriminator, 'mapping') as JsonObject | undefined) ?? {});
      if (variants === undefined && (asPart || mapping.length === 0)) return;
      isChoice ||= typeof property !== 'string';
      const chosen = mapping[0];
      if (typeof property === 'string' && chosen !== undefined) {
        const target = String(chosen[1]);
        properties.set(property, { type: 'string', enum: [chosen[0]] });
        required.add(property);
        decided.add(property);
        add({ $ref: target.startsWith('#') ? target : `#/components/schemas/${target}` }, depth + 1, true);
      } else if (variants !== undefined) {
        const [first] = variants;
        const reference = member(first, '$ref');
        if (typeof property === 'string' && typeof reference === 'string') {
          properties.set(property, {
            type: 'string',
            enum: [reference.slice(reference.lastIndexOf('/') + 1)],
          });
          required.add(property);
          decided.add(property);
        }
        add(first, depth + 1, true);
      }
    };
    add(schema, 0, false);
    const { type } = merged;
    const named = Array.isArray(type) ? type.find((each) => each !== 'null') : type;
    return {
      type: typeof named === 'string' ? named : properties.size > 0 ? 'object' : undefined,
      nullable: merged.nullable === true || (Array.isArray(type) && type.includes('null')),
      schema: merged,
      properties,
      required,
      isReadOnly: merged.readOnly === true,
      isChoice,
      decided,
    };
  };

  const make = (schema: JsonValue | undefined, full: boolean, depth: number): JsonValue | undefined => {
    if (depth > MAX_DEPTH) return undefined;
    const { type, schema: own, properties, required } = flat(schema);
    if (own.const !== undefined) return own.const;
    if (Array.isArray(own.enum) && own.enum.length > 0) return own.enum.find((each) => each !== null);
    if (type === 'object') return makeObject(own, properties, required, full, depth);
    if (type === 'array') {
      const count = Math.max(numberAt(own, 'minItems') ?? 0, full ? 1 : 0);
      if (count === 0) return [];
      const item = make(own.items, full, depth + 1);
      if (item === undefined) return (numberAt(own, 'minItems') ?? 0) > 0 ? undefined : [];
      return count > 1 && own.uniqueItems === true ? undefined : Array.from({ length: count }, () => item);
    }
    if (type === 'integer' || type === 'number') return makeNumber(own);
    if (type === 'boolean') return true;
    return makeString(own);
  };
  const makeObject = (
    own: JsonObject,
    properties: ReadonlyMap<string, JsonValue>,
    required: ReadonlySet<string>,
    full: boolean,
    depth: number,
  ): JsonValue | undefined => {
    const entries: [string, JsonValue][] = [];
    for (const [name, part] of properties) {
      if (!(required.has(name) || (full && depth < 3)) || flat(part).isReadOnly) continue;
      const value = make(part, full, depth + 1);
      if (value === undefined && required.has(name)) return undefined;
      if (value !== undefined) entries.push([name, value]);
    }
    for (const name of required) if (!properties.has(name)) entries.push([name, 'any']);
    return (numberAt(own, 'minProperties') ?? 0) > entries.length ? undefined : Object.fromEntries(entries);
  };
  return { follow, flat, valid: (schema, full) => make(schema, full, 0) };
}

export function numberAt(schema: JsonObject, key: string): number | undefined {
  const value = schema[key];
  return typeof value === 'number' ? value : undefined;
}

function makeNumber(schema: JsonObject): number | undefined {
  const least = numberAt(schema, 'minimum') ?? numberAt(schema, 'exclusiveMinimum');
  const most = numberAt(schema, 'maximum') ?? numberAt(schema, 'exclusiveMaximum');
  const step = numberAt(schema, 'multipleOf') ?? 1;
  const from = least ?? Math.min(most ?? step, step);
  const candidates = [from, from + step, Math.ceil(from / step) * step + step];
  return (
    candidates.find(
      (value) => value % step === 0 && value <= (most ?? value) && schema.exclusiveMinimum === undefined,
    ) ?? candidates[1]
  );
}

const BY_FORMAT: { readonly [format: string]: string } = {
  'date-time': '2024-05-06T07:08:09.000Z',
  date: '2024-05-06',
  email: 'ada@example.com',
  uri: 'https://example.org/a',
  url: 'https://example.org/a',
  uuid: '3b241101-e2bb-4255-8caf-4136c566a962',
  ipv4: '192.0.2.1',
  regex: '^a+$',
  byte: 'YWJj',
  'uri-reference': '/a',
  hostname: 'example.org',
};

/** Undefined where a pattern is in the way, and none of the document's own values matches it. */
function makeString(schema: JsonObject): string | undefined {
  const { format, pattern } = schema;
  const least = numberAt(schema, 'minLength') ?? 0;
  const most = numberAt(schema, 'maxLength') ?? 1000;
  const fitting = (text: string) => text.length >= least && text.length <= most && isMatch(text, pattern);
  const own = [schema.example, ...(Array.isArray(schema.examples) ? schema.examples : []), schema.default];
  const base = typeof format === 'string' && Object.hasOwn(BY_FORMAT, format) ? BY_FORMAT[format] : undefined;
  const hasFormat = base !== undefined;
  const candidates = [
    ...(hasFormat ? [base] : own.filter((text) => typeof text === 'string')),
    ...(hasFormat
      ? []
      : ['abcdefgh'.repeat(Math.ceil(Math.max(least, 1) / 8)).slice(0, Math.max(least, Math.min(8, most)))]),
    ...(hasFormat ? [] : ['1'.repeat(Math.max(least, 1)), 'a'.repeat(Math.max(least, 1))]),
  ];
  return candidates.find((text): text is string => text !== undefined && fitting(text));
}

export function isMatch(text: string, pattern: JsonValue | undefined): boolean {
  if (typeof pattern !== 'string') return true;
  try {
    return new RegExp(pattern.replace(/^\(\?i\)/, ''), pattern.startsWith('(?i)') ? 'i' : '').test(text);
  } catch {
    return true;
  }
}
