import {
  type CatalogueField,
  type CatalogueMethod,
  type CatalogueParam,
  toJson,
} from '@plumbline/client-runtime';
import type { Span } from '@plumbline/sql';
import { together } from '../catalogue/names.ts';
import { placeOf } from '../catalogue/places.ts';
import { findColumn, findParam } from '../catalogue/resource-facts.ts';
import { Refusal } from '../refusal.ts';
import { argumentOf, isOfType, wrongType } from '../requests/arguments.ts';

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

/** A body that was written as a whole, and where each of its members stands. */
export interface WholeBody {
  readonly value: unknown;
  readonly placeOf: (member: string) => Span;
}

/** Puts values where they belong; throws a Refusal for one of another type than the spec's. */
export function callValues(
  method: CatalogueMethod,
  variables: readonly CatalogueParam[],
  assigned: readonly Assigned[],
  { whole, at: statement }: { readonly whole?: WholeBody; readonly at: Span },
): CallValues {
  const params: Body = Object.create(null);
  const servers = new Map<string, unknown>();
  const body: Body = Object.create(null);
  const written = new Map<string, string>();
  let all = whole?.value;
  for (const one of assigned) {
    const { name, value, at } = one;
    const place = placeOf(method, variables, name);
    if (place === null) continue;
    if (place.kind === 'param') {
      const { param } = place;
      // A parameter that is NULL is not sent.
      if (value === null || value === undefined) continue;
      const key = param.key ?? param.name;
      const argument = argumentOf(value, param, at);
      const known = param.in === 'server' ? servers.get(key) : params[key];
      const isAddress = known !== undefined;
      // The same value once more says nothing else.
      if (isAddress && toJson(known) === toJson(argument)) continue;
      const field = isAddress ? findColumn(method.body?.fields ?? [], name) : undefined;
      if (field !== undefined) {
        // `SET sku = 'b' WHERE sku = 'a'`: what is found by one is to have the other.
        setField(one, { field, path: [] });
      } else if (isAddress) {
        refuseTwice(one, 'It says what the request addresses: name it once.');
      } else if (param.in === 'server') {
        servers.set(key, argument);
      } else {
        params[key] = argument;
      }
    } else if (place.kind === 'body') {
      all = value === null ? null : argumentOf(value, { name, type: place.type }, at);
    } else {
      setField(one, place);
    }
  }
  if (whole !== undefined && isObject(all)) refuseOtherTypes(method, all, whole);
  if (written.size > 0) params.body = isObject(all) ? { ...all, ...body } : body;
  else if (all !== undefined) params.body = all;
  else if (method.body?.required) params.body = emptyBody(method, statement);
  if (isObject(params.body)) {
    const complete = withAddress(method, params.body, { params, at: statement });
    refuseIncomplete(method, complete, statement);
    params.body = complete;
  }
  return { params, variables: servers };

  function setField(
    one: Assigned,
    { field, path }: { readonly field: CatalogueField; readonly path: readonly string[] },
  ): void {
    const { name, value, at } = one;
    const keys = [field.key ?? field.name, ...path];
    const typed = { name, type: path.length > 0 ? 'any' : field.type } as const;
    const given = value === null ? null : argumentOf(value, typed, at);
    const id = JSON.stringify(keys);
    const text = toJson(given);
    if ((written.get(id) ?? text) !== text) refuseTwice(one, 'Give it one value.');
    written.set(id, text);
    setMember(body, keys, given);
  }
}

function refuseTwice({ name, at }: Assigned, hint: string): never {
  throw new Refusal('not-supported', { message: `\`${name}\` is given twice.`, hint, at });
}

/** Members of a body as it was written are sent as they are: of another type, none is. */
function refuseOtherTypes({ body }: CatalogueMethod, given: Body, { placeOf: memberAt }: WholeBody): void {
  for (const { name, key = name, type } of body?.fields ?? []) {
    const value = Object.hasOwn(given, key) ? given[key] : null;
    if (value !== null && !isOfType(value, type)) throw wrongType(value, { name, type }, memberAt(key));
  }
}

/** The body, with what it must hold and the request addresses by the same name. */
function withAddress({ body, params: own }: CatalogueMethod, given: Body, { params, at }: Addressed): Body {
  const complete = { ...given };
  for (const { name, key = name, type, required } of body?.fields ?? []) {
    const param = findParam(own, name);
    const address = param === undefined ? undefined : params[param.key ?? param.name];
    if (!required || address === undefined || Object.hasOwn(given, key)) continue;
    complete[key] = argumentOf(address, { name, type }, at);
  }
  return complete;
}

interface Addressed {
  readonly params: Body;
  readonly at: Span;
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
