import type { WriteBody } from './request/body.ts';
import type { Decode } from './response/decode.ts';
import type { Encode, Write } from './serialize/scalar.ts';

/**
 * What a method sends and expects, defaults left out. Styles, body encodings and decodings are functions, so that a
 * bundle holds those alone which its methods name.
 */
export interface Descriptor {
  /** Path parameters that are not plain (`simple`, not exploded, key and name the same); the others stand in the path. */
  readonly path?: readonly Placement[];
  readonly query?: readonly Placement[];
  readonly header?: readonly Placement[];
  readonly cookie?: readonly Placement[];
  /** True: a JSON body as `application/json`. */
  readonly body?: true | BodyEncoding;
  /** The `Accept` header, where it is not `application/json`. */
  readonly accept?: string;
  /** How a success is decoded, where it is not JSON. */
  readonly decode?: Decode;
  /** Where it is not the client's: alternatives, each a list of schemes; an empty list: no credentials. */
  readonly security?: Security;
  /** The server's URL, where it is not the client's. May hold variables. */
  readonly server?: string;
}

/** A parameter by its name on the wire; as an object where something is not the default of its place. */
export type Placement =
  | string
  | {
      readonly name: string;
      /** The member of the flat parameter object, where it is not the name. */
      readonly key?: string;
      readonly write?: Write;
      readonly encode?: Encode;
    };

export interface BodyEncoding {
  /** The media type. */
  readonly type: string;
  /** Absent: JSON. */
  readonly write?: WriteBody;
}

/** Alternatives of schemes that are needed together, named as the keys of the client's `auth`. */
export type Security = readonly (readonly string[])[];
