import type { JsonValue } from '@plumbline/model';
import { codeTag, type Encoded } from './encoded.ts';
import { replaceInvisible, unicodeEscape } from './invisible.ts';

type Ts = Encoded<'ts'>;

/** TypeScript of our own with encoded parts. */
export const ts = codeTag<'ts'>();

/** Printable ASCII without `'`, `<` and the backslash: what stands between quotes as it is. */
const PLAIN = /^[\x20-\x26\x28-\x3b\x3d-\x5b\x5d-\x7e]*$/;

/** A string literal in single quotes; `</script` and `<!--` are broken up, for a bundle may end in a page. */
export function tsString(value: string): Ts {
  if (PLAIN.test(value)) return `'${value}'` as Ts;
  const inner = JSON.stringify(value).slice(1, -1).replaceAll('\\"', '"').replaceAll("'", "\\'");
  return `'${replaceInvisible(inner, unicodeEscape).replace(/<(?=\/script|!--)/gi, '\\u003c')}'` as Ts;
}

/** A JSON value as an expression. `__proto__` is written as a computed key: plain, it would set the prototype. */
export function tsValue(value: JsonValue): Ts {
  if (typeof value === 'string') return tsString(value);
  if (value === null || typeof value !== 'object') return String(value) as Ts;
  if (Array.isArray(value)) return `[${value.map((item: JsonValue) => tsValue(item)).join(', ')}]` as Ts;
  const members = Object.entries(value).map(([key, item]) => `${tsKey(key)}: ${tsValue(item)}`);
  return (members.length === 0 ? '{}' : `{ ${members.join(', ')} }`) as Ts;
}

/** A property name in an object literal or a type: bare where it may be, else quoted. */
export function tsKey(name: string): Ts {
  if (name === '__proto__') return `['__proto__']` as Ts;
  return isIdentifierName(name) ? (name as Ts) : tsString(name);
}

/** `.name` or `['na-me']`. */
export function tsMember(name: string): Ts {
  return (isIdentifierName(name) && name !== '__proto__' ? `.${name}` : `[${tsString(name)}]`) as Ts;
}

/** A name that may be declared: `_` is appended to a reserved word. Throws where it is no identifier: a bug of ours. */
export function tsIdentifier(name: string): Ts {
  if (!isIdentifierName(name)) throw new TypeError(`Not an identifier: ${JSON.stringify(name)}`);
  return (RESERVED.has(name) ? `${name}_` : name) as Ts;
}

/** IdentifierName (ECMAScript 2025 section 12.7), without escapes. */
export function isIdentifierName(name: string): boolean {
  // Nearly all names are ASCII, which is told much faster.
  return /^[A-Za-z$_][\w$]*$/.test(name) || /^[\p{ID_Start}$_][\p{ID_Continue}$]*$/u.test(name);
}

/** Words that a module may not declare (ECMAScript 2025 section 12.7.2, strict mode), and names that would mislead. */
const RESERVED: ReadonlySet<string> = new Set(
  (
    'arguments await break case catch class const continue debugger default delete do else enum eval export extends ' +
    'false finally for function if implements import in instanceof interface let new null package private protected ' +
    'public return static super switch this throw true try typeof undefined var void while with yield ' +
    'any bigint boolean never number object string symbol unknown Promise'
  ).split(' '),
);
