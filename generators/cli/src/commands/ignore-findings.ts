import {
  type Code,
  catalogueGroups,
  type DraftDiagnostic,
  diagnose,
  type IgnoreRule,
  type PageIgnore,
  type Settled,
  type Source,
  wildcard,
} from '@plumbline/model';
import { nearest } from '../command-line/nearest.ts';
import { SILENCEABLE } from '../config/silenceable.ts';

export interface IgnoreUse {
  readonly unused: Settled['unused'];
  readonly rules: readonly IgnoreRule[];
  /** Where a rule stands in the config, by its index; null without a config. */
  readonly positionOf: ((rule: number) => Promise<Source>) | null;
  /** The run emits all that there is to emit; else it cannot tell what emitting would have found. */
  readonly isComplete: boolean;
}

/** What is wrong with that which silences findings: codes that do not exist, and what silenced nothing. */
export async function ignoreFindings(use: IgnoreUse): Promise<readonly DraftDiagnostic[]> {
  const unlooked = use.isComplete ? [] : EMITTED;
  const isSure = (pattern: string) => !unlooked.some(wildcard(pattern));
  const drafts = use.unused.comments.flatMap(({ code }): readonly DraftDiagnostic[] => {
    if (!SILENCEABLE.some(wildcard(code.value))) return [unknownCode(code)];
    return isSure(code.value) ? [unused(code.value, 'comment', code.source)] : [];
  });
  for (const index of use.unused.rules) {
    const { code } = use.rules[index] ?? {};
    if (code === undefined || !isSure(code)) continue;
    const at = await use.positionOf?.(index);
    if (at !== undefined) drafts.push(unused(code, 'config', at));
  }
  return drafts;
}

const EMITTED: readonly Code[] = catalogueGroups.flatMap(({ stage, codes }) =>
  stage === 'emit' ? codes : [],
);

function unknownCode({ value, source }: PageIgnore['code']): DraftDiagnostic {
  const args = { code: value, nearest: nearest(value, SILENCEABLE) };
  return diagnose({ code: 'ignore-code-unknown', args, at: source });
}

function unused(code: string, by: 'config' | 'comment', at: Source): DraftDiagnostic {
  return diagnose({ code: 'ignore-unused', args: { code, by }, at });
}
