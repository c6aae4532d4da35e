import type { DraftDiagnostic } from '@plumbline/model';
import type { FileMemory } from './file-memory.ts';
import { type Refused, type StagedChange, stageChanges } from './staging.ts';
import { planTarget, type TargetPlan, type TargetPlanInput } from './target-plan.ts';

/** A planned output whose new files are staged. */
export type StagedTarget =
  | { readonly plan: TargetPlan; readonly staged: readonly StagedChange[] }
  /** What forbids writing. */
  | { readonly problems: readonly DraftDiagnostic[] }
  | { readonly refused: Refused };

/**
 * Plans an output whose root is there, and stages what is new: the contents need not be kept until all is planned.
 *
 * @throws what is no refusal of the operating system.
 */
export function planAndStage(input: TargetPlanInput, memory?: FileMemory): StagedTarget {
  const planned = planTarget(input, memory);
  if ('problems' in planned) return planned;
  const staged = stageChanges(planned.changes);
  return 'refused' in staged ? staged : { plan: planned.plan, staged };
}
