import { resolve } from 'node:path';
import type { RunInvocation } from '../command-line/invocation.ts';
import type { Host } from '../host.ts';
import { closingSummary, dryRunLines } from '../report/closing.ts';
import type { Report } from '../report/report.ts';
import { renderReport, type Style } from '../report/reporters.ts';
import { stageReport } from '../report/write-report.ts';
import { coloursOf, NO_COLOURS } from '../terminal/colours.ts';

const PLAIN: Style = { colours: NO_COLOURS, width: 120 };

/** The report in the form that is asked for, as it goes to its file or stream. */
export function reportText(
  report: Report,
  { reporter, output }: Pick<RunInvocation, 'reporter' | 'output'>,
  host: Host,
): Promise<string> {
  const style = output === null ? terminalStyle(host) : PLAIN;
  return renderReport(reporter, report, style);
}

/** What people read goes to standard error, what machines read to standard output. */
export function printReport(
  text: string,
  { command, reporter }: Pick<RunInvocation, 'reporter'> & Pick<Report, 'command'>,
  { stdout, stderr }: Host,
): void {
  const sink = reporter === 'pretty' && command !== 'model' ? stderr : stdout;
  if (text !== '') sink.write(text);
}

export function printClosing(report: Report, host: Host, seconds: number): void {
  const isDry = report.command === 'generate' && report.summary.providers.some(({ dryRun }) => dryRun);
  if (isDry) host.stderr.write(dryRunLines(report));
  host.stderr.write(closingSummary(report, { colours: terminalStyle(host).colours, seconds }));
}

/** Why nothing was done. A machine's report is printed too, so that CI shows the place. */
export async function printStop(
  report: Report,
  { reporter, output }: Pick<RunInvocation, 'reporter' | 'output'>,
  host: Host,
): Promise<void> {
  const { command } = report;
  const pretty = await renderReport('pretty', report, terminalStyle(host));
  host.stderr.write(pretty);
  if (command === 'generate' || command === 'fix' || command === 'import')
    host.stderr.write('Nothing was written.\n');
  if (reporter === 'pretty' || command === 'model') return;
  const text = await renderReport(reporter, report, PLAIN);
  if (output === null) host.stdout.write(text);
  else {
    const staged = stageReport(resolve(host.cwd, output), text);
    if ('commit' in staged) staged.commit();
  }
}

function terminalStyle({ stderr, env }: Host): Style {
  return { colours: coloursOf(stderr, env), width: stderr.columns || 100 };
}
