import { type Diff, diffModels } from '@plumbline/diff';
import { byCodeUnit, type Dictionary, dictionary } from '@plumbline/model';
import type { ProviderState } from './provider-state.ts';

/** What a change of a provider's documents means: to who uses its client, and for the drift between them. */
export interface ProviderChange {
  readonly provider: string;
  readonly diff: Diff;
  /** Numbers of findings by code, sorted. */
  readonly drift: { readonly before: DriftCounts; readonly after: DriftCounts };
}

export type DriftCounts = Dictionary<number>;

/** Compares two states of a provider. */
export function changeBetween(before: ProviderState, after: ProviderState): ProviderChange {
  const diff = diffModels(before, after);
  return { provider: diff.provider, diff, drift: { before: countsOf(before), after: countsOf(after) } };
}

function countsOf({ findings }: ProviderState): DriftCounts {
  const groups = Map.groupBy(findings, ({ code }) => code);
  return dictionary(
    [...groups].map(([code, group]) => [code, group.length] as const).sort(([a], [b]) => byCodeUnit(a, b)),
  );
}
