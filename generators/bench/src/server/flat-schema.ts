import { isObject, type JsonObject, type JsonValue, member, pointerTokens } from '@plumbline/model';

/** What a `$ref` leads to, through others; an empty object where that is nothing. */
export type Follow = (value: JsonValue | undefined) => JsonObject;

/** A schema with its parts, and the first of its variants, laid together. */
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

const MAX_REFERENCES = 30;
const MAX_PARTS_DEPTH = 12;

export function createFollow(document: JsonObject): Follow {
  const at = (pointer: string): JsonValue | undefined =>
    pointerTokens(pointer).reduce<JsonValue | undefined>(
      (value, token) => (Array.isArray(value) ? value[Number(token)] : member(value, token)),
      document,
    );
  return (value) => {
    let current = value;
    for (let i = 0; i < MAX_REFERENCES; i += 1) {
      const reference = member(current, '$ref');
      if (typeof reference !== 'string') break;
      current = at(decodeURIComponent(reference.slice(1)));
    }
    return isObject(current) ? current : {};
  };
}

export function flatSchema(schema: JsonValue | undefined, follow: Follow): FlatSchema {
  const laid: Laid = {
    keywords: {},
    properties: new Map(),
    required: new Set(),
    decided: new Set(),
    isChoice: false,
  };
  lay(schema, laid, { follow, depth: 0 });
  const { keywords, properties, required, decided, isChoice } = laid;
  const { type } = keywords;
  const named = Array.isArray(type) ? type.find((each) => each !== 'null') : type;
  return {
    type: typeof named === 'string' ? named : properties.size > 0 ? 'object' : undefined,
    nullable: keywords.nullable === true || (Array.isArray(type) && type.includes('null')),
    schema: keywords,
    properties,
    required,
    isReadOnly: keywords.readOnly === true,
    isChoice,
    decided,
  };
}

export function numberAt(schema: JsonObject, key: string): number | undefined {
  const value = schema[key];
  return typeof value === 'number' ? value : undefined;
}

/** What the parts of a schema have come to so far. */
interface Laid {
  readonly keywords: Record<string, JsonValue>;
  readonly properties: Map<string, JsonValue>;
  readonly required: Set<string>;
  readonly decided: Set<string>;
  isChoice: boolean;
}

interface Way {
  readonly follow: Follow;
  /** 0: the schema itself, else a part or a variant of it. */
  readonly depth: number;
}

function lay(value: JsonValue | undefined, laid: Laid, { follow, depth }: Way): void {
  if (depth > MAX_PARTS_DEPTH) return;
  const own = follow(value);
  const within = { follow, depth: depth + 1 };
  layMembers(own, laid);
  for (const part of listOf(own.allOf)) lay(part, laid, within);
  const variants = [own.oneOf, own.anyOf].find(Array.isArray);
  const discriminator = member(own, 'discriminator');
  const property = member(discriminator, 'propertyName');
  const mapping = member(discriminator, 'mapping');
  const [mapped] = isObject(mapping) ? Object.entries(mapping) : [];
  // A base with a discriminator is a choice by itself, and none where another schema is made of it.
  if (variants === undefined && (depth > 0 || mapped === undefined)) return;
  laid.isChoice ||= typeof property !== 'string';
  if (typeof property === 'string' && mapped !== undefined) {
    const [tag, target] = [mapped[0], String(mapped[1])];
    decide(property, tag, laid);
    const $ref = target.startsWith('#') ? target : `#/components/schemas/${target}`;
    lay({ $ref }, laid, within);
  } else if (variants !== undefined) {
    const [first] = variants;
    const reference = member(first, '$ref');
    if (typeof property === 'string' && typeof reference === 'string') {
      decide(property, reference.slice(reference.lastIndexOf('/') + 1), laid);
    }
    lay(first, laid, within);
  }
}

/** What comes later is the narrower: a part that builds on a base says more of its members. */
function layMembers(own: JsonObject, { keywords, properties, required, decided }: Laid): void {
  for (const [key, each] of Object.entries(own)) {
    if (!['allOf', 'oneOf', 'anyOf'].includes(key)) keywords[key] ??= each;
  }
  for (const [name, each] of Object.entries(own.properties ?? {})) {
    if (!decided.has(name)) properties.set(name, each as JsonValue);
  }
  for (const name of listOf(own.required)) required.add(String(name));
}

/** The value of a discriminator's property says which variant it is. */
function decide(property: string, tag: string, { properties, required, decided }: Laid): void {
  properties.set(property, { type: 'string', enum: [tag] });
  required.add(property);
  decided.add(property);
}

function listOf(value: JsonValue | undefined): readonly JsonValue[] {
  return Array.isArray(value) ? value : [];
}
