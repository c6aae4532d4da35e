import { type Code, type CodeArgs, type DraftDiagnostic, diagnose, type Subject } from '@plumbline/model';
import { type PageText, sourceAt } from '../document/page-text.ts';
import type { Token } from '../markup/token.ts';

/** A page on its way to the model: its text, what stands out of it, and where findings go. */
export interface PageContext extends PageText {
  readonly tokens: readonly Token[];
  readonly report: Report;
}

/** Collects a finding at an offset of the page. */
export type Report = <C extends Code>(code: C, args: CodeArgs<C>, offset: number, more?: ReportMore) => void;

export interface ReportMore {
  readonly subject?: Subject;
  readonly related?: readonly { readonly message: string; readonly offset: number }[];
}

/** A report that fills `diagnostics`; each finding is about `subject`, and what it adds itself. */
export function reportTo(page: PageText, diagnostics: DraftDiagnostic[], subject: Subject): Report {
  return (code, args, offset, more = {}) => {
    diagnostics.push(
      diagnose({
        code,
        args,
        at: sourceAt(page, offset),
        subject: { ...subject, ...more.subject },
        related: (more.related ?? []).map(({ message, offset: at }) => ({
          message,
          place: sourceAt(page, at),
        })),
      }),
    );
  };
}
