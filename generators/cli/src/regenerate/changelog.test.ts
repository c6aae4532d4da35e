import type { Diff } from '@plumbline/diff';
import { describe, expect, it } from 'vitest';
import { withSection } from './changelog.ts';

function diff(after: string): Diff {
  return {
    provider: 'acme',
    versions: { before: '1', after },
    semver: 'major',
    summary: { breaking: 1, compatible: 0, docs: 0, noted: 0 },
    changes: [],
    pages: [],
  };
}

const SECTION = '## 2\n\n1 breaking change: major.\n';

describe('a changelog', () => {
  it.each([
    ['begins', { given: null, want: `# Changelog\n\n${SECTION}` }],
    [
      'has the newest section first',
      {
        given: '# Changelog\n\nOf Acme.\n\n## 1\n\nOld.\n',
        want: `# Changelog\n\nOf Acme.\n\n${SECTION}\n## 1\n\nOld.\n`,
      },
    ],
    [
      'may have no section yet',
      { given: '# Changelog\n\nOf Acme.\n', want: `# Changelog\n\nOf Acme.\n\n${SECTION}` },
    ],
    ['may be empty', { given: '', want: SECTION }],
    [
      'may have come from Windows',
      { given: '# Changelog\r\n\r\n## 1\r\n', want: `# Changelog\n\n${SECTION}\n## 1\n` },
    ],
  ])('%s', (_, { given, want }) => {
    expect(withSection(given, diff('2'))).toBe(want);
  });

  it.each([
    ['<script>alert(1)</script>\n## 9', '## \\<script\\>alert(1)\\</script\\> \\#\\# 9\n'],
    [' ', '## Unversioned\n'],
  ])('lets no version %j do more than name', (version, want) => {
    expect(withSection(null, diff(version))).toContain(`# Changelog\n\n${want}`);
  });
});
