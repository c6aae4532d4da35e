import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { load } from 'js-yaml';
import { describe, expect, it } from 'vitest';
import { diffModels } from './diff-models.ts';
import type { RuleId } from './rules/rules.ts';
import { countChanges, type Kind, type Part, type Reading } from './testing/count-changes.ts';
import { side } from './testing/side.ts';

const corpus = path.resolve(import.meta.dirname, '../../../../shared/corpora/okta');

/** The rules that tell what the counter counts, and where. */
const TOLD: { readonly [K in Kind]: { readonly rules: RegExp; readonly where: RegExp } } = {
  'body field added': { rules: /^request-field-(added-\w+|renamed)$/, where: /^body$/ },
  'body field removed': { rules: /^request-field-(removed|renamed)$/, where: /^body$/ },
  'body field required': { rules: /^request-field-became-required$/, where: /^body$/ },
  'parameter added': { rules: /^parameter-added/, where: /./ },
  'parameter enum': { rules: /^request-enum/, where: /^(path|query|header) / },
  'response enum': { rules: /^response-enum/, where: /^response 2/ },
  'response field added': { rules: /^response-field-(added|renamed)$/, where: /^response 2/ },
  'response field removed': { rules: /^response-field-(removed|renamed)$/, where: /^response 2/ },
  'response type': { rules: /^response-type/, where: /^response 2/ },
};

/** Operations that the counter and the findings judge otherwise, with the reason why the findings are right. */
const JUDGED_OTHERWISE: readonly (readonly [
  Kind,
  { readonly why: string; readonly onlyCounted?: readonly string[]; readonly onlyTold?: readonly string[] },
])[] = [
  [
    'body field added',
    {
      why: '`alg` of encryption keys is new; laid out flat, it is there all along, for signing keys have one.',
      onlyTold: ['POST /api/v1/apps/{appId}/credentials/jwks'],
    },
  ],
  [
    'body field removed',
    {
      why: 'A signing key has no `kid` any more, an e-mail server no `password` but where it authenticates by one; laid out flat, another alternative has them.',
      onlyTold: [
        'PATCH /api/v1/email-servers/{emailServerId}',
        'POST /api/v1/apps/{appId}/credentials/jwks',
        'POST /api/v1/email-servers',
      ],
    },
  ],
  [
    'body field removed',
    {
      why: 'The profile of a WebAuthn factor is still there: it became read-only, which is a rule of its own.',
      onlyCounted: [
        'POST /api/v1/users/{userId}/factors',
        'POST /api/v1/users/{userId}/factors/{factorId}/resend',
      ],
    },
  ],
  [
    'body field required',
    {
      why: 'The endpoints of identity verification can be sent now, none of them before; laid out flat, they are those of OpenID Connect, become required.',
      onlyCounted: ['POST /api/v1/idps', 'PUT /api/v1/idps/{idpId}'],
    },
  ],
  [
    'response field added',
    {
      why: '`_links` had `self` or `next`, and has both: each alternative lacked one.',
      onlyTold: ['GET /api/v1/iam/governance/bundles/{bundleId}/entitlements/{entitlementId}/values'],
    },
  ],
  [
    'response field removed',
    {
      why: '`resources` of a grant was required, though not declared, and is required no more.',
      onlyTold: [
        'GET /api/v1/users/{userId}/roles/{roleAssignmentId}/governance',
        'GET /api/v1/users/{userId}/roles/{roleAssignmentId}/governance/{grantId}',
      ],
    },
  ],
  [
    'response field removed',
    {
      why: 'An array whose only field is `items` has none: the items were meant, and what they are is told.',
      onlyCounted: ['GET /.well-known/assetlinks.json'],
    },
  ],
  [
    'response type',
    {
      why: 'One of several objects has become an array: told as alternatives that are gone and one that is new.',
      onlyCounted: ['GET /api/v1/policies', 'GET /oauth2/v1/clients/{clientId}/roles'],
    },
  ],
];

/** What others count between the two editions, and the reading that gives it. */
const FIGURES: readonly (readonly [Kind, number, Reading])[] = [
  ['response enum', 47, 'whole'],
  ['response field added', 22, 'surface'],
  ['body field added', 11, 'surface'],
  ['body field required', 10, 'whole'],
  ['response type', 8, 'surface'],
  ['parameter added', 6, 'surface'],
  ['parameter enum', 4, 'surface'],
  ['response field removed', 3, 'surface'],
  ['body field removed', 3, 'surface'],
];

describe.skipIf(!existsSync(corpus))('Okta from 2025 to 2026 (needs ../shared/corpora)', () => {
  function compared() {
    const [before, after] = ['openapi.yaml', 'openapi-2026.06.3.yaml'].map((file) => ({
      file,
      text: readFileSync(path.join(corpus, file), 'utf8'),
    }));
    if (before === undefined || after === undefined) throw new Error('There are two.');
    const documents = [load(before.text) as Part, load(after.text) as Part] as const;
    return {
      found: diffModels(side(before.text, before.file), side(after.text, after.file)),
      counted: {
        surface: countChanges(...documents, 'surface'),
        whole: countChanges(...documents, 'whole'),
      },
    };
  }
  const once: { value?: ReturnType<typeof compared> } = {};
  const comparison = () => {
    once.value ??= compared();
    return once.value;
  };

  it('loses 16 operations, wins 43, and renames one', () => {
    const { changes, semver } = comparison().found;
    const of = (...rules: readonly RuleId[]) => changes.filter(({ rule }) => rules.includes(rule));
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
  });

  it.each(FIGURES)('counts as the issue does: %s in %i operations', (kind, figure, reading) => {
    expect(comparison().counted[reading].get(kind)?.size).toBe(figure);
  });

  it.each(Object.keys(TOLD) as Kind[])(
    'is told by operation as an independent counter has it: %s',
    (kind) => {
      const { found, counted } = comparison();
      const { rules, where } = TOLD[kind];
      const told = new Set(
        found.changes
          .filter(({ rule }) => rules.test(rule))
          .flatMap(({ uses }) =>
            uses.filter((use) => where.test(use.where)).map(({ operation }) => operation),
          ),
      );
      const has = counted.whole.get(kind) ?? new Set();
      const judged = JUDGED_OTHERWISE.flatMap(([about, one]) => (about === kind ? [one] : []));
      expect({
        onlyTold: [...told].filter((operation) => !has.has(operation)).sort(),
        onlyCounted: [...has].filter((operation) => !told.has(operation)).sort(),
      }).toEqual({
        onlyTold: judged.flatMap(({ onlyTold = [] }) => onlyTold),
        onlyCounted: judged.flatMap(({ onlyCounted = [] }) => onlyCounted),
      });
    },
  );

  it('is told once where many operations share it', () => {
    const { changes } = comparison().found;
    const structural = changes.filter((change) => change.class !== 'docs');
    const uses = structural.reduce((sum, change) => sum + Math.max(change.uses.length, 1), 0);
    expect(structural.length * 2).toBeLessThan(uses);
  });
});
