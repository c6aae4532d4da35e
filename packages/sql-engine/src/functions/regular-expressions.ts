import { RE2JS, RE2JSException } from 're2js';
import { Misuse } from './misuse.ts';

/** A pattern, compiled: it takes time linear in the text. */
export type Pattern = RE2JS;

/** So many are kept: a pattern may come from a row. */
const KEPT = 100;

/** Compiles the patterns of functions, each once. Throws a Misuse for what is none. */
export function patternCompiler(): (pattern: string, name: string) => Pattern {
  const known = new Map<string, Pattern>();
  return (pattern, name) => {
    const made = known.get(pattern) ?? compiled(pattern, name);
    if (known.size >= KEPT) known.clear();
    known.set(pattern, made);
    return made;
  };
}

/** The first match in a text; null: there is none. */
export function firstMatch(text: string, pattern: Pattern): string | null {
  const matcher = pattern.matcher(text);
  return matcher.find() ? (matcher.group() ?? '') : null;
}

/** The text with another in place of each match: `\1` to `\9` are what its groups matched, `\0` all of it. */
export function replaced(text: string, pattern: Pattern, by: string): string {
  const matcher = pattern.matcher(text);
  const groups = matcher.groupCount();
  const pieces: string[] = [];
  let at = 0;
  while (matcher.find()) {
    const inserted = by.replaceAll(/\\([\\\d])/g, (_, escaped: string) => {
      if (escaped === '\\') return escaped;
      return Number(escaped) <= groups ? (matcher.group(Number(escaped)) ?? '') : '';
    });
    pieces.push(text.slice(at, matcher.start()), inserted);
    at = matcher.end();
  }
  return [...pieces, text.slice(at)].join('');
}

function compiled(pattern: string, name: string): Pattern {
  try {
    return RE2JS.compile(pattern);
  } catch (error) {
    if (!(error instanceof RE2JSException)) throw error;
    const why = error.message.replace(/^error parsing regexp: /, '');
    throw new Misuse(name, {
      message: `\`${pattern}\` is no pattern: ${why}.`,
      hint: 'Patterns are those of RE2: without lookaround and references to groups.',
    });
  }
}
