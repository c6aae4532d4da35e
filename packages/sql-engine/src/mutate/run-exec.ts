import type { ExecStatement, JsonArgument, SelectItem } from '@plumbline/sql';
import type { RunContext } from '../select/context.ts';
import type { Selection } from '../select/run-select.ts';
import { assignedBy } from './assignments.ts';
import { callValues, type WholeBody } from './call-values.ts';
import { chosenMethod } from './chosen-method.ts';
import { jsonBody } from './json-argument.ts';
import { runCalls } from './run-calls.ts';

/** Calls a method by its name; its answer becomes rows. */
export async function runExec(statement: ExecStatement, context: RunContext): Promise<Selection> {
  const { resource, method: name, arguments: given, json } = statement;
  const names = given.map(({ column }) => ({ name: column.name, at: column }));
  const named = { ...resource, parts: [...resource.parts, name] };
  const { found, method, variables } = await chosenMethod(
    { statement, names, verb: 'exec', resource: named },
    context,
  );
  const assigned = assignedBy(given, context);
  const whole = json === null ? {} : { whole: wholeBody(json, context) };
  const calls = [callValues(method, variables, assigned, { ...whole, at: statement })];
  const star = { kind: 'star', qualifier: [], start: -1, end: -1 } as const;
  const all: SelectItem = {
    kind: 'select-item',
    expression: star,
    alias: null,
    required: null,
    comments: [],
    start: -1,
    end: -1,
  };
  const returning = method.columns.length > 0 ? [all] : [];
  return runCalls({ found, method, resource, calls, returning }, context);
}

/** What `@@json` says, and where. */
function wholeBody(json: JsonArgument, { text, values }: RunContext): WholeBody {
  return {
    value: jsonBody(json, text, values),
    placeOf: (name) => json.members.find((member) => member.name === name)?.value ?? json,
  };
}
