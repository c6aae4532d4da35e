import { existsSync } from 'node:fs';
import { createContractServer } from '@plumbline/contract-server';
import { describe, expect, it } from 'vitest';
import { FOLDERS } from '../folders.ts';
import { drawCorpus, judge } from './judge.ts';
import { oktaProvider } from './okta.ts';

describe.skipIf(!existsSync(FOLDERS.corpora))('requests of Okta (needs ../shared/corpora)', () => {
  it('are accepted where they are valid, and refused at the right place where they are not', async () => {
    const provider = oktaProvider();
    const server = await createContractServer(provider, { maxRecorded: 0 });
    const corpus = drawCorpus(provider.document, 120, 7);
    const { refused, accepted, misplaced } = await judge(corpus, server.url);
    await server.close();
    expect(corpus.covered).toBeGreaterThan(690);
    expect(refused).toEqual([]);
    expect(accepted.length + misplaced.length).toBeLessThanOrEqual(1);
  });
});
