import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { describe, expect, it } from 'vitest';

const runtime = JSON.stringify(`${import.meta.dirname}/index.ts`);

/** A core as a generated package has it, and one call of a paged method: what `@plumbline/okta-client` emits. */
const ONE_CALL = `
import { authorization, createCore, linkPages, method } from ${runtime};
const createOktaCore = (options = {}) =>
  createCore(
    {
      server: 'https://{subdomain}.okta.com',
      variables: [{ name: 'subdomain', env: 'OKTA_SUBDOMAIN' }],
      schemes: {
        apiToken: { by: authorization, prefix: 'SSWS ', env: 'OKTA_API_TOKEN' },
        oauth2: { by: authorization, prefix: 'Bearer ', tokenUrl: '/oauth2/v1/token' },
      },
      security: [['apiToken'], ['oauth2']],
      errors: { message: 'errorSummary', code: 'errorCode', id: 'errorId' },
      rateLimit: { reset: 'x-rate-limit-reset' },
      failures: [403, 404, 429],
      userAgent: 'plumbline-okta-client/0.1.0',
    },
    options,
  );
const listUsers = /* @__PURE__ */ method('GET /api/v1/users', {
  query: ['search', 'filter', 'q', 'after', 'limit', 'sortBy', 'sortOrder', 'expand'],
  page: { by: linkPages },
  failures: [403, 429],
  scopes: 'okta.users.read',
});
const okta = createOktaCore({ auth: { apiToken: 'x' } });
for await (const user of listUsers(okta, { limit: 1 })) console.log(user);
`;

async function bundled(contents: string): Promise<string> {
  const { outputFiles } = await build({
    stdin: { contents, loader: 'ts', resolveDir: import.meta.dirname },
    bundle: true,
    minify: true,
    format: 'esm',
    platform: 'browser',
    write: false,
  });
  return outputFiles[0]?.text ?? '';
}

describe('a bundle', () => {
  it('of one call, with credentials, retries, pages and errors, stays small', async () => {
    const text = await bundled(ONE_CALL);
    expect(text.length).toBeLessThanOrEqual(12_000);
    expect(gzipSync(text, { level: 9 }).length).toBeLessThanOrEqual(4_800);
  });

  it('holds nothing of what is not used', async () => {
    const text = await bundled(ONE_CALL);
    for (const unused of [
      'deepObject',
      'FormData',
      'TextDecoderStream',
      'redacted',
      'client_assertion',
      'NotFoundError',
      'hasInstance',
    ]) {
      expect(text).not.toContain(unused);
    }
  });

  it('of nothing is empty', async () => {
    expect(await bundled(`import ${runtime};`)).toBe('');
  });
});
