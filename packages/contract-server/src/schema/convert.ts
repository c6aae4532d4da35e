import type { ApiDocument } from '../document/document.ts';
import { referencePointer } from '../document/pointer.ts';
import {
  isObject,
  type JsonObject,
  type JsonValue,
  list,
  member,
  members,
  objectOf,
  textAt,
} from '../json.ts';
import { type Access, declarationsOf, hasAccess } from './access.ts';
import { isCheckedName } from './checked-name.ts';
import { draft4Keywords, exclusiveBounds, plainKeywords } from './keywords.ts';

/** Which way what is checked goes. */
export type Purpose = 'request' | 'response';

export interface Conversion {
  readonly document: ApiDocument;
  readonly purpose: Purpose;
  /** What a request may say of `readOnly` members. */
  readonly readOnly: 'ignore' | 'refuse';
  /** The schema that stands for one of the document's, by its pointer. */
  readonly reference: (pointer: string) => JsonObject;
  /** `oneOf`, `anyOf` and discriminators, in the place of the keywords themselves. */
  readonly variants: (
    schema: JsonObject,
    convert: (part: JsonValue) => JsonValue,
    isPart: boolean,
  ) => JsonObject;
  /** Whether the schema stands for a part of its variants, so that its discriminator decides nothing. */
  readonly isPart?: boolean;
  /** Another conversion, for schemas that see into those beside them (`unevaluatedProperties`). */
  readonly native?: () => Conversion;
}

/** Keywords whose value is a schema, a list of schemas, or a map of them (JSON Schema 2020-12, section 10). */
const ONE = ['items', 'additionalProperties', 'not', 'contains', 'propertyNames', 'if', 'then', 'else'];
const ONE_UNEVALUATED = ['unevaluatedItems', 'unevaluatedProperties'];
const MANY = ['allOf', 'prefixItems'];
const MAP = ['patternProperties', 'dependentSchemas'];

/**
 * A schema of an OpenAPI document as JSON Schema 2020-12: of version 3.0 what differs there (`nullable`, exclusive
 * bounds, siblings of `$ref` that say nothing), and what a request or an answer may hold of `readOnly` and
 * `writeOnly` members. What is not well-formed says nothing.
 */
export function convertSchema(schema: JsonValue | undefined, conversion: Conversion): JsonValue {
  return convertIn(schema, conversion, [], true);
}

/** `owners`: the schemas whose `allOf` this is a part of. */
function convertIn(
  schema: JsonValue | undefined,
  conversion: Conversion,
  owners: readonly JsonObject[],
  isWhole = false,
): JsonValue {
  if (typeof schema === 'boolean') return schema;
  if (!isObject(schema)) return true;
  const { document } = conversion;
  if (conversion.native !== undefined && !document.isDraft4 && ONE_UNEVALUATED.some((key) => key in schema))
    return convertIn(schema, conversion.native(), owners, isWhole);
  const reference = textAt(schema, '$ref');
  const pointer = reference === undefined ? null : referencePointer(reference);
  const target = pointer === null ? {} : conversion.reference(pointer);
  if (reference !== undefined && document.isDraft4) return target;
  const convert = (part: JsonValue | undefined) => convertIn(part, conversion, []);
  const together = [...owners, schema];
  const own = new Map<string, JsonValue>(plainKeywords(schema));
  for (const keyword of [...ONE, ...(document.isDraft4 ? [] : ONE_UNEVALUATED)]) {
    const value = member(schema, keyword);
    if (isObject(value) || typeof value === 'boolean') own.set(keyword, convert(value));
  }
  for (const keyword of MANY) {
    const parts = list(member(schema, keyword));
    const inner = keyword === 'allOf' ? together : [];
    if (parts.length > 0)
      own.set(
        keyword,
        parts.map((part) => convertIn(part, conversion, inner)),
      );
  }
  for (const keyword of MAP) {
    const value = member(schema, keyword);
    if (isObject(value))
      own.set(keyword, objectOf(members(value).map(([name, part]) => [name, convert(part)])));
  }
  for (const [keyword, value] of ofMembers(schema, together, conversion, convert)) own.set(keyword, value);
  for (const [keyword, value] of Object.entries(
    conversion.variants(schema, convert, isWhole && conversion.isPart === true),
  ))
    own.set(keyword, value);
  const bounded = exclusiveBounds(schema, objectOf(own));
  const whole = document.isDraft4 ? draft4Keywords(schema, bounded) : bounded;
  if (reference === undefined) return whole;
  return Object.keys(whole).length === 0 ? target : { allOf: [target, whole] };
}

/** `properties` and `required`, as far as the purpose has the members. */
function ofMembers(
  schema: JsonObject,
  together: readonly JsonObject[],
  conversion: Conversion,
  convert: (part: JsonValue) => JsonValue,
): readonly (readonly [string, JsonValue])[] {
  const { document, purpose } = conversion;
  const absent: Access = purpose === 'request' ? 'readOnly' : 'writeOnly';
  const found: (readonly [string, JsonValue])[] = [];
  const properties = member(schema, 'properties');
  if (isObject(properties)) {
    const converted = members(properties)
      .filter(([name]) => isCheckedName(name))
      .map(([name, part]) => {
        const isAbsent = hasAccess(part, absent, document);
        return [name, isAbsent ? absentMember(conversion) : convert(part)] as const;
      });
    found.push(['properties', objectOf(converted)]);
  }
  const required = list(member(schema, 'required')).filter(
    (name) =>
      typeof name === 'string' &&
      !declarationsOf(name, together, document).some((part) => hasAccess(part, absent, document)),
  );
  if (required.length > 0) found.push(['required', [...new Set(required)]]);
  return found;
}

function absentMember({ purpose, readOnly }: Conversion): JsonValue {
  if (purpose === 'response') return { 'x-absent': 'writeOnly' };
  return readOnly === 'refuse' ? { 'x-absent': 'readOnly' } : true;
}
