import type { Diff, SemverStep } from '@plumbline/diff';
import { dictionary } from '@plumbline/model';
import { describe, expect, it } from 'vitest';
import type { ProviderChange } from '../states/provider-change.ts';
import { bodyOf, isOurLabel, labelsOf, titleOf } from './pull-request-text.ts';
import type { Upgrade } from './regeneration.ts';

function change(
  provider: string,
  semver: SemverStep,
  { versions = { before: '1', after: '2' }, drift = {} }: Partial<Diff> & { readonly drift?: object } = {},
): ProviderChange {
  const counts = (given: object) => dictionary<number>(Object.entries(given));
  const diff: Diff = {
    provider,
    versions,
    semver,
    summary: {
      breaking: semver === 'major' ? 2 : 0,
      compatible: semver === 'minor' ? 1 : 0,
      docs: 0,
      noted: 0,
    },
    changes: [],
    pages: [],
  };
  return { provider, diff, drift: { before: counts({ 'link-mangled': 2 }), after: counts(drift) } };
}

const upgrade: Upgrade = {
  from: '@plumbline/cli@1.0.0',
  to: '@plumbline/cli@1.1.0',
  providers: ['acme'],
  files: 3,
};

describe('the title of a pull request', () => {
  it.each([
    ['Update acme to 2 (major)', { upgrade: null, changes: [change('acme', 'major')] }],
    [
      'Update acme (minor)',
      { upgrade, changes: [change('acme', 'minor', { versions: { before: '1', after: '1' } })] },
    ],
    ['Update acme to 2', { upgrade: null, changes: [change('acme', 'none')] }],
    [
      'Update acme, umbra (major)',
      { upgrade: null, changes: [change('acme', 'patch'), change('umbra', 'major')] },
    ],
    ['Regenerate with @plumbline/cli@1.1.0', { upgrade, changes: [] }],
    [
      'Update acme to 1 Fixes 12 (patch)',
      {
        upgrade: null,
        changes: [change('acme', 'patch', { versions: { before: '1', after: '1\nFixes #12' } })],
      },
    ],
  ])('%s', (want, given) => {
    expect(titleOf({ ...given, kept: [] })).toBe(want);
  });
});

describe('the labels of a pull request', () => {
  it('say the largest step, and whether the generator is another', () => {
    const labels = labelsOf({ upgrade, changes: [change('a', 'none'), change('b', 'minor')], kept: [] });
    expect(labels).toEqual(['plumbline', 'semver: minor', 'generator upgrade']);
    expect(labels.every(isOurLabel)).toBe(true);
    expect(isOurLabel('bug')).toBe(false);
  });
});

describe('the text of a pull request', () => {
  it('tells of each spec, then of the generator, then of what was left alone', () => {
    const drift = { 'link-mangled': 1, 'param-missing-from-page': 4 };
    const body = bodyOf({
      upgrade,
      changes: [change('acme', 'major', { drift })],
      kept: ['docs/acme/index.md'],
    });
    expect(body).toBe(`## acme 1 → 2

2 breaking changes: major.

Drift: 2 before, 5 after.

| Code | | Before | After | |
| --- | --- | ---: | ---: | ---: |
| \`link-mangled\` | Address written into another one | 2 | 1 | −1 |
| \`param-missing-from-page\` | Required parameter missing from the page | 0 | 4 | +4 |

## Generator: \`@plumbline/cli@1.0.0\` → \`@plumbline/cli@1.1.0\`

The first commit holds what \`@plumbline/cli@1.1.0\` makes of the documents as they were: 3 files of \`acme\`. No change of a spec is in it.

## Not regenerated

Someone edited these generated files, so they were left as they are:

- \`docs/acme/index.md\`

---

Made by \`plumbline regenerate\`, on the branch \`plumbline/regenerate\`: each run makes it anew, as long as nobody else commits to it.
`);
  });

  it('calls nobody and closes nothing, whatever a spec calls itself', () => {
    const versions = { before: '1', after: '@acme/all fixes #1 <img src=x> https://evil.example' };
    const [head] = bodyOf({
      upgrade: null,
      changes: [change('acme', 'patch', { versions })],
      kept: [],
    }).split('\n');
    expect(head).toBe(
      '## acme 1 → @<!-- -->acme/all fixes \\#<!-- -->1 \\<img src=x\\> https:<!-- -->//evil.example',
    );
  });

  it('is never longer than GitHub takes', () => {
    const kept = Array.from({ length: 5000 }, (_, i) => `docs/content/acme/service/resource-${i}/index.md`);
    const body = bodyOf({ upgrade, changes: [], kept });
    expect(body.length).toBeLessThanOrEqual(65_536);
    expect(body).toContain('more lines. The changelog has them all.');
  });
});
