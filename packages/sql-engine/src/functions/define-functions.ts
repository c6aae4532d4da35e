import type { DatabaseSync } from 'node:sqlite';
import { isJsonEqual } from './json-equal.ts';
import { firstMatch, patternCompiler, replaced } from './regular-expressions.ts';
import { splitPart } from './split-part.ts';

/** Gives a database the functions of StackQL that SQLite has not. Each is NULL where an argument is. */
export function defineFunctions(database: DatabaseSync): void {
  const compiled = patternCompiler();
  const define = (
    name: string,
    count: number,
    of: (...given: readonly string[]) => string | number | null,
  ): void => {
    const run = (...given: readonly unknown[]) => (given.includes(null) ? null : of(...given.map(String)));
    // SQLite takes as many arguments as the function says that it has.
    Object.defineProperty(run, 'length', { value: count });
    database.function(name, { deterministic: true, useBigIntArguments: true }, run);
  };
  const isMatch = (name: string, text: string, pattern: string): number =>
    Number(compiled(pattern, name).test(text));
  define('regexp_like', 2, (text = '', pattern = '') => isMatch('regexp_like', text, pattern));
  // `text REGEXP pattern` (SQL Language Expressions, section 5).
  define('regexp', 2, (pattern = '', text = '') => isMatch('regexp', text, pattern));
  define('regexp_substr', 2, (text = '', pattern = '') =>
    firstMatch(text, compiled(pattern, 'regexp_substr')),
  );
  define('regexp_replace', 3, (text = '', pattern = '', by = '') =>
    replaced(text, compiled(pattern, 'regexp_replace'), by),
  );
  define('split_part', 3, (text = '', separator = '', place = '') =>
    splitPart(text, separator, Number(place)),
  );
  define('json_equal', 2, (a = '', b = '') => Number(isJsonEqual(a, b)));
}
