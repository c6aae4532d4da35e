import { describe, expect, it } from 'vitest';
import { finding } from '../testing/report.ts';
import { forReviewers } from './annotations.ts';

const spec = [{ message: 'the spec declares it', source: { file: 'openapi.yaml', line: 3, column: 4 } }];

describe('findings in a pull request', () => {
  it('come first where their file is changed', () => {
    const found = [finding({ file: 'a.md' }), finding({ file: 'b.md' }), finding({ file: 'c.md' })];
    const shown = forReviewers(found, new Set(['b.md']));
    expect(shown.map(({ source }) => source.file)).toEqual(['b.md', 'a.md', 'c.md']);
  });

  it('stand on the lines of the spec where that is changed and the page is not', () => {
    const [shown] = forReviewers(
      [finding({ file: 'a.md', line: 9, related: spec })],
      new Set(['openapi.yaml']),
    );
    expect(shown).toMatchObject({
      source: { file: 'openapi.yaml', line: 3, column: 4 },
      related: [{ source: { file: 'a.md', line: 9 } }],
    });
  });

  it('stay where they are if both are changed, or neither', () => {
    const found = [finding({ file: 'a.md', related: spec })];
    expect(forReviewers(found, new Set(['openapi.yaml', 'a.md']))).toEqual(found);
    expect(forReviewers(found, new Set(['b.md']))).toEqual(found);
  });
});
