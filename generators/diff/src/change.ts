import type { Locate, ProviderModel, Source, Subject } from '@plumbline/model';
import type { ChangeClass } from './rules/rule.ts';
import type { RuleId } from './rules/rules.ts';

/** The step of the client's version (Semantic Versioning 2.0.0, sections 6 to 8). */
export type SemverStep = 'major' | 'minor' | 'patch' | 'none';

/** One of the two states that are compared. */
export interface DiffSide {
  readonly model: ProviderModel;
  /** Finds places of the spec that the model was made of. */
  readonly locate: Locate;
}

/** A place in one of the two states. */
export interface Position extends Source {
  /** JSON Pointer (RFC 6901) into the spec; absent for a place in a page. */
  readonly pointer?: string;
}

/** Where a change is felt. */
export interface Use {
  /** `GET /api/v1/users`, as it is after the change, or was before, where it is gone. */
  readonly operation: string;
  /** `query userId`, `body` or `response 200`; empty: the operation itself. */
  readonly where: string;
}

export interface Change {
  readonly rule: RuleId;
  readonly class: ChangeClass;
  /** Compatible, yet worth a look: code that covers every case may have a new one to cover. */
  readonly noted: boolean;
  /** One sentence, names in backticks. */
  readonly message: string;
  /** Why it is of its class. */
  readonly explanation: string;
  readonly subject: Subject;
  /** Where it was; of what is added, what it is added to; null where that is the whole API. */
  readonly before: Position | null;
  /** Where it is; of what is removed, what it is removed from. */
  readonly after: Position | null;
  /** Sorted; empty: the whole API. */
  readonly uses: readonly Use[];
}

/** A page, or a resource inferred from the spec, whose methods a change reaches. */
export interface AffectedPage {
  /** `okta.users.users`. */
  readonly resource: string;
  /** Null where no page tells of the resource. */
  readonly file: string | null;
  /** Sorted. */
  readonly methods: readonly string[];
}

export interface DiffSummary {
  readonly breaking: number;
  readonly compatible: number;
  readonly docs: number;
  /** How many of the compatible ones are noted. */
  readonly noted: number;
}

export interface Diff {
  readonly provider: string;
  /** `info.version` of each. */
  readonly versions: { readonly before: string; readonly after: string };
  readonly semver: SemverStep;
  readonly summary: DiffSummary;
  /** Breaking ones first; within a class by rule, then by what they are about. */
  readonly changes: readonly Change[];
  readonly pages: readonly AffectedPage[];
}
