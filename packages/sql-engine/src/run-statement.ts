import type { Statement } from '@plumbline/sql';
import { runDescribe } from './describe/describe.ts';
import { runShow } from './describe/show.ts';
import { runChange } from './mutate/run-change.ts';
import { runExec } from './mutate/run-exec.ts';
import { runInsert } from './mutate/run-insert.ts';
import { Refusal } from './refusal.ts';
import type { RunContext } from './select/context.ts';
import { runSelect, type Selection } from './select/run-select.ts';

/** Whether a statement may change something at the provider. */
export function isMutation({ kind }: Statement): boolean {
  return ['insert', 'update', 'replace', 'delete', 'exec'].includes(kind);
}

/** Runs a statement of any kind. */
export function runStatement(statement: Statement, context: RunContext): Promise<Selection> {
  switch (statement.kind) {
    case 'select':
      return runSelect(statement.query, context);
    case 'insert':
      return runInsert(statement, context);
    case 'update':
    case 'replace':
    case 'delete':
      return runChange(statement, context);
    case 'exec':
      return runExec(statement, context);
    case 'show':
      return runShow(statement, context);
    case 'describe':
      return runDescribe(statement, context);
    case 'registry':
      throw new Refusal('not-supported', {
        message: 'There is no registry here: the provider is that of the client.',
        hint: 'Leave the statement out.',
        at: statement,
      });
  }
}
