import type { CatalogueMethod, CatalogueParam } from '@plumbline/client-runtime';
import type { Span } from '@plumbline/sql';
import { together } from '../catalogue/names.ts';
import { placeOf } from '../catalogue/places.ts';
import { Refusal } from '../refusal.ts';
import { argumentOf } from '../requests/arguments.ts';

/** A value that a statement gives to a name. */
export interface Assigned {
  readonly name: string;
  readonly value: unknown;
  readonly at: Span;
}

/** What a method is called with. */
export interface CallValues {
  readonly params: { readonly [key: string]: unknown };
  /** The server variables that the statement binds. */
  readonly variables: ReadonlyMap<string, unknown>;
}

type Body = { [name: string]: unknown };

/** Puts values where they belong; throws a Refusal for one of another type than the spec's. */
export function callValues(
  method: CatalogueMethod,
  variables: readonly CatalogueParam[],
  assigned: readonly Assigned[],
  { whole, at: statement }: { readonly whole?: unknown; readonly at: Span },
): CallValues {
  const params: Body = Object.create(null);
  const servers = new Map<string, unknown>();
  const body: Body = Object.create(null);
  let hasFields = false;
  let all = whole;
  for (const { name, value, at } of assigned) {
    const place = placeOf(method, variables, name);
    if (place === null) continue;
    if (place.kind === 'param') {
      const { param } = place;
      // A parameter that is NULL is not sent.
      if (value === null || value === undefined) continue;
      const argument = argumentOf(value, param, at);
      const key = param.key ?? param.name;
      // What a WHERE addresses, no SET puts another in place of.
      if (servers.has(key) || Object.hasOwn(params, key)) {
        throw new Refusal('not-supported', {
          message: `\`${name}\` is given twice.`,
          hint: 'It says what the request addresses: name it once.',
          at,
        });
      }
      if (param.in === 'server') servers.set(key, argument);
      else params[key] = argument;
      continue;
    }
    if (place.kind === 'body') {
      all = value === null ? null : argumentOf(value, { name, type: place.type }, at);
      continue;
    }
    hasFields = true;
    const { field, path } = place;
    const key = field.key ?? field.name;
    const typed = { name, type: path.length > 0 ? 'any' : field.type } as const;
    const given = value === null ? null : argumentOf(value, typed, at);
    setMember(body, [key, ...path], given);
  }
  if (hasFields) params.body = isObject(all) ? { ...all, ...body } : body;
  else if (all !== undefined) params.body = all;
  else if (method.body?.required) params.body = emptyBody(method, statement);
  if (isObject(params.body)) refuseIncomplete(method, params.body, statement);
  return { params, variables: servers };
}

/** Of a body that must be there: an object, which may lack nothing that it must hold. */
function emptyBody({ name, body }: CatalogueMethod, at: Span): object {
  if (body?.type === 'object' || body?.type === 'any') return {};
  throw new Refusal('missing-parameter', {
    message: `\`${name}\` needs a body.`,
    hint: "Give `body` a value, or an EXEC `@@json='…'`.",
    at,
  });
}

function refuseIncomplete({ name, body }: CatalogueMethod, given: Body, at: Span): void {
  const lacking = (body?.fields ?? []).filter(
    (field) => field.required && !Object.hasOwn(given, field.key ?? field.name),
  );
  if (lacking.length === 0) return;
  const names = together(lacking.map((field) => field.name));
  throw new Refusal('missing-parameter', {
    message: `\`${name}\` needs ${names} in its body.`,
    hint: `Give ${names} a value.`,
    at,
  });
}

function isObject(value: unknown): value is Body {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function setMember(object: Body, [key = '', ...path]: readonly string[], value: unknown): void {
  if (path.length === 0) {
    object[key] = value;
    return;
  }
  const own = Object.hasOwn(object, key) ? object[key] : undefined;
  const inner: Body = isObject(own) ? own : Object.create(null);
  object[key] = inner;
  setMember(inner, path, value);
}
