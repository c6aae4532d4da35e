import type { Diff } from '@plumbline/diff';
import { changelogSections } from '../diff/report/markdown.ts';
import { summaryText } from '../diff/report/words.ts';
import { inline } from '../report/markdown.ts';

/**
 * A provider's changelog with a section for a change before all others: `# Changelog`, then `## VERSION` of the spec, the
 * newest first, in CommonMark. Several changes of a spec that keeps its version have a section each.
 */
export function withSection(changelog: string | null, diff: Diff): string {
  const section = sectionText(diff);
  if (changelog === null) return `# Changelog\n\n${section}`;
  const text = changelog.replaceAll('\r\n', '\n');
  const first = /^## /m.exec(text);
  if (first === null) return `${text.trimEnd()}\n\n${section}`.trimStart();
  return `${text.slice(0, first.index)}${section}\n${text.slice(first.index)}`;
}

function sectionText(diff: Diff): string {
  const text = summaryText(diff);
  return [
    `## ${versionText(diff.versions.after)}`,
    '',
    `${inline(text.charAt(0).toUpperCase() + text.slice(1))}.`,
    '',
    ...changelogSections(diff, '###'),
  ].join('\n');
}

/** A version as a heading's only line. */
function versionText(version: string): string {
  const line = inline(version).trim();
  return line === '' ? 'Unversioned' : line;
}
