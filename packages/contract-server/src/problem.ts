/** Where in a request a fault is. */
export type Place = 'method' | 'path' | 'query' | 'header' | 'cookie' | 'body' | 'security';

/** Something about a request that the spec does not allow. */
export interface Problem {
  readonly place: Place;
  /** The parameter, header or security scheme; null for the whole of the place. */
  readonly name: string | null;
  /** The JSON Pointer (RFC 6901) into its value; `''` for the whole. */
  readonly pointer: string;
  /** The keyword of JSON Schema or OpenAPI that is broken; `unknown`, `syntax` and so on where none is. */
  readonly keyword: string;
  /** A sentence. */
  readonly message: string;
  /** A sentence: what would mend it. */
  readonly hint: string;
}
