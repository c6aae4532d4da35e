import { type AffectedPage, type Change, type ChangeClass, type Diff, ruleOf } from '@plumbline/diff';
import { codeSpan, inline } from '../../report/markdown.ts';
import { CLASS_TITLES, summaryText, usesText } from './words.ts';

/** Markdown (GFM): a changelog for those who use the client. */
export function markdownDiff(diff: Diff): string {
  const { provider, versions } = diff;
  return [
    `## ${inline(`${provider} ${versions.before} → ${versions.after}`)}`,
    '',
    `${inline(capital(summaryText(diff)))}.`,
    '',
    ...changelogSections(diff, '###'),
    ...pagesSection(diff.pages),
  ].join('\n');
}

/** Breaking and compatible changes by rule; of those of the documentation, their numbers. */
export function changelogSections({ changes }: Diff, heading: string): readonly string[] {
  const byClass = Map.groupBy(changes, (change) => change.class);
  return (['breaking', 'compatible', 'docs'] as const).flatMap((name) => {
    const group = byClass.get(name) ?? [];
    return group.length === 0 ? [] : [`${heading} ${CLASS_TITLES[name]}`, '', ...classLines(name, group)];
  });
}

function classLines(name: ChangeClass, changes: readonly Change[]): readonly string[] {
  const groups = [...Map.groupBy(changes, ({ rule }) => rule)];
  if (name === 'docs')
    return [...groups.map(([rule, group]) => `- ${inline(ruleOf(rule).title)}: ${group.length}`), ''];
  return groups.flatMap(([rule, group]) => [
    `**${inline(ruleOf(rule).title)}.** ${inline(ruleOf(rule).why)}`,
    '',
    ...group.map(line),
    '',
  ]);
}

function line(change: Change): string {
  const uses = usesText(change);
  return `- ${inline(change.message)}${uses === '' ? '' : ` In ${inline(uses)}.`}`;
}

function pagesSection(pages: readonly AffectedPage[]): readonly string[] {
  if (pages.length === 0) return [];
  return [
    '### Pages affected',
    '',
    ...pages.map(({ resource, file, methods }) => {
      const where = file === null ? '' : ` (${codeSpan(file)})`;
      return `- ${codeSpan(resource)}${where}: ${methods.map(codeSpan).join(', ')}`;
    }),
    '',
  ];
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
