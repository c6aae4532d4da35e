import { inspect } from 'node:util';
import { describe, expect, it, vi } from 'vitest';
import { method } from '../index.ts';
import { clientWith, getUser, type Loose } from '../testing/client.ts';

describe('credentials', () => {
  const secured = (security: readonly (readonly string[])[]) => method<Loose>('GET /x', { security });

  it.each([
    ['the first alternative that is there', { oauth2: 'abc' }, undefined, { authorization: 'Bearer abc' }],
    ['the first of two', { oauth2: 'abc', apiToken: 't' }, undefined, { authorization: 'SSWS t' }],
    ['none where none are there', {}, undefined, {}],
    ['none where the method wants none', { apiToken: 't' }, [], {}],
    ['a function’s answer', { apiToken: async () => 'fresh' }, undefined, { authorization: 'SSWS fresh' }],
    [
      'a user and a password',
      { basic: { username: 'ada', password: 'ü:' } },
      [['basic']],
      { authorization: 'Basic YWRhOsO8Og==' },
    ],
    [
      'all schemes of an alternative',
      { session: 'a b', oauth2: 'x' },
      [['session', 'oauth2']],
      { authorization: 'Bearer x', cookie: 'sid=a%20b' },
    ],
    ['a key in a header of its own', { header: 'k' }, [['header']], { 'x-api-key': 'k' }],
    ['no half of an alternative', { session: 'a' }, [['session', 'oauth2']], {}],
  ])('are %s', async (_name, auth, security, want) => {
    const { client, last } = clientWith(undefined, { auth });
    await (security === undefined ? getUser(client, { id: 1 }) : secured(security)(client));
    const { accept: _accept, 'user-agent': _agent, ...headers } = Object.fromEntries(last().headers);
    expect(headers).toEqual(want);
  });

  it('are not shown when a client is printed', () => {
    const { client } = clientWith(undefined, {
      auth: { apiToken: 'hush', basic: { username: 'ada', password: 'hush' } },
    });
    expect(inspect(client, { depth: Infinity, showHidden: true })).not.toContain('hush');
  });

  it('can stand in the query', async () => {
    const { client, last } = clientWith(undefined, { auth: { key: 'a&b' } });
    await secured([['key']])(client);
    expect(last().url).toBe('https://acme.example.com/x?api%20key=a%26b');
  });

  it('stand in a cookie as they are, but for what no cookie can hold', async () => {
    const { client, last } = clientWith(undefined, { auth: { session: 'a+/=%3D.ü;"\\,z' } });
    await secured([['session']])(client);
    expect(last().headers.get('cookie')).toBe('sid=a+/=%3D.%C3%BC%3B%22%5C%2Cz');
  });

  it('come from the environment', async () => {
    vi.stubEnv('ACME_TOKEN', 'env');
    const { client, last } = clientWith();
    await getUser(client, { id: 1 });
    vi.unstubAllEnvs();
    expect(last().headers.get('authorization')).toBe('SSWS env');
  });

  it.each([
    ['an unknown option', { tennant: 'x' }, '`tennant` is not among the client options'],
    ['an unknown scheme', { auth: { apitoken: 'x' } }, '`apitoken` is not among the credentials'],
  ])('%s is refused', (_name, options, message) => {
    expect(() => clientWith(undefined, options)).toThrow(message);
  });
});
