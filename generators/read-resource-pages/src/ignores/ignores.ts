import type { PageIgnore } from '@plumbline/model';
import { located, sourceAt } from '../document/page-text.ts';
import type { PageContext } from '../page/context.ts';
import { readDirective } from './directive.ts';
import { type Outline, type ScopeOf, scopeFinder } from './scope.ts';

/** What the comments of a page silence; reports those that are meant to and cannot be read. */
export function readIgnores(page: PageContext, outline: Outline): readonly PageIgnore[] {
  let scopeOf: ScopeOf | null = null;
  const comments = page.tokens.filter(({ kind }) => kind === 'comment');
  return comments.flatMap((token): readonly PageIgnore[] => {
    const { start } = token.content;
    const directive = readDirective(page.text.slice(start, token.content.end));
    if (directive === null) return [];
    if ('problem' in directive) {
      const { problem, remedy, offset } = directive;
      page.report('ignore-comment-invalid', { problem, remedy }, start + offset);
      return [];
    }
    const { reach, codes, reason } = directive;
    scopeOf ??= scopeFinder(page, outline);
    const span = reach === 'page' ? null : scopeOf(token);
    const scope =
      span === null
        ? ('page' as const)
        : { start: sourceAt(page, span.start), end: sourceAt(page, span.end) };
    return codes.map(({ value, offset }) => ({ code: located(page, start + offset, value), reason, scope }));
  });
}
