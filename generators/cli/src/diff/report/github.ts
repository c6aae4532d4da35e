import type { Change, Diff } from '@plumbline/diff';
import { data, property } from '../../report/github.ts';
import { usesText } from './words.ts';

/** Workflow commands of GitHub Actions: an annotation for each change of what the API does, at its place in the new state. */
export function githubDiff({ changes }: Diff): string {
  return changes
    .filter((change) => change.class !== 'docs')
    .map((change) => `${annotation(change)}\n`)
    .join('');
}

function annotation(change: Change): string {
  const { before, after, message, explanation, rule } = change;
  const level = change.class === 'breaking' ? 'error' : change.noted ? 'warning' : 'notice';
  const properties = {
    ...(after !== null && { file: after.file, line: after.line, col: after.column }),
    title: rule,
  };
  const written = Object.entries(properties).map(([name, value]) => `${name}=${property(String(value))}`);
  const uses = usesText(change);
  const lines = [
    message,
    ...(uses === '' ? [] : [`In ${uses}.`]),
    ...(before === null ? [] : [`Before: ${before.file}:${before.line}:${before.column}`]),
    explanation,
  ];
  return `::${level} ${written.join(',')}::${data(lines.join('\n'))}`;
}
