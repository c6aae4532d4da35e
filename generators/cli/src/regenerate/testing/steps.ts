import { expect } from 'vitest';
import { BRANCH } from '../pull-request-text.ts';
import type { Month, Told } from './month.ts';

/** What a step shows: of the pull request, its branch, and, where pages are edited, the check. */
export interface Seen {
  readonly ending: Told['ending'];
  /** The last line that was said. */
  readonly said: string;
  readonly title?: string;
  readonly labels?: readonly string[];
  /** The commits of the branch, the first one first. */
  readonly commits?: readonly string[];
  /** What the branch adds to the changelog, without headings and explanations. */
  readonly changelog?: readonly string[];
  /** The steps that its changesets ask for. */
  readonly changesets?: readonly string[];
  readonly drift?: string;
  /** Pages of the site that come and go. */
  readonly pages?: readonly string[];
  /** `severity file:line code`, without files that are out of date. */
  readonly annotations?: readonly string[];
  readonly version?: string;
}

export interface Step {
  readonly given: (month: Month) => Promise<Seen>;
  readonly want: Partial<Seen>;
}

/** The provider publishes another spec, and the scheduled workflow runs. */
export function publishes(...changes: readonly (readonly [string, string])[]): Step['given'] {
  return (month) => {
    let { spec } = month;
    for (const [from, to] of changes) {
      expect(spec).toContain(from);
      spec = spec.replace(from, to);
    }
    month.publish(spec);
    return regenerated(month);
  };
}

export async function regenerated(month: Month): Promise<Seen> {
  const { ending, stderr } = await month.regenerate();
  const said = stderr.trim().split('\n').at(-1) ?? '';
  const pull = month.github.pulls.findLast(({ state }) => state === 'open');
  if (pull === undefined) return { ending, said };
  month.git('fetch', '--quiet', 'origin', BRANCH);
  const added = (...paths: readonly string[]) =>
    month
      .git('diff', 'main...FETCH_HEAD', '--', ...paths)
      .split('\n')
      .flatMap((line) => (/^\+[^+]/.test(line) ? line.slice(1) : []));
  return {
    ending,
    said,
    title: pull.title,
    labels: pull.labels,
    commits: month.git('log', '--reverse', '--format=%s', 'main..FETCH_HEAD').split('\n'),
    changelog: added('specs/library/CHANGELOG.md').filter((line) => line.startsWith('- ')),
    changesets: added('.changeset').flatMap((line) => /^"@acme\/library-client": (.+)/.exec(line)?.[1] ?? []),
    drift: /^Drift: .+$/m.exec(pull.body)?.[0] ?? '',
    pages: pagesBetween(month, 'main', 'FETCH_HEAD'),
  };
}

/** `+` and `-` with pages of resources. */
function pagesBetween(month: Month, before: string, after: string): readonly string[] {
  return month
    .git('diff', '--name-status', '--no-renames', '--diff-filter=AD', before, after, '--', 'docs/content')
    .split('\n')
    .flatMap((line) => {
      const [, status, page] =
        /^([AD])\tdocs\/content\/library\/([^_/]+\/[^/]+)\/index\.md$/.exec(line) ?? [];
      return page === undefined || page.startsWith('consistency')
        ? []
        : `${status === 'A' ? '+' : '-'} ${page}`;
    });
}

/** Someone edits pages, in a pull request of their own. */
export function edits(change: Parameters<Month['edit']>[0]): Step['given'] {
  return async (month) => {
    const before = month.git('rev-parse', 'main');
    const { ending, stderr, annotations, comment } = await month.edit(change);
    return {
      ending,
      said: stderr.trim(),
      drift: /^Drift: .+$/m.exec(comment)?.[0] ?? '',
      pages: pagesBetween(month, before, 'main'),
      annotations: annotations
        .map((line) =>
          line.replace(/^::(\w+) file=([^,]+),line=(\d+),col=\d+,title=([\w-]+)::.*$/s, '$1 $2:$3 $4'),
        )
        .filter((line) => !line.endsWith('generated-file-stale')),
    };
  };
}

export function merges(then: Step['given'] = regenerated): Step['given'] {
  return (month) => {
    month.merge();
    return then(month);
  };
}

export const releases: Step['given'] = async (month) => ({ ending: 0, said: '', version: month.release() });
