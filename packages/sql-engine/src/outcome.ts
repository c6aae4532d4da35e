/** What became of one call of a statement that changes something. */
export type Outcome =
  | { readonly row: number; readonly ok: true; readonly data: unknown }
  | { readonly row: number; readonly ok: false; readonly error: unknown };
