import { byCodeUnit, type Dictionary } from '../dictionary.ts';
import { isSpecOrigin, type Locate, type Place, type Source } from '../origin.ts';
import type { PageIgnore } from '../page/ignore.ts';
import type { IgnoreRule } from '../provider/config.ts';
import { catalogue } from './catalogue.ts';
import type { Diagnostic, DraftDiagnostic } from './diagnostic.ts';
import type { Severity } from './severity.ts';
import { wildcard } from './wildcard.ts';

export interface SettleOptions {
  readonly locate: Locate;
  readonly severity: Dictionary<Severity | 'off'>;
  readonly ignore: readonly IgnoreRule[];
  /** What comments of the pages silence. */
  readonly comments?: readonly PageIgnore[];
}

export interface Settled {
  readonly diagnostics: readonly Diagnostic[];
  readonly silenced: number;
  /** What silenced nothing: rules by their index in `ignore`. */
  readonly unused: { readonly rules: readonly number[]; readonly comments: readonly PageIgnore[] };
}

/**
 * Turns drafts into what is reported: positions looked up, severities of the settings applied, silenced ones
 * left out and counted, sorted by file, line, column, code and message, with equal ones merged.
 */
export function settle(
  drafts: readonly DraftDiagnostic[],
  { locate, severity, ignore, comments = [] }: SettleOptions,
): Settled {
  const at = (place: Place): Source => (isSpecOrigin(place) ? locate(place) : place);
  const rules = ignore.map((rule) => ({ matches: ruleMatcher(rule), used: false }));
  const inPages = commentsByFile(comments);
  const settled: Diagnostic[] = [];
  let silenced = 0;
  for (const draft of drafts) {
    const level = Object.hasOwn(severity, draft.code) ? severity[draft.code] : catalogue[draft.code].severity;
    // Whatever covers a finding is of use, also beside another that does.
    const covering = [...rules, ...inPages.at(draft.place)].filter(({ matches }) => matches(draft));
    for (const one of covering) one.used = true;
    if (level === 'off' || level === undefined || covering.length > 0) {
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
  return {
    diagnostics: settled.filter((one, i) => i === 0 || !isSame(one, settled[i - 1])),
    silenced,
    unused: {
      rules: rules.flatMap(({ used }, i) => (used ? [] : [i])),
      comments: inPages.unused(),
    },
  };
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

type Matches = (draft: DraftDiagnostic) => boolean;

function ruleMatcher(rule: IgnoreRule): Matches {
  const wanted = (['resource', 'method', 'operation', 'name'] as const).flatMap((key) => {
    const pattern = rule[key];
    return pattern === undefined ? [] : [{ key, matches: wildcard(pattern) }];
  });
  const isCode = wildcard(rule.code);
  return ({ code, subject }) =>
    isCode(code) && wanted.every(({ key, matches }) => matches(subject[key] ?? ''));
}

interface Comment {
  readonly ignore: PageIgnore;
  readonly matches: Matches;
  used: boolean;
}

interface CommentsByFile {
  readonly at: (place: Place) => readonly Comment[];
  readonly unused: () => readonly PageIgnore[];
}

function commentsByFile(comments: readonly PageIgnore[]): CommentsByFile {
  const files = new Map<string, Comment[]>();
  for (const ignore of comments) {
    const { file } = ignore.code.source;
    const comment = { ignore, matches: commentMatcher(ignore), used: false };
    const others = files.get(file);
    if (others === undefined) files.set(file, [comment]);
    else others.push(comment);
  }
  return {
    at: ({ file }) => files.get(file) ?? [],
    unused: () => [...files.values()].flat().flatMap(({ used, ignore }) => (used ? [] : [ignore])),
  };
}

function commentMatcher({ code, scope }: PageIgnore): Matches {
  const isCode = wildcard(code.value);
  return (draft) => {
    if (!isCode(draft.code)) return false;
    if (scope === 'page') return true;
    const { place } = draft;
    return !isSpecOrigin(place) && !isBefore(place, scope.start) && isBefore(place, scope.end);
  };
}

function isBefore(one: Source, other: Source): boolean {
  return one.line < other.line || (one.line === other.line && one.column < other.column);
}
