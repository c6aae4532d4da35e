import { attributeOf, attributeText } from './attributes.ts';
import type { Token } from './tokens.ts';

/**
 * Components of the pages that `emit-docs` writes, which tell more than the format has a place for. They, and what is in
 * them, are passed over as comments are.
 */
const WHOLE: ReadonlySet<string> = new Set(['MethodDetails', 'Nested', 'PerMethod', 'UsedBy']);
/** Their tags alone are passed over: what they hold is read. */
const TAGS: ReadonlySet<string> = new Set([
  'Aside',
  'DriftBadge',
  'ExampleTabs',
  'MethodBadge',
  'ResourceFilter',
  'SameFields',
  'Severity',
  'SpecLink',
  'Variants',
]);

/** The tokens of a page, with one of kind `component` for each stretch that a reader of the format passes over. */
export function markComponents(text: string, tokens: readonly Token[]): readonly Token[] {
  const marked: Token[] = [];
  for (let i = 0; i < tokens.length; i += 1) {
    const token = tokens[i];
    if (token === undefined) break;
    if (token.kind !== 'open' && token.kind !== 'close') marked.push(token);
    else if (isWhole(text, token)) {
      const last = closingOf(tokens, i);
      marked.push({ ...token, kind: 'component', end: tokens[last]?.end ?? token.end });
      i = last;
    } else if (TAGS.has(token.name) || WHOLE.has(token.name) || token.name === 'Example')
      marked.push({ ...token, kind: 'component' });
    else marked.push(token);
  }
  return marked;
}

/** Of the examples, the statement with everything that it can pass is the format's own. */
function isWhole(text: string, token: Token): boolean {
  if (token.kind !== 'open' || token.closed) return false;
  if (WHOLE.has(token.name)) return true;
  if (token.name !== 'Example') return false;
  const form = attributeOf(text, token, 'form');
  return form !== null && attributeText(text, form) === 'filled';
}

/** The index of the tag that closes an element, those of its name within it counted; its own where nobody closes it. */
function closingOf(tokens: readonly Token[], first: number): number {
  const name = tokens[first]?.name;
  let depth = 0;
  for (let i = first; i < tokens.length; i += 1) {
    const token = tokens[i];
    if (token?.name !== name || token === undefined) continue;
    if (token.kind === 'open' && !token.closed) depth += 1;
    if (token.kind === 'close') depth -= 1;
    if (depth === 0) return i;
  }
  return first;
}
