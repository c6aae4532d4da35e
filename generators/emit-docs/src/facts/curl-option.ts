import type { Encoded } from '@plumbline/render';

/** An option of `curl`, its value a word of a shell. */
export function option(name: string, value: Encoded<'shell'>): Encoded<'shell'> {
  return `--${name} ${value}` as Encoded<'shell'>;
}

/** Everything but unreserved characters (RFC 3986 section 2.3). */
export function encode(text: string): string {
  return encodeURIComponent(text.toWellFormed()).replace(
    /[!'()*]/g,
    (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
