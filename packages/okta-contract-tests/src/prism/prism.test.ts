import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { checkResponse } from '@plumbline/contract-server';
import { clientMethod, methodInput } from '@plumbline/contract-suite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { contract as suite } from '../generated/contract.ts';
import { type Prism, startPrism } from './start-prism.ts';

const { provider, contract } = suite;
const methods = provider.methods
  .filter(({ operation }) => operation !== null)
  .map((method) => [`${method.resource} ${method.method}`, method] as const);

const PASSWORD = 'writeOnly /credentials/password/value';
const ANSWER = 'writeOnly /credentials/recovery_question/answer';

/** Where Prism answers what our reading of the document does not allow; the README of the contract server says why. */
const JUDGED: { readonly [mode: string]: { readonly [method: string]: readonly string[] } } = {
  'the examples of the document': {},
  'values made of the schemas': {
    'okta.users.users list_users': [PASSWORD, ANSWER].map((fault) => fault.replace(' ', ' /0')),
    'okta.users.users get_user': [PASSWORD, ANSWER, 'type /_embedded/blocks'],
    'okta.users.users create_user': [PASSWORD, ANSWER],
    'okta.users.users update_user': [PASSWORD, ANSWER],
    'okta.users.users replace_user': [PASSWORD, ANSWER],
  },
};

describe.each([
  ['the examples of the document', [], ['required', 'full']],
  ['values made of the schemas', ['--ignoreExamples'], ['full']],
] as const)('Prism that answers %s', (mode, flags, extents) => {
  const folder = mkdtempSync(path.join(tmpdir(), 'plumbline-prism-'));
  let prism: Prism | undefined;

  beforeAll(async () => {
    const file = path.join(folder, 'openapi.json');
    writeFileSync(file, JSON.stringify(provider.document));
    prism = await startPrism(file, flags);
  }, 200_000);
  afterAll(async () => {
    await prism?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it.each(methods)('takes the requests of %s, and its answers decode', async (name, method) => {
    for (const extent of extents) {
      let received:
        | { readonly status: number; readonly mediaType?: string; readonly text: string }
        | undefined;
      const client = suite.createClient({
        baseUrl: prism?.url,
        auth: { apiToken: 'any' },
        retry: false,
        fetch: async (...request: Parameters<typeof fetch>) => {
          const answer = await fetch(...request);
          const mediaType = answer.headers.get('content-type') ?? undefined;
          received = {
            status: answer.status,
            ...(mediaType !== undefined && { mediaType }),
            text: await answer.clone().text(),
          };
          return answer;
        },
      });
      const decoded = await clientMethod(
        client,
        method.call,
      )?.(methodInput(contract, method, { extent }) ?? {});
      expect(method.successes).toContain(String(received?.status));
      const value = received?.text ? JSON.parse(received.text) : undefined;
      expect(decoded).toEqual(value);
      const answer = { status: received?.status ?? 0, mediaType: received?.mediaType, value };
      const faults = checkResponse(contract, String(method.operation), answer);
      expect(faults.map(({ keyword, pointer }) => `${keyword} ${pointer}`)).toEqual(
        JUDGED[mode]?.[name] ?? [],
      );
    }
  });
});
