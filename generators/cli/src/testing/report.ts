import { type Diagnostic, diagnose, type Severity, type Source, settle } from '@plumbline/model';
import { makeReport } from '../report/make-report.ts';
import type { Report } from '../report/report.ts';

/** A finding about a parameter, as reconcile makes it. */
export function finding({
  file = 'a.md',
  line = 1,
  column = 1,
  name = 'userId',
  severity = 'error',
  related = [],
}: Partial<Source> & {
  readonly name?: string;
  readonly severity?: Severity;
  readonly related?: Diagnostic['related'];
} = {}): Diagnostic {
  const draft = diagnose({
    code: 'param-missing-from-page',
    args: { method: 'get_user', name, in: 'path', operation: 'GET /users/{userId}' },
    at: { file, line, column },
    subject: { resource: 'okta.users.users', method: 'get_user', name, in: 'path', required: true },
    related: related.map(({ message, source }) => ({ message, place: source })),
  });
  const { diagnostics } = settle([draft], {
    locate: ({ file }) => ({ file, line: 1, column: 1 }),
    severity: { 'param-missing-from-page': severity },
    ignore: [],
  });
  const [diagnostic] = diagnostics;
  if (diagnostic === undefined) throw new Error('One draft gives one diagnostic.');
  return diagnostic;
}

/** A report of the given findings on the given documents. */
export function reportOf(
  diagnostics: readonly Diagnostic[],
  documents: { readonly [file: string]: string } = {},
): Report {
  return makeReport({
    command: 'drift',
    diagnostics,
    silenced: 0,
    providers: [],
    textOf: (file) => documents[file],
  });
}
