import type { Notice } from './logging/warn-once.ts';
import type { Page } from './paging/paged-call.ts';
import type { WriteBody } from './request/body.ts';
import type { Decode } from './response/decode.ts';
import type { Encode, Write } from './serialize/scalar.ts';

/**
 * What a method sends and expects, defaults left out. Styles, body encodings and decodings are functions, so that a
 * bundle holds those alone which its methods name.
 */
export interface Descriptor {
  /** Path parameters that are not plain (`simple`, not exploded, key and name the same); the others stand in the path. */
  readonly path?: readonly StyledPlacement[];
  readonly query?: readonly Placement[];
  readonly header?: readonly Placement[];
  readonly cookie?: readonly Placement[];
  readonly body?: BodyEncoding;
  /** The `Accept` header, where it is not `application/json`. */
  readonly accept?: string;
  /** How a success is decoded, where it is not JSON. */
  readonly decode?: Decode;
  /** How the answers hang together as pages. */
  readonly page?: Page;
  /** The failures that it declares, where they are not its client's usual ones: `404`, `'4XX'`, `'default'`. */
  readonly failures?: readonly (number | string)[];
  /** What `.result()` calls a success, where that is not its number: `'2XX'`, `'default'`. */
  readonly success?: string;
  /** OAuth 2.0 scopes, of which it needs one, separated by spaces. */
  readonly scopes?: string;
  /** Told of each call: {@link warnOnce}. */
  readonly deprecated?: Notice;
  /** Where it is not the client's: alternatives, each a list of schemes; an empty list: no credentials. */
  readonly security?: Security;
  /** The server's URL, where it is not the client's. May hold variables. */
  readonly server?: string;
}

/**
 * A parameter by its name on the wire; as an object where something is not the default of its place. Without `write` it
 * takes scalars and lists of scalars.
 */
export type Placement = string | StyledPlacement;

export interface StyledPlacement {
  readonly name: string;
  /** The member of the flat parameter object, where it is not the name. */
  readonly key?: string;
  readonly write?: Write;
  readonly encode?: Encode;
  /** Those of a path are, whatever it says. */
  readonly required?: true;
}

export interface BodyEncoding {
  readonly write: WriteBody;
  /** The media type, where it is not the usual one of `write`. */
  readonly type?: string;
  /** Whether a call may go without it. */
  readonly optional?: true;
  /** What an object must hold. */
  readonly fields?: readonly string[];
  /** Of a form: how its fields are written that have a style. */
  readonly styles?: { readonly [field: string]: Write };
  /** Of a multipart form: the media types of parts that are no files. */
  readonly types?: { readonly [part: string]: string };
}

/** Alternatives of schemes that are needed together, named as the keys of the client's `auth`. */
export type Security = readonly (readonly string[])[];
