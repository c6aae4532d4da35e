import { decodePercents, isObject, type JsonObject, type JsonValue, pointerTokens } from '@plumbline/model';
import type { Kind } from '../bundle/grammar.ts';

interface Former {
  readonly from: string;
  readonly to: string;
}

/** Members of OpenAPI 3.2 that say what another says in 3.1, where that is not given. */
export const FORMER_NAMES: Readonly<Partial<Record<Kind, Former>>> = {
  example: { from: 'dataValue', to: 'value' },
  response: { from: 'summary', to: 'description' },
};

/**
 * An object of OpenAPI 3.2 with the names of 3.1: the data of examples (section 4.19), the summaries of responses (4.17) and
 * tags (4.22), the names of servers (4.5), and security requirements by the addresses of schemes (4.30). Of the tags of an
 * operation those of the navigation go first.
 */
export function lowerNames(value: JsonObject, kind: Kind, marginal: ReadonlySet<JsonValue>): JsonObject {
  const former = FORMER_NAMES[kind];
  const part = former === undefined ? value : renamed(value, former);
  if (kind !== 'document' && kind !== 'pathItem' && kind !== 'operation') return part;
  const { security, servers, tags } = part;
  const isOperation = kind === 'operation';
  return {
    ...part,
    ...(Array.isArray(security) && { security: security.map(lowerRequirement) }),
    ...(Array.isArray(servers) && { servers: eachRenamed(servers, { from: 'name', to: 'description' }) }),
    ...(Array.isArray(tags) && {
      tags: isOperation ? sorted(tags, marginal) : eachRenamed(tags, { from: 'summary', to: 'description' }),
    }),
  };
}

/** The tags that say something else than where an operation belongs: badges, audiences (OpenAPI 3.2 section 4.22). */
export function marginalTags({ tags }: JsonObject): ReadonlySet<JsonValue> {
  const marginal = (Array.isArray(tags) ? tags : [])
    .filter(isObject)
    .filter(({ kind }) => typeof kind === 'string' && kind !== 'nav');
  return new Set(marginal.flatMap(({ name }) => name ?? []));
}

function renamed(value: JsonObject, { from, to }: Former): JsonObject {
  const { [from]: moved, ...rest } = value;
  return moved === undefined || Object.hasOwn(value, to) ? value : { ...rest, [to]: moved };
}

function eachRenamed(values: readonly JsonValue[], former: Former): readonly JsonValue[] {
  return values.map((value) => (isObject(value) ? renamed(value, former) : value));
}

const SCHEMES = '#/components/securitySchemes';

function lowerRequirement(requirement: JsonValue): JsonValue {
  if (!isObject(requirement)) return requirement;
  return Object.fromEntries(
    Object.entries(requirement).map(([name, scopes]) => [schemeName(name), scopes] as const),
  );
}

function schemeName(name: string): string {
  if (!name.startsWith(`${SCHEMES}/`)) return name;
  const [scheme = name, ...more] = pointerTokens(decodePercents(name.slice(SCHEMES.length)));
  return more.length === 0 ? scheme : name;
}

function sorted(tags: readonly JsonValue[], marginal: ReadonlySet<JsonValue>): readonly JsonValue[] {
  return tags.toSorted((a, b) => Number(marginal.has(a)) - Number(marginal.has(b)));
}
