/** A method of an emitted client, where its text has it. */
export interface MethodText {
  /** As its module exports it. */
  readonly name: string;
  /** `GET /users/{id}`, and where it starts. */
  readonly operation: string;
  readonly start: number;
  /** The descriptor with its braces, and where it starts; empty where there is none. */
  readonly descriptor: string;
  readonly descriptorStart: number;
}

/** One line each: `export const name: … =`, then `method('GET /users/{id}', { … });`. */
const METHOD = /^export const (\w+)[^\n]*\n[^\n]*?\bmethod\('([A-Z]+ [^'\n]*)'(?:, (\{[^\n]*\}))?\);$/gm;

/** The methods of an emitted module. */
export function methodTexts(text: string): readonly MethodText[] {
  return [...text.matchAll(METHOD)].map((match) => {
    const [whole, name = '', operation = '', descriptor = ''] = match;
    const end = match.index + whole.length - ');'.length;
    return {
      name,
      operation,
      start: match.index + whole.indexOf(`method('${operation}`) + "method('".length,
      descriptor,
      descriptorStart: end - descriptor.length,
    };
  });
}

/** The plain strings of a list in a descriptor: `query: ['a', 'b']`. */
export function listedIn({ descriptor, descriptorStart }: MethodText, list: string): readonly Listed[] {
  const found = new RegExp(`\\b${list}: \\[([^\\]]*)\\]`).exec(descriptor);
  if (found?.[1] === undefined) return [];
  const start = descriptorStart + found.index + `${list}: [`.length;
  return [...found[1].matchAll(/'([^'\\]*)'|\{[^{}]*\}|\d+/g)].map((item) => ({
    name: item[1] ?? item[0],
    isPlain: item[1] !== undefined,
    start: start + item.index,
    end: start + item.index + item[0].length,
  }));
}

export interface Listed {
  readonly name: string;
  /** A string, and no object. */
  readonly isPlain: boolean;
  readonly start: number;
  readonly end: number;
}

/** A member of a descriptor with the comma that separates it: `body: true, `. Null where there is none such. */
export function memberIn(
  { descriptor, descriptorStart }: MethodText,
  pattern: RegExp,
): { readonly start: number; readonly end: number; readonly text: string } | null {
  const found = pattern.exec(descriptor);
  if (found === null) return null;
  const after = /^, /.exec(descriptor.slice(found.index + found[0].length))?.[0] ?? '';
  const start = descriptorStart + found.index;
  return { start, end: start + found[0].length + after.length, text: found[0] };
}
