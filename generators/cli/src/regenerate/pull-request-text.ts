import type { SemverStep } from '@plumbline/diff';
import { changelogSections } from '../diff/report/markdown.ts';
import { summaryText } from '../diff/report/words.ts';
import { fitting, harmless } from '../github/github-text.ts';
import { codeSpan, inline } from '../report/markdown.ts';
import { counted } from '../report/words.ts';
import { driftLines } from '../states/drift-table.ts';
import type { ProviderChange } from '../states/provider-change.ts';
import { type Regeneration, stepOf, type Upgrade } from './regeneration.ts';

/** The one branch of all regenerations. */
export const BRANCH = 'plumbline/regenerate';

const LABEL = 'plumbline';
const STEP_LABEL = 'semver: ';
const UPGRADE_LABEL = 'generator upgrade';

export function isOurLabel(label: string): boolean {
  return label === LABEL || label === UPGRADE_LABEL || label.startsWith(STEP_LABEL);
}

/** The labels of a pull request: whose it is, the step of the client, and whether the generator is another. */
export function labelsOf(regeneration: Regeneration): readonly string[] {
  return [
    LABEL,
    `${STEP_LABEL}${stepOf(regeneration)}`,
    ...(regeneration.upgrade === null ? [] : [UPGRADE_LABEL]),
  ];
}

/** `Update okta to 2026.06.3 (major)`. */
export function titleOf({ upgrade, changes }: Regeneration): string {
  const [first, ...others] = changes;
  if (first === undefined) return upgrade === null ? 'Nothing changed' : upgradeTitle(upgrade);
  const step = stepText(stepOf({ upgrade: null, changes, kept: [] }));
  if (others.length === 0) return `${changeTitle(first)}${step}`;
  return `Update ${changes.map(({ provider }) => provider).join(', ')}${step}`.slice(0, 200);
}

/** The subject of the commit that takes up a spec. */
export function changeTitle({ provider, diff: { versions } }: ProviderChange): string {
  const { before, after } = versions;
  return before === after ? `Update ${provider}` : `Update ${provider} to ${plainVersion(after)}`;
}

/** The subject of the commit that a new generator makes. */
export function upgradeTitle({ to }: Upgrade): string {
  return `Regenerate with ${to}`;
}

/** What the pull request tells: for each spec what changed, what it means to the client, and the drift; the generator apart. */
export function bodyOf({ upgrade, changes, kept }: Regeneration): string {
  const lines = [
    ...changes.flatMap(changeLines),
    ...(upgrade === null ? [] : upgradeLines(upgrade, changes.length > 0)),
    ...(kept.length === 0 ? [] : keptLines(kept)),
    '---',
    '',
    `Made by \`plumbline regenerate\`, on the branch \`${BRANCH}\`: each run makes it anew, as long as nobody else commits to it.`,
    '',
  ];
  return fitting(harmless(lines.join('\n')), 'The changelog has them all.');
}

function changeLines(change: ProviderChange): readonly string[] {
  const { provider, diff, drift } = change;
  const { before, after } = diff.versions;
  const versions = before === after ? before : `${before} → ${after}`;
  const summary =
    diff.semver === 'none'
      ? 'Nothing changed for who uses the client.'
      : `${inline(capital(summaryText(diff)))}.`;
  return [
    `## ${inline(`${provider} ${versions}`)}`,
    '',
    summary,
    '',
    ...driftLines(drift),
    ...changelogSections(diff, '###'),
  ];
}

function upgradeLines({ from, to, files, providers }: Upgrade, isFirst: boolean): readonly string[] {
  const versions = [from, to].flatMap((version) => (version === null ? [] : codeSpan(version))).join(' → ');
  const commit = isFirst ? 'The first commit holds' : 'This is';
  return [
    `## Generator: ${versions}`,
    '',
    `${commit} what ${codeSpan(to)} makes of the documents as they were: ${counted(files, 'file')} of ${providers.map(codeSpan).join(', ')}. No change of a spec is in it.`,
    '',
  ];
}

function keptLines(kept: readonly string[]): readonly string[] {
  return [
    '## Not regenerated',
    '',
    'Someone edited these generated files, so they were left as they are:',
    '',
    ...kept.map((file) => `- ${codeSpan(file)}`),
    '',
  ];
}

function stepText(step: SemverStep): string {
  return step === 'none' ? '' : ` (${step})`;
}

/** A version where Markdown does not apply, and words such as `Fixes #1` do. */
function plainVersion(version: string): string {
  return (
    version
      .replace(/[^\w.+-]+/g, ' ')
      .trim()
      .slice(0, 60) || 'a new version'
  );
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
