import type { ExecStatement, InsertStatement } from '@plumbline/sql';
import { bestMethods, theOne, type Wanted } from '../plan/choose-method.ts';
import type { RunContext } from '../select/context.ts';

interface Choice {
  readonly statement: InsertStatement | ExecStatement;
  readonly names: Wanted['written'];
  readonly verb: Wanted['verb'];
  readonly resource?: InsertStatement['resource'];
}

/** The method that takes all values that a statement gives. */
export async function chosenMethod(
  { statement, names: written, verb, resource = statement.resource }: Choice,
  { directory, hinted }: RunContext,
) {
  const found = await directory.resource(resource);
  const { variables } = directory.catalogue;
  const wanted: Wanted = {
    found,
    at: statement.resource,
    variables,
    constants: [],
    fed: [],
    used: [],
    nameOf: ({ name }) => name,
    deciding: new Set(),
    hinted,
    verb,
    written,
  };
  return { found, variables, method: theOne(bestMethods(wanted), wanted) };
}
