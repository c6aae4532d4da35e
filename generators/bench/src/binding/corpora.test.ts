import { existsSync } from 'node:fs';
import { bindPages } from '@plumbline/reconcile';
import { beforeAll, describe, expect, it } from 'vitest';
import { FOLDERS } from '../folders.ts';
import { ABLATIONS } from './ablations.ts';
import { CASES } from './cases.ts';
import { type Documents, documentsOf } from './documents.ts';
import { measure, unbound } from './measure.ts';

/** Right ones of those bindable. */
const least: { readonly [id: string]: number } = {
  okta: 1,
  'okta-2026': 682 / 683,
  github: 1,
  'okta-legacy': 0.97,
};

describe.skipIf(!existsSync(FOLDERS.corpora))('bindings of the corpora (need ../shared/corpora)', () => {
  const read = new Map<string, Documents>();
  beforeAll(() => {
    for (const known of CASES) read.set(known.id, documentsOf(known));
  }, 60_000);
  const documents = (id: string): Documents => {
    const found = read.get(id);
    if (found === undefined) throw new Error(`There is no case ${id}.`);
    return found;
  };

  it.each(CASES)('$title: none wrong', ({ id }) => {
    const { input, truth, keys } = documents(id);
    const { wrong, recall, methods } = measure(bindPages(input), truth, keys);
    expect(methods).toBe(truth.size);
    expect(wrong).toBe(0);
    expect(recall).toBeGreaterThanOrEqual(least[id] ?? 1);
  });

  // Single corpora are small: one wrong binding of 20 is 5%.
  it.each(ABLATIONS)('$title: at least 98% of what is bound in all corpora is right', ({ apply }) => {
    const all = CASES.map(({ id }) => {
      const { input, truth, keys } = apply(documents(id));
      return measure(bindPages(input), truth, keys);
    });
    const right = all.reduce((sum, one) => sum + one.right, 0);
    const bound = all.reduce((sum, one) => sum + one.bound, 0);
    expect(right / bound).toBeGreaterThanOrEqual(0.98);
  });

  it('leave the methods of removed operations unbound, and the renamed one with the right candidate', () => {
    const { input, truth, keys } = documents('okta-2026');
    const left = unbound(bindPages(input), truth, keys);
    expect(left.filter(({ operation }) => operation === null)).toHaveLength(16);
    expect(left.filter(({ operation }) => operation !== null)).toMatchObject([
      {
        id: 'okta.directories.directories_integration.update_adgroup_membership',
        candidate: 'POST /api/v1/directories/{appInstanceId}/groups/modify',
      },
    ]);
  });

  // Pages are made of a spec's own operations, so a true binding has the same required parameters.
  it('have a truth for the pages of 2024 whose required parameters are those of its operations', () => {
    const { input, truth } = documents('okta-legacy');
    const operations = new Map(input.spec.operations.map((operation) => [operation.key, operation]));
    const differing = input.pages.resources.flatMap(({ id, methods }) =>
      methods.filter(({ name, required }) => {
        const operation = operations.get(truth.get(`${id.value}.${name.value}`) ?? '');
        const declared = operation?.parameters.filter((parameter) => parameter.required) ?? [];
        const documented = required.map((listed) => listed.name.value).filter((one) => one !== 'subdomain');
        return (
          documented.toSorted().join() !==
          declared
            .map((one) => one.name)
            .toSorted()
            .join()
        );
      }),
    );
    expect(differing).toEqual([]);
  });
});
