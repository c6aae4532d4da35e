import { existsSync } from 'node:fs';
import { member, openContract, sampleOf } from '@plumbline/contract-server';
import { describe, expect, it } from 'vitest';
import { FOLDERS } from '../folders.ts';
import { oktaProvider } from './okta.ts';

describe.skipIf(!existsSync(FOLDERS.corpora))('answers of Okta (needs ../shared/corpora)', () => {
  it.each([true, false])('are valid as they are made, with the examples of the schemas: %s', (examples) => {
    const contract = openContract(oktaProvider());
    const { document } = contract;
    const invalid: string[] = [];
    let made = 0;
    for (const key of contract.operationKeys) {
      for (const { status, contents } of contract.operation(key)?.responses ?? []) {
        for (const { mediaType, object } of contents) {
          const schema = member(object, 'schema');
          if (schema === undefined || !mediaType.includes('json')) continue;
          made += 1;
          const check = contract.check('response', schema);
          if (!sampleOf(schema, { document, check, seed: 1, examples }).isValid)
            invalid.push(`${key} ${status}`);
        }
      }
    }
    expect(invalid).toEqual([]);
    expect(made).toBeGreaterThan(2700);
  });
});
