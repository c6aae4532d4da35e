import { type Code, catalogue, catalogueGroups } from '@plumbline/model';
import { fence, page, table } from './markdown.ts';

/** The guide to diagnostic codes: what `plumbline explain` tells, on one page. */
export function diagnosticGuide(): string {
  return page([
    '# Diagnostics',
    'What Plumbline reports, by the stage that finds it. `plumbline explain CODE` tells the same in a terminal. The severity of a code can be set in the config (`severity`), and a finding can be silenced with a reason, in the config or in the page: see [silencing findings](silencing.md).',
    ...catalogueGroups.flatMap(({ title, codes }) =>
      codes.length === 0
        ? []
        : [
            `## ${title}`,
            table(
              ['Code', 'Severity', 'What it is'],
              codes.map((code) => [
                `[\`${code}\`](#${code})`,
                catalogue[code].severity,
                catalogue[code].title,
              ]),
            ),
            ...codes.flatMap(codeBlocks),
          ],
    ),
  ]);
}

function codeBlocks(code: Code): string[] {
  const { severity, title, explanation, fixable, example } = catalogue[code];
  return [
    `### ${code}`,
    `**${title}** (${severity}${fixable ? ', fixable' : ''})`,
    explanation,
    'Before:',
    fence(example.before, example.language),
    'After:',
    fence(example.after, example.language),
  ];
}
