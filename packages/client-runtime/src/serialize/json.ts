interface WithRaw {
  /** Of newer platforms alone (JSON.parse source text access, ECMA TC39). */
  readonly rawJSON?: (text: string) => unknown;
}

/** A value's JSON, in which a bigint is the integer that it is. Throws a TypeError for what has none. */
export function toJson(value: unknown): string {
  try {
    return JSON.stringify(value);
  } catch (error) {
    const { rawJSON } = JSON as WithRaw;
    if (rawJSON === undefined) throw error;
    return JSON.stringify(value, (_key, item) => (typeof item === 'bigint' ? rawJSON(String(item)) : item));
  }
}
