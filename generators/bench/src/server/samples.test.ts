import { existsSync } from 'node:fs';
import { member, openContract, sampleOf } from '@plumbline/contract-server';
import { findingsOf } from '@plumbline/contract-suite';
import { describe, expect, it } from 'vitest';
import { FOLDERS } from '../folders.ts';
import { oktaProvider } from './okta.ts';

describe.skipIf(!existsSync(FOLDERS.corpora))('answers of Okta (needs ../shared/corpora)', () => {
  it.each([true, false])('are valid as they are made, with the examples of the schemas: %s', (examples) => {
    const contract = openContract(oktaProvider());
    const { document } = contract;
    const invalid: string[] = [];
    const undeclared: string[] = [];
    let made = 0;
    for (const key of contract.operationKeys) {
      const operation = contract.operation(key);
      for (const { status, contents } of operation?.responses ?? []) {
        for (const { mediaType, object } of contents) {
          const schema = member(object, 'schema');
          if (schema === undefined || !mediaType.includes('json')) continue;
          made += 1;
          const check = contract.check('response', schema);
          const { isValid, value } = sampleOf(schema, { document, check, seed: 1, examples });
          if (!isValid) invalid.push(`${key} ${status}`);
          // Examples may hold what the document does not declare.
          if (operation === undefined || examples || Number.isNaN(Number(status))) continue;
          const found = findingsOf({ status: Number(status), mediaType, value }, operation, contract);
          undeclared.push(...found.map(({ keyword, at }) => `${key} ${status}: ${keyword} ${at}`));
        }
      }
    }
    expect(invalid).toEqual([]);
    expect(undeclared).toEqual([]);
    expect(made).toBeGreaterThan(2700);
  });
});
