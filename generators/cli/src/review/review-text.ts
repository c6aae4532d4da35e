import { catalogue, type Diagnostic, isCode } from '@plumbline/model';
import { SILENCEABLE } from '../config/silenceable.ts';
import { changelogSections } from '../diff/report/markdown.ts';
import { summaryText } from '../diff/report/words.ts';
import { fitting, harmless } from '../github/github-text.ts';
import { codeSpan, inline } from '../report/markdown.ts';
import { type Report, withoutBaselined } from '../report/report.ts';
import { counted, foundHeading } from '../report/words.ts';
import { driftLines } from '../states/drift-table.ts';
import type { ProviderChange } from '../states/provider-change.ts';

/** What a review came to. */
export interface Review {
  readonly report: Report;
  /** What the pull request changes, of the providers that it touches. */
  readonly changes: readonly ReviewedChange[];
}

export interface ReviewedChange extends ProviderChange {
  /** Findings that were not there before. */
  readonly news: readonly Diagnostic[];
}

/** So many findings are listed each time; the report of the run has them all. */
const MOST = 50;
const FEW = 10;

/** Markdown for the comment of a pull request, and for the summary of the job. */
export function reviewText({ report, changes }: Review): string {
  const { diagnostics, summary } = withoutBaselined(report);
  const ofRun = diagnostics.filter(({ code }) => !SILENCEABLE.includes(code));
  const baselined = summary.baselined > 0 ? ` The baseline holds ${summary.baselined} more.` : '';
  const lines = [
    foundHeading(summary),
    '',
    ...countLines(report),
    ...(baselined === '' ? [] : [baselined.trim(), '']),
    ...[...Map.groupBy(ofRun, ({ code }) => code).values()].flatMap(fileLines),
    ...changes.flatMap(changeLines),
  ];
  return fitting(harmless(lines.join('\n')), 'The log of the check has them all.');
}

function countLines({ summary }: Report): readonly string[] {
  const rows = Object.entries(summary.codes).map(([code, count]) => {
    const title = isCode(code) ? catalogue[code].title : '';
    return `| ${count} | \`${code}\` | ${inline(title)} |`;
  });
  return rows.length === 0 ? [] : ['| Count | Code | |', '| ---: | --- | --- |', ...rows, ''];
}

function changeLines({ provider, diff, drift, news }: ReviewedChange): readonly string[] {
  const { before, after } = diff.versions;
  const text = summaryText(diff);
  return [
    `### ${inline(`${provider} ${before === after ? before : `${before} → ${after}`}`)}`,
    '',
    `For who uses the client: ${inline(text)}.`,
    '',
    ...driftLines(drift),
    ...(news.length === 0 ? [] : [`${counted(news.length, 'new finding')}:`, '', ...findingLines(news)]),
    ...changelogSections(diff, '####'),
  ];
}

/** Findings of the run itself, which differ by their files alone. */
function fileLines(findings: readonly Diagnostic[]): readonly string[] {
  const [first] = findings;
  if (first === undefined) return [];
  const files = [...new Set(findings.map(({ source }) => source.file))];
  const shown = files.slice(0, FEW).map(codeSpan).join(', ');
  const more = files.length > FEW ? ` and ${files.length - FEW} more` : '';
  return [`**${inline(catalogue[first.code].title)}.** ${inline(first.hint)} ${shown}${more}.`, ''];
}

function findingLines(findings: readonly Diagnostic[]): readonly string[] {
  const rows = findings.slice(0, MOST).map(({ source, severity, code, message, hint }) => {
    const place = codeSpan(`${source.file}:${source.line}:${source.column}`);
    return `| ${place} | ${severity} \`${code}\` | ${inline(message)}<br>${inline(hint)} |`;
  });
  const more = findings.length - rows.length;
  return [
    '| Place | | Finding |',
    '| --- | --- | --- |',
    ...rows,
    '',
    ...(more > 0 ? [`… and ${more} more.`, ''] : []),
  ];
}
