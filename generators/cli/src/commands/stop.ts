import { EXIT } from '../command-line/exit-codes.ts';
import type { WrongUse } from '../command-line/invocation.ts';
import type { Host } from '../host.ts';
import { textOnDisk } from '../inputs/text-on-disk.ts';
import { makeReport } from '../report/make-report.ts';
import type { Report } from '../report/report.ts';
import { printStop } from './present.ts';
import type { Stopped } from './read-documents.ts';
import { printWrongUse } from './wrong-use.ts';

/** Tells why a command cannot begin, and answers with the code that it exits with. */
export async function stop(
  problem: Stopped | WrongUse,
  as: Pick<Report, 'command'> & Partial<Parameters<typeof printStop>[1]>,
  host: Host,
): Promise<number> {
  if ('kind' in problem) printWrongUse(problem, host);
  else {
    const { command, reporter = 'pretty', output = null } = as;
    const diagnostics = problem.unreadable;
    const textOf = textOnDisk(host.cwd);
    const report = makeReport({ command, diagnostics, silenced: 0, providers: [], textOf });
    await printStop(report, { reporter, output }, host);
  }
  return EXIT.wrongUse;
}
