import { existsSync } from 'node:fs';
import { openContract } from '@plumbline/contract-server';
import { startPrism } from '@plumbline/okta-contract-tests/prism';
import { describe, expect, it } from 'vitest';
import { FOLDERS } from '../folders.ts';
import { compareWithPrism } from './compare.ts';
import { judge } from './judged.ts';
import { mendedOkta } from './okta.ts';

describe.skipIf(!existsSync(FOLDERS.corpora))('Prism on Okta, mended (needs ../shared/corpora)', () => {
  // `bench:prism` calls them all.
  it('takes what the client sends for a sixth of its methods, answers what it decodes, and disagrees where it was judged', async () => {
    const okta = await mendedOkta();
    const prism = await startPrism(okta.file, ['--ignoreExamples']);
    try {
      const contract = openContract(okta.provider);
      const methods = okta.provider.methods.filter((_method, i) => i % 6 === 0);
      const found = await compareWithPrism(
        { ...okta.provider, methods },
        { ...okta, contract, url: prism.url },
      );
      const { counts, unjudged } = judge(found.disagreements);
      expect(unjudged).toEqual([]);
      expect(found.undecoded).toEqual([]);
      expect(found.called).toBe(117);
      expect(
        Object.fromEntries([...counts].map(([{ what }, count]) => [what, count])),
      ).toMatchInlineSnapshot(`
        {
          "\`writeOnly\` members in an answer": 6,
          "a member that one part of an \`allOf\` names, and that \`additionalProperties\` of another forbids": 0,
          "a schema that a \`discriminator\` names, without a \`oneOf\` around it": 3,
          "a value that several variants of a \`oneOf\` allow": 1,
          "answers that Prism makes, and then refuses itself": 4,
        }
      `);
    } finally {
      await prism.close();
      okta.remove();
    }
  }, 300_000);
});
