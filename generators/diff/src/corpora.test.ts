import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { diffModels } from './diff-models.ts';
import type { RuleId } from './rules/rules.ts';
import { side } from './testing/side.ts';

const corpus = path.resolve(import.meta.dirname, '../../../../shared/corpora/okta');

describe.skipIf(!existsSync(corpus))('Okta from 2025 to 2026 (needs ../shared/corpora)', () => {
  function diffed() {
    const [before, after] = ['openapi.yaml', 'openapi-2026.06.3.yaml'].map((file) =>
      side(readFileSync(path.join(corpus, file), 'utf8'), file),
    );
    if (before === undefined || after === undefined) throw new Error('There are two.');
    return diffModels(before, after);
  }

  it('loses 16 operations, wins 43, and renames one', () => {
    const { changes, semver, summary } = diffed();
    const of = (...rules: readonly RuleId[]) => changes.filter(({ rule }) => rules.includes(rule));
    const reached = (...rules: readonly RuleId[]) =>
      new Set(of(...rules).flatMap(({ uses }) => uses.map(({ operation }) => operation))).size;
    expect({
      semver,
      removed: of('operation-removed').length,
      added: of('operation-added').length,
      moved: of('operation-moved').length,
      renamed: of('operation-id-changed').map(({ message }) => message),
    }).toEqual({
      semver: 'major',
      removed: 16,
      added: 43,
      moved: 0,
      renamed: [
        'The operationId of `POST /api/v1/directories/{appInstanceId}/groups/modify` is `updateGroupMembership`, no longer `updateADGroupMembership`.',
      ],
    });
    // Counted by operation, through components and variants.
    expect(reached('response-enum-value-added', 'response-enum-value-removed')).toBeGreaterThanOrEqual(41);
    expect(reached('response-field-added')).toBeGreaterThanOrEqual(22);
    expect(reached('request-field-added-optional', 'request-field-added-required')).toBeGreaterThanOrEqual(
      11,
    );
    expect(reached('parameter-added-optional', 'parameter-added-required')).toBe(6);
    // What many operations share is told once.
    expect(summary.breaking + summary.compatible).toBeLessThan(300);
  });
});
