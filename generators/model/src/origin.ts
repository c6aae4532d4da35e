/** A place in a file on disk. `file` is relative to the working directory, with `/`. */
export interface Source {
  readonly file: string;
  /** 1-based. */
  readonly line: number;
  /** 1-based, in UTF-16 units. */
  readonly column: number;
}

/**
 * A place in a spec. Line and column are looked up only when a diagnostic needs them: most places never are
 * shown, and finding them costs a second pass over the text.
 */
export interface SpecOrigin {
  readonly file: string;
  /** JSON Pointer (RFC 6901) into the file's document, `''` for the whole. */
  readonly pointer: string;
}

/** Where a diagnostic points, before positions are looked up. */
export type Place = Source | SpecOrigin;

/** Finds the line and column of a place in a spec; falls back to the nearest enclosing node that exists. */
export type Locate = (origin: SpecOrigin) => Source;

export function isSpecOrigin(place: Place): place is SpecOrigin {
  return 'pointer' in place;
}

/** Where a reconciled fact comes from: either side may be silent. */
export interface Origins {
  readonly page: Source | null;
  readonly spec: SpecOrigin | null;
}

/** The pointer of a child: `pointer` extended by one reference token, escaped as RFC 6901 section 3 says. */
export function childPointer(pointer: string, token: string | number): string {
  const text = String(token);
  // Readers call this for every node of a document, and few names need escaping.
  const escaped = /[~/]/.test(text) ? text.replaceAll('~', '~0').replaceAll('/', '~1') : text;
  return `${pointer}/${escaped}`;
}

/** The reference tokens of a pointer, unescaped (RFC 6901 section 4). */
export function pointerTokens(pointer: string): string[] {
  if (pointer === '') return [];
  const tokens = pointer.slice(1).split('/');
  return pointer.includes('~')
    ? tokens.map((token) => token.replaceAll('~1', '/').replaceAll('~0', '~'))
    : tokens;
}

/** A part of a URI reference, percent-decoded (RFC 3986 section 2.1); as it stands where it is badly encoded. */
export function decodePercents(text: string): string {
  if (!text.includes('%')) return text;
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
