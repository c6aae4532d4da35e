import { code, counted, details, plain, table } from '../report/markdown.ts';
import type { LiveReport } from './run-live.ts';

/** A live run as Markdown. */
export function liveSummaryOf(report: LiveReport): string {
  const { title, specVersion, covered, uncovered, findings, requests } = report;
  const all = covered.length + uncovered.length;
  const verdict =
    findings.length === 0
      ? 'Nothing came that the document does not say.'
      : `**${counted(findings.length, 'difference')} between the server and the document.**`;
  const rows = findings.map(({ operation, keyword, at, type, document }) => [
    code(operation),
    at === '' ? 'the whole' : code(at),
    meaning(keyword),
    type === null ? '–' : plain(type),
    code(document),
  ]);
  const whys = uncovered.map(({ method, why }) => `- ${code(method)}: ${sentence(why)}\n`).join('');
  return [
    `## ${plain(title)} ${plain(specVersion)}, live\n`,
    `${verdict} ${covered.length} of ${counted(all, 'reading method')} were answered, with ${counted(requests, 'request')}.\n`,
    ...(rows.length === 0
      ? []
      : [table(['operation', 'in the answer', 'what', 'type that came', 'in the document'], rows)]),
    ...(uncovered.length === 0 ? [] : [details(`${uncovered.length} not covered`, whys)]),
  ].join('\n');
}

const MEANINGS: { readonly [keyword: string]: string } = {
  undeclared: 'not in the document',
  required: 'required, and missing',
  type: 'another type',
  enum: 'not among the values',
  status: 'a status that is not declared',
  mediaType: 'a media type that is not declared',
};

function meaning(keyword: string): string {
  return Object.hasOwn(MEANINGS, keyword) ? String(MEANINGS[keyword]) : `breaks ${code(keyword)}`;
}

/** Our sentences hold code; paths in them are of the document. */
function sentence(why: string): string {
  return why
    .split(/(`[^`]*`)/)
    .map((part) => (part.startsWith('`') ? code(part.slice(1, -1)) : plain(part)))
    .join('');
}
