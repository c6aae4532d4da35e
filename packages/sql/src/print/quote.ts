import { CLAUSE_WORDS, KEYWORDS } from '../lex/keywords.ts';

/** Names that every SQL engine reads without quotes, keywords aside. */
const PLAIN = /^[A-Za-z_][A-Za-z0-9_]*$/;

/** The text as a string of SQL: in single quotes, those within doubled. */
export function quoteString(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}

/** The name in double quotes, those within doubled: read back as the same name, whatever it holds. */
export function quoteIdentifier(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

export function isPlain(name: string): boolean {
  return PLAIN.test(name);
}

export function isKeyword(name: string): boolean {
  const upper = name.toUpperCase();
  return KEYWORDS.has(upper) || CLAUSE_WORDS.has(upper);
}

/** The name as it stands in a statement: quoted where it is a keyword or holds more than letters, digits, `_`. */
export function printName(name: string): string {
  return isPlain(name) && !isKeyword(name) ? name : quoteIdentifier(name);
}

/** The name behind a dot or an `@`, where a keyword is a name like any other. */
export function printNameInside(name: string): string {
  return isPlain(name) ? name : quoteIdentifier(name);
}
