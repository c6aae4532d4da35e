/** What may be an integer beyond 2^53 - 1: 9007199254740991. */
const MAYBE_BIG = /(?:^|[[:,\s])-?(?:9\d{15}|[1-9]\d{16})/;

/**
 * The value of a JSON text, in which an integer that no number holds is a bigint, where it has 64 bits; beyond, SQLite too
 * knows floating-point numbers alone. Throws a SyntaxError for what is no JSON.
 */
export function parseJson(text: string): unknown {
  return MAYBE_BIG.test(text) ? JSON.parse(text, exact) : JSON.parse(text);
}

/** A reviver: what a number was written as, it is told by platforms that know JSON.parse source text access (ECMA TC39). */
function exact(_key: string, value: unknown, { source = '' }: { readonly source?: string } = {}): unknown {
  if (typeof value !== 'number' || Number.isSafeInteger(value) || !/^-?\d+$/.test(source)) return value;
  const integer = BigInt(source);
  return isOf64Bits(integer) ? integer : value;
}

/** What SQLite knows as an integer (SQLite, Datatypes, section 2). */
export function isOf64Bits(integer: bigint): boolean {
  return BigInt.asIntN(64, integer) === integer;
}
