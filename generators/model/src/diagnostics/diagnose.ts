import type { Place } from '../origin.ts';
import { type Code, type CodeArgs, catalogue } from './catalogue.ts';
import type { CodeEntry } from './define.ts';
import type { DraftDiagnostic, Subject } from './diagnostic.ts';

/** What is found, in the terms of its code. */
export interface Finding<C extends Code> {
  readonly code: C;
  readonly args: CodeArgs<C>;
  readonly at: Place;
  readonly subject?: Subject;
  readonly related?: readonly { readonly message: string; readonly place: Place }[];
}

/** Makes a draft diagnostic: the message and hint are the catalogue's, filled with `args`. */
export function diagnose<C extends Code>({
  code,
  args,
  at,
  subject = {},
  related = [],
}: Finding<C>): DraftDiagnostic {
  const entry = catalogue[code] as unknown as CodeEntry<CodeArgs<C>>;
  return { code, message: entry.message(args), hint: entry.hint(args), subject, place: at, related };
}
