import { compareDiagnostics, type Diagnostic } from '@plumbline/model';

/** What there is to say after a save. */
export interface News {
  /** Findings in the files that were saved. */
  readonly here: readonly Diagnostic[];
  /** Findings elsewhere that were not there before. */
  readonly elsewhere: readonly Diagnostic[];
  /** How many there were before that are gone. */
  readonly gone: number;
}

/** `before`: null where nothing is known. Findings that moved to other lines are the same. */
export function newsOf(
  saved: readonly string[],
  now: readonly Diagnostic[],
  before: readonly Diagnostic[] | null,
): News {
  const counted = now.filter(({ baselined }) => baselined !== true);
  const files = new Set(saved);
  const left = new Map<string, number>();
  const earlier = (before ?? []).filter(({ baselined }) => baselined !== true);
  for (const diagnostic of earlier) {
    const key = keyOf(diagnostic);
    left.set(key, (left.get(key) ?? 0) + 1);
  }
  const fresh = counted.filter((diagnostic) => {
    const key = keyOf(diagnostic);
    const count = left.get(key) ?? 0;
    if (count > 0) left.set(key, count - 1);
    return count === 0;
  });
  const isHere = ({ source }: Diagnostic) => files.has(source.file);
  return {
    here: counted.filter(isHere).sort(compareDiagnostics),
    elsewhere: before === null ? [] : fresh.filter((one) => !isHere(one)).sort(compareDiagnostics),
    gone: [...left.values()].reduce((sum, count) => sum + count, 0),
  };
}

function keyOf({ code, message, source }: Diagnostic): string {
  return JSON.stringify([code, message, source.file]);
}
