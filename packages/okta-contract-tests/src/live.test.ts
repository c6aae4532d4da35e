import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import path from 'node:path';
import {
  type ContractServer,
  createContractServer,
  isObject,
  type JsonValue,
} from '@plumbline/contract-server';
import { runLive } from '@plumbline/contract-suite';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { contract as suite } from './generated/contract.ts';

describe('the client on an org that the contract server plays', () => {
  let org: ContractServer;
  beforeAll(async () => {
    org = await createContractServer(suite.provider);
  });
  beforeEach(() => org.reset());
  afterAll(() => org.close());

  const run = () =>
    runLive(suite, {
      options: { baseUrl: org.url, auth: { apiToken: 'any' } },
      rate: 1000,
      clock: { now: Date.now, sleep: async () => {} },
    });

  it('reads all that lists lead to, and finds nothing in an org that is as the document says', async () => {
    const { covered, uncovered, findings } = await run();
    expect(findings).toEqual([]);
    expect(covered.length).toBeGreaterThan(3);
    expect(uncovered.map(({ method, why }) => `${method}: ${why}`)).toMatchInlineSnapshot(`
      [
        "okta.sessions.sessions.get_session: no method lists \`/api/v1/sessions\`, so that no \`sessionId\` is known",
        "okta.user.clienttokens.list: no method lists \`/api/v1/users/{userId}/clients\`, so that no \`clientId\` is known",
        "okta.users.oauth_tokens.list_refresh_tokens_for_user_and_client: no method lists \`/api/v1/users/{userId}/clients\`, so that no \`clientId\` is known",
        "okta.authorizationservers.refresh_tokens.list_refresh_tokens_for_authorization_server_and_client: no method lists \`/api/v1/authorizationServers\`, so that no \`authServerId\` is known",
        "okta.user.clienttokens.get: no method lists \`/api/v1/users/{userId}/clients\`, so that no \`clientId\` is known",
        "okta.users.oauth_tokens.get_refresh_token_for_user_and_client: no method lists \`/api/v1/users/{userId}/clients\`, so that no \`clientId\` is known",
        "okta.authorizationservers.refresh_tokens.get_refresh_token_for_authorization_server_and_client: no method lists \`/api/v1/authorizationServers\`, so that no \`authServerId\` is known",
      ]
    `);
    expect(new Set(org.requests.map(({ method }) => method))).toEqual(new Set(['GET']));
  });

  it('tells a member that came and is not declared, and one that another type came for', async () => {
    org.respondWith('GET /api/v1/users', { mutate: withMembers({ shoeSize: 42, created: 7 }) });
    const { findings } = await run();
    expect(findings.map(({ keyword, at, document, type }) => ({ keyword, at, document, type }))).toEqual([
      {
        keyword: 'type',
        at: '/*/created',
        document: '/components/schemas/User/properties/created',
        type: 'integer',
      },
      { keyword: 'undeclared', at: '/*/shoeSize', document: '/components/schemas/User', type: 'integer' },
    ]);
  });
});

function withMembers(more: { readonly [name: string]: JsonValue }) {
  return (body: JsonValue): JsonValue =>
    Array.isArray(body)
      ? body.map((item: JsonValue) => (isObject(item) ? { ...item, ...more } : item))
      : body;
}

it('is refused without an environment for it, in a line', () => {
  const manifest = createRequire(import.meta.url).resolve('@plumbline/contract-suite');
  const bin = path.join(path.dirname(manifest), 'bin.ts');
  const cwd = path.resolve(import.meta.dirname, '..');
  const { status, stderr } = spawnSync(process.execPath, [bin, '--live'], { cwd, encoding: 'utf8', env: {} });
  expect(stderr).toBe(
    '--live calls the real server, and OKTA_SUBDOMAIN and OKTA_API_TOKEN are not set in the environment.\n',
  );
  expect(status).toBe(2);
}, 60_000);
