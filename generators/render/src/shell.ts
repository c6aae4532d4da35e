import type { Encoded } from './encoded.ts';

/** One word of a POSIX shell (IEEE 1003.1 section 2.2.2), in single quotes unless it needs none. NUL cannot be passed. */
export function shellWord(value: string): Encoded<'shell'> {
  const text = value.replaceAll('\0', '');
  const word =
    /^[\w@%+=:,./-]+$/.test(text) && !text.includes('\n') ? text : `'${text.replaceAll("'", `'\\''`)}'`;
  return word as Encoded<'shell'>;
}
