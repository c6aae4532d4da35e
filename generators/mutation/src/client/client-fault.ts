import type { Fault } from '../fault.ts';
import { positionAt, type TextEdit } from '../text-edit.ts';

/** A source of the client, by its path in the workspace. */
export interface ClientSource {
  readonly file: string;
  readonly text: string;
}

export interface ClientSite {
  readonly operator: string;
  readonly what: string;
  readonly edits: readonly TextEdit[];
  /** Empty: it may concern any. */
  readonly operations: readonly string[];
  readonly equivalent?: string | null;
}

export function clientFault({ file, text }: ClientSource, site: ClientSite): Fault {
  const { operator, what, edits, operations, equivalent = null } = site;
  const at = { file, ...positionAt(text, edits[0]?.start ?? 0) };
  return {
    side: 'client',
    operator,
    what,
    at,
    operations,
    equivalent,
    change: { in: 'client', file, edits },
  };
}
