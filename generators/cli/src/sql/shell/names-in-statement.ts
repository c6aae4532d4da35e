import type { Token } from '@plumbline/sql';

/** Words behind which a resource is named. */
export const BEFORE_RESOURCE: ReadonlySet<string> = new Set([
  'FROM',
  'JOIN',
  'INTO',
  'UPDATE',
  'REPLACE',
  'EXEC',
  'DESCRIBE',
  'DESC',
  'EXTENDED',
  'METHOD',
  'IN',
]);

const NO_ALIAS: ReadonlySet<string> = new Set(
  'WHERE ON USING JOIN LEFT RIGHT FULL INNER CROSS NATURAL OUTER GROUP ORDER HAVING LIMIT OFFSET UNION SET SELECT VALUES RETURNING'.split(
    ' ',
  ),
);

/** A resource that a statement names. */
export interface NamedResource {
  readonly parts: readonly string[];
  /** What its columns may be qualified by. */
  readonly alias: string;
}

/** The resources of a statement, as far as it has been typed. */
export function resourcesIn(tokens: readonly Token[]): readonly NamedResource[] {
  const found: NamedResource[] = [];
  for (let i = 0; i < tokens.length; i += 1) {
    if (!BEFORE_RESOURCE.has(tokens[i]?.upper ?? '')) continue;
    const { parts, next } = dottedName(tokens, i + 1);
    if (parts.length < 2) continue;
    const at = tokens[next]?.upper === 'AS' ? next + 1 : next;
    const alias = tokens[at];
    const isAlias = alias !== undefined && isName(alias) && !NO_ALIAS.has(alias.upper);
    found.push({ parts, alias: isAlias ? alias.text : (parts[Math.min(2, parts.length - 1)] ?? '') });
    i = next - 1;
  }
  return found;
}

/** `a.b.c` from a place on, and where it ends. */
function dottedName(
  tokens: readonly Token[],
  from: number,
): { readonly parts: readonly string[]; readonly next: number } {
  const parts: string[] = [];
  let next = from;
  for (let token = tokens[next]; token !== undefined && isName(token); token = tokens[next]) {
    parts.push(token.text);
    next += 1;
    if (tokens[next]?.text !== '.') break;
    next += 1;
  }
  return { parts, next };
}

const isName = ({ kind }: Token): boolean => kind === 'word' || kind === 'quoted';
