import { existsSync } from 'node:fs';
import { openContract } from '@plumbline/contract-server';
import { startPrism } from '@plumbline/okta-contract-tests/prism';
import { describe, expect, it } from 'vitest';
import { FOLDERS } from '../folders.ts';
import { compareWithPrism } from './compare.ts';
import { judge } from './judged.ts';
import { mendedOkta } from './okta.ts';

describe.skipIf(!existsSync(FOLDERS.corpora))('Prism on Okta, mended (needs ../shared/corpora)', () => {
  it('takes what the client of all 699 methods sends, answers what it decodes, and disagrees where it was judged', async () => {
    const okta = await mendedOkta();
    const prism = await startPrism(okta.file, ['--ignoreExamples']);
    try {
      const contract = openContract(okta.provider);
      const found = await compareWithPrism(okta.provider, { ...okta, contract, url: prism.url });
      const { counts, unjudged } = judge(found.disagreements);
      expect(unjudged).toEqual([]);
      expect(found.undecoded).toEqual([]);
      expect(found).toMatchObject({ called: 699, accepted: 698 });
      expect(Object.fromEntries([...counts].map(([{ what }, count]) => [what, count]))).toEqual({
        'a value that several variants of a `oneOf` allow': 1,
        'answers that Prism makes, and then refuses itself': 44,
        '`writeOnly` members in an answer': 34,
        'a schema that a `discriminator` names, without a `oneOf` around it': 13,
        'a member that one part of an `allOf` names, and that `additionalProperties` of another forbids': 1,
      });
    } finally {
      await prism.close();
      okta.remove();
    }
  }, 300_000);
});
