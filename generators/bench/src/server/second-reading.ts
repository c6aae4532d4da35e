import type { JsonObject, JsonValue } from '@plumbline/model';
import { createFollow, type FlatSchema, type Follow, flatSchema } from './flat-schema.ts';
import { madeValue } from './made-value.ts';

/**
 * The document read by code that shares nothing with the contract server: schemas laid flat for requests, and values
 * made of them.
 */
export interface Reading {
  readonly follow: Follow;
  readonly flat: (schema: JsonValue | undefined) => FlatSchema;
  /** A value that the schema allows in a request, with what is optional or without; undefined: none was found. */
  readonly valid: (schema: JsonValue | undefined, isFull: boolean) => JsonValue | undefined;
}

export function readAgain(document: JsonObject): Reading {
  const follow = createFollow(document);
  const flat = (schema: JsonValue | undefined): FlatSchema => flatSchema(schema, follow);
  return { follow, flat, valid: (schema, isFull) => madeValue(schema, { flat, isFull, depth: 0 }) };
}
