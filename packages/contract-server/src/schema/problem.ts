/** A fault of a value against its schema. */
export interface Fault {
  /** The JSON Pointer (RFC 6901) of what is wrong; of a missing member, where it should stand. */
  readonly pointer: string;
  /** The keyword of JSON Schema that says so; `readOnly`, `writeOnly` or `discriminator` of OpenAPI. */
  readonly keyword: string;
  /** A phrase: `must be integer`. */
  readonly message: string;
}
