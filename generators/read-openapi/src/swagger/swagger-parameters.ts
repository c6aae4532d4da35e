import { childPointer, isObject, type JsonObject, type JsonValue, member } from '@plumbline/model';
import type { Node, ObjectNode } from '../document/node.ts';
import { lookUp } from '../document/pointer.ts';

/** A parameter of a Swagger 2.0 list, references to bodies followed. */
export interface ListedParameter {
  /** In a body: where the parameter itself stands, else its place in the list. */
  readonly node: ObjectNode;
  /** `body` and `formData` become the request body of OpenAPI 3, all others stay parameters. */
  readonly isBody: boolean;
}

/** The items of a `parameters` list (Swagger 2.0, Parameter Object) that can be upgraded, in order. */
export function listedParameters(document: JsonObject, list: Node): readonly ListedParameter[] {
  if (!Array.isArray(list.value)) return [];
  return list.value.flatMap((value: JsonValue, i): readonly ListedParameter[] => {
    const listed = listedParameter(document, { value, pointer: childPointer(list.pointer, i) });
    return listed === null ? [] : [listed];
  });
}

/** Null for anything that is no parameter. */
export function listedParameter(document: JsonObject, { value, pointer }: Node): ListedParameter | null {
  if (!isObject(value)) return null;
  const reference = member(value, '$ref');
  if (typeof reference === 'string') {
    const target = lookUp(document, reference);
    const isBody = target.kind === 'found' && isObject(target.value) && isBodyPlace(target.value);
    if (!isBody) return { node: { value, pointer }, isBody };
    return isNamed(target.value) ? { node: { value: target.value, pointer: target.pointer }, isBody } : null;
  }
  if (typeof member(value, 'in') !== 'string') return null;
  const isBody = isBodyPlace(value);
  return isBody && !isNamed(value) ? null : { node: { value, pointer }, isBody };
}

/** A field of a form becomes a property, which the upgrade calls whatever its name comes to as a text. */
function isNamed(parameter: JsonObject): boolean {
  const name = member(parameter, 'name');
  return member(parameter, 'in') === 'body' || typeof name === 'string' || typeof name === 'number';
}

function isBodyPlace(parameter: JsonObject): boolean {
  const place = member(parameter, 'in');
  return place === 'body' || place === 'formData';
}
