import { existsSync } from 'node:fs';
import { bindPages } from '@plumbline/reconcile';
import { beforeAll, describe, expect, it } from 'vitest';
import { FOLDERS } from '../folders.ts';
import { CASES } from './cases.ts';
import { hide } from './hide.ts';
import { measure } from './measure.ts';
import { type Documents, documentsOf } from './report.ts';

/** At least 99% of what is bound is right, and most is bound. */
const least: { readonly [id: string]: number } = {
  okta: 1,
  'okta-2026': 0.99,
  github: 1,
  'okta-legacy': 0.9,
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

  it.each(CASES)('$title', ({ id }) => {
    const { input, truth, keys } = documents(id);
    const { precision, recall, methods } = measure(bindPages(input), truth, keys);
    expect(methods).toBe(truth.size);
    expect(precision).toBeGreaterThanOrEqual(0.99);
    expect(recall).toBeGreaterThanOrEqual(least[id] ?? 1);
  });

  it.each(CASES)('$title, its operationIds hidden: none wrong', ({ id }) => {
    const { input, truth, keys } = documents(id);
    expect(measure(bindPages(hide(input, ['operationIds'])), truth, keys).wrong).toBe(0);
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
