import { type Diagnostic, type DraftDiagnostic, type SettleOptions, settle } from '@plumbline/model';

const AS_IS: SettleOptions = {
  locate: ({ file }) => ({ file, line: 1, column: 1 }),
  severity: {},
  ignore: [],
};

/** Drafts of the run itself as they are reported: no setting applies to them. */
export function reported(drafts: readonly DraftDiagnostic[]): readonly Diagnostic[] {
  return settle(drafts, AS_IS).diagnostics;
}
