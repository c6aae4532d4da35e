import { byCodeUnit, type Dictionary } from '../dictionary.ts';
import { isSpecOrigin, type Locate, type Place, type Source } from '../origin.ts';
import type { IgnoreRule } from '../provider/config.ts';
import { catalogue } from './catalogue.ts';
import type { Diagnostic, DraftDiagnostic, Severity } from './diagnostic.ts';

export interface SettleOptions {
  readonly locate: Locate;
  readonly severity: Dictionary<Severity | 'off'>;
  readonly ignore: readonly IgnoreRule[];
}

/**
 * Turns drafts into what is reported: positions looked up, severities of the settings applied, silenced ones
 * left out and counted, sorted by file, line, column, code and message, with equal ones merged.
 */
export function settle(
  drafts: readonly DraftDiagnostic[],
  { locate, severity, ignore }: SettleOptions,
): { readonly diagnostics: readonly Diagnostic[]; readonly silenced: number } {
  const at = (place: Place): Source => (isSpecOrigin(place) ? locate(place) : place);
  const rules = ignore.map((rule) => ({ rule, matches: ruleMatcher(rule) }));
  const settled: Diagnostic[] = [];
  let silenced = 0;
  for (const draft of drafts) {
    const level = Object.hasOwn(severity, draft.code) ? severity[draft.code] : catalogue[draft.code].severity;
    if (level === 'off' || level === undefined || rules.some(({ matches }) => matches(draft))) {
      silenced += 1;
      continue;
    }
    const { code, message, hint, subject, related } = draft;
    settled.push({
      code,
      severity: level,
      message,
      hint,
      subject,
      source: at(draft.place),
      related: related.map((note) => ({ message: note.message, source: at(note.place) })),
    });
  }
  settled.sort(compareDiagnostics);
  return { diagnostics: settled.filter((one, i) => i === 0 || !isSame(one, settled[i - 1])), silenced };
}

/** File, line, column, code, message. */
export function compareDiagnostics(a: Diagnostic, b: Diagnostic): number {
  return (
    byCodeUnit(a.source.file, b.source.file) ||
    a.source.line - b.source.line ||
    a.source.column - b.source.column ||
    byCodeUnit(a.code, b.code) ||
    byCodeUnit(a.message, b.message)
  );
}

function isSame(a: Diagnostic, b: Diagnostic | undefined): boolean {
  return b !== undefined && compareDiagnostics(a, b) === 0;
}

function ruleMatcher(rule: IgnoreRule): (draft: DraftDiagnostic) => boolean {
  const wanted = (['resource', 'method', 'operation', 'name'] as const).flatMap((key) => {
    const pattern = rule[key];
    return pattern === undefined ? [] : [{ key, pattern: wildcard(pattern) }];
  });
  const code = wildcard(rule.code);
  return (draft) =>
    code.test(draft.code) && wanted.every(({ key, pattern }) => pattern.test(draft.subject[key] ?? ''));
}

/** `*` stands for any run of characters; everything else for itself. */
function wildcard(pattern: string): RegExp {
  const literal = pattern.split('*').map((part) => part.replace(/[.+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^${literal.join('.*')}$`, 's');
}
