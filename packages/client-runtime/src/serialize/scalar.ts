/** How a value's characters are made safe where it stands: percent-encoding, unless a parameter asks for another. */
export type Encode = (text: string) => string;

/**
 * Writes a parameter with its value: `name=value` pairs in a query or cookie, the value alone in a path or header.
 * The value is neither undefined nor null.
 */
export type Write = (name: string, value: unknown, encode: Encode) => string;

/** The text of a string, number, boolean or bigint. Throws a TypeError for anything else: `[object Object]` is never sent. */
export function scalarText(name: string, value: unknown): string {
  if (isScalar(value)) return String(value);
  throw new TypeError(`The parameter \`${name}\` cannot be of type ${typeof value}.`);
}

export function isScalar(value: unknown): value is string | number | boolean | bigint {
  return /string|number|boolean|bigint/.test(typeof value);
}

export function isAbsent(value: unknown): value is undefined | null {
  return value === undefined || value === null;
}

/** The items of an array, undefined and null ones left out (RFC 6570 section 2.3). */
export function items(value: readonly unknown[]): readonly unknown[] {
  return value.filter((item) => !isAbsent(item));
}

/** The members of an object, undefined and null ones left out; null where it is none. */
export function members(value: unknown): readonly (readonly [string, unknown])[] | null {
  if (typeof value !== 'object' || value === null || Array.isArray(value) || value instanceof Date)
    return null;
  return Object.entries(value).filter(([, member]) => !isAbsent(member));
}
