import type { Token } from './token.ts';

/**
 * Components of the pages that `emit-docs` writes, which tell more than the format has a place for. Their tags are passed
 * over as comments are; what stands between them is read.
 */
const COMPONENTS: ReadonlySet<string> = new Set([
  'Aside',
  'DriftBadge',
  'ExampleTabs',
  'MethodBadge',
  'MethodDetails',
  'Nested',
  'Notes',
  'ResourceFilter',
  'SameFields',
]);

/** The tokens of a page, those of kind `component` which a reader of the format passes over. */
export function markComponents(tokens: readonly Token[]): readonly Token[] {
  return tokens.map((token) =>
    (token.kind === 'open' || token.kind === 'close') && COMPONENTS.has(token.name)
      ? { ...token, kind: 'component' }
      : token,
  );
}
