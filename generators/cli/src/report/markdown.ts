import { catalogue, type Diagnostic, isCode } from '@plumbline/model';
import type { Report } from './report.ts';
import { foundHeading } from './words.ts';

/** Markdown (GFM), for a job summary or a comment: a table of the codes, then the findings of each file. */
export function markdownReport({ diagnostics, summary }: Report): string {
  const counts = Object.entries(summary.codes).map(([code, count]) => {
    const title = isCode(code) ? catalogue[code].title : '';
    return `| ${count} | \`${code}\` | ${inline(title)} |`;
  });
  const files = [...Map.groupBy(diagnostics, ({ source }) => source.file)].map(([file, findings]) =>
    [
      `### ${codeSpan(file)}`,
      '',
      '| Line | | Finding |',
      '| ---: | --- | --- |',
      ...findings.map(row),
      '',
    ].join('\n'),
  );
  return [
    foundHeading(summary),
    '',
    ...(counts.length === 0 ? [] : ['| Count | Code | |', '| ---: | --- | --- |', ...counts, '']),
    ...files,
  ].join('\n');
}

function row({ source, severity, code, message, hint }: Diagnostic): string {
  return `| ${source.line} | ${severity} \`${code}\` | ${inline(message)}<br>${inline(hint)} |`;
}

/** A sentence with names in backticks: they become code, everything else text. */
export function inline(sentence: string): string {
  return sentence
    .replace(/\s+/g, ' ')
    .split('`')
    .map((part, i) => (i % 2 === 1 ? codeSpan(part) : part.replace(/[\\<>&*_[\]|#~]/g, '\\$&')))
    .join('');
}

export function codeSpan(text: string): string {
  return `\`${text.replaceAll('`', "'").replaceAll('|', '\\|')}\``;
}
