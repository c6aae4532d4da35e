import type { Diagnostic } from '@plumbline/model';
import type { WatchInvocation } from '../command-line/invocation.ts';
import type { Host } from '../host.ts';
import { textOnDisk } from '../inputs/text-on-disk.ts';
import { closingSummary } from '../report/closing.ts';
import { makeReport } from '../report/make-report.ts';
import { printable } from '../report/printable.ts';
import type { ProviderSummary } from '../report/report.ts';
import type { Style } from '../report/reporters.ts';
import { counted } from '../report/words.ts';
import { coloursOf } from '../terminal/colours.ts';
import type { News } from './news.ts';

/** What became of one provider. */
export type Outcome =
  | {
      readonly kind: 'written';
      readonly summary: ProviderSummary;
      readonly diagnostics: readonly Diagnostic[];
      readonly news: News;
    }
  /** What cannot be read, or written. */
  | { readonly kind: 'stopped'; readonly diagnostics: readonly Diagnostic[] }
  /** The config asks for what cannot be. */
  | { readonly kind: 'refused'; readonly message: string };

/** What a save came to; no files: the first generation. */
export interface Round {
  readonly saved: readonly string[];
  readonly milliseconds: number;
  readonly outcomes: readonly Outcome[];
}

export interface Teller {
  (round: Round): void;
  readonly ready: (providers: readonly string[]) => void;
  readonly stopped: () => void;
}

/** Tells people on standard error, or machines, a line of JSON for each round, on standard output. */
export async function tellerOf({ reporter, quiet }: WatchInvocation, host: Host): Promise<Teller> {
  const say = (text: string): void => {
    if (!quiet && reporter === 'pretty') host.stderr.write(text);
  };
  const style = { colours: coloursOf(host.stderr, host.env), width: host.stderr.columns || 100 };
  const { prettyReport } = await import('../report/pretty.ts');
  const pretty = (diagnostics: readonly Diagnostic[]): string =>
    prettyReport(reportOf(diagnostics, [], host), style);
  const tell = (round: Round): void => {
    if (reporter === 'json') host.stdout.write(`${JSON.stringify(jsonOf(round))}\n`);
    else if (round.saved.length === 0) first(round);
    else host.stderr.write(`${linesOf(round, pretty, style)}\n`);
  };
  const first = ({ outcomes, milliseconds }: Round): void => {
    const summaries = outcomes.flatMap((one) => (one.kind === 'written' ? one.summary : []));
    const diagnostics = outcomes.flatMap((one) => (one.kind === 'refused' ? [] : one.diagnostics));
    for (const outcome of outcomes) {
      if (outcome.kind !== 'written') host.stderr.write(whyNot(outcome, pretty));
    }
    if (summaries.length > 0) {
      const report = reportOf(diagnostics, summaries, host);
      say(closingSummary(report, { colours: style.colours, seconds: milliseconds / 1000 }));
    }
  };
  return Object.assign(tell, {
    ready: (providers: readonly string[]) => say(`\nWatching ${providers.join(', ')}. Ctrl-C stops it.\n\n`),
    stopped: () => say('\nStopped.\n'),
  });
}

function reportOf(diagnostics: readonly Diagnostic[], providers: readonly ProviderSummary[], { cwd }: Host) {
  return makeReport({ command: 'generate', diagnostics, silenced: 0, providers, textOf: textOnDisk(cwd) });
}

type Pretty = (diagnostics: readonly Diagnostic[]) => string;

function linesOf({ saved, milliseconds, outcomes }: Round, pretty: Pretty, { colours }: Style): string {
  const written = outcomes.flatMap((one) => (one.kind === 'written' ? one : []));
  const others = outcomes.flatMap((one) => (one.kind === 'written' ? [] : one));
  const news = written.map((one) => one.news);
  const here = news.flatMap((one) => one.here);
  const elsewhere = news.flatMap((one) => one.elsewhere);
  const gone = news.reduce((sum, one) => sum + one.gone, 0);
  const what = others.length > 0 && written.length === 0 ? 'nothing was written' : writtenText(written);
  const name = saved.length === 1 ? printable(saved[0] ?? '') : counted(saved.length, 'file');
  return [
    `${colours.bold(name)}: ${what}, ${milliseconds.toFixed(0)} ms`,
    ...others.map((outcome) => whyNot(outcome, pretty).trimEnd()),
    ...(written.length === 0 ? [] : [foundText(here, saved.length, pretty)]),
    ...(elsewhere.length === 0 ? [] : ['  new in other files:', pretty(elsewhere).trimEnd()]),
    ...(gone === 0 ? [] : [`  ${counted(gone, 'finding is', 'findings are')} gone`]),
  ].join('\n');
}

function foundText(here: readonly Diagnostic[], saved: number, pretty: Pretty): string {
  return here.length === 0 ? `  nothing found in ${saved === 1 ? 'it' : 'them'}` : pretty(here).trimEnd();
}

function whyNot(outcome: Exclude<Outcome, { readonly kind: 'written' }>, pretty: Pretty): string {
  return outcome.kind === 'refused' ? `  ${printable(outcome.message)}\n` : pretty(outcome.diagnostics);
}

/** `wrote 4 files (client 1, docs 3)`. */
function writtenText(written: readonly (Outcome & { readonly kind: 'written' })[]): string {
  const counts = written.flatMap(({ summary }) =>
    summary.outputs.flatMap(({ output, created, updated, deleted }) => {
      const count = created.length + updated.length + deleted.length;
      return count === 0 ? [] : [{ output, count }];
    }),
  );
  const total = counts.reduce((sum, { count }) => sum + count, 0);
  if (total === 0) return 'nothing to write';
  return `wrote ${counted(total, 'file')} (${counts.map(({ output, count }) => `${output} ${count}`).join(', ')})`;
}

function jsonOf({ saved, milliseconds, outcomes }: Round): unknown {
  return {
    saved,
    milliseconds: Math.round(milliseconds),
    providers: outcomes.map((outcome) => {
      if (outcome.kind !== 'written') return outcome;
      const { summary, news } = outcome;
      return { kind: outcome.kind, provider: summary.provider, outputs: summary.outputs, ...news };
    }),
  };
}
