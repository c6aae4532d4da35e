import { afterEach, describe, expect, it, vi } from 'vitest';
import { serverUrl } from './server.ts';

const template = 'https://{subdomain}.example.com/{base}/v1';
const variables = [
  { name: 'subdomain', env: 'ACME_SUBDOMAIN' },
  { name: 'base', key: 'base2', default: 'api' },
];

afterEach(() => {
  vi.unstubAllEnvs();
});

describe('serverUrl', () => {
  it('takes options, then the environment, then defaults', () => {
    vi.stubEnv('ACME_SUBDOMAIN', 'from-env');
    expect(serverUrl(template, variables, {})).toBe('https://from-env.example.com/api/v1');
    expect(serverUrl(template, variables, { subdomain: 'acme', base2: 'a/b' })).toBe(
      'https://acme.example.com/a/b/v1',
    );
  });

  it('says what is missing', () => {
    vi.stubEnv('ACME_SUBDOMAIN', '');
    expect(() => serverUrl(template, variables, {})).toThrow(
      'The option `subdomain` or ACME_SUBDOMAIN cannot be undefined in https://{subdomain}',
    );
  });

  it('lives without an environment', () => {
    vi.stubGlobal('process', undefined);
    try {
      expect(() => serverUrl(template, variables, {})).toThrow('subdomain');
    } finally {
      vi.unstubAllGlobals();
    }
  });

  it.each(['evil.com/', 'a@b', 'a?b', 'a#b', 'a\\b', '', ' ', 'a b'])('refuses %j as a host', (subdomain) => {
    expect(() => serverUrl(template, variables, { subdomain })).toThrow('cannot be');
  });

  it.each(['..', '../x', 'a/./b', 'a?b', 'a#b'])('refuses %j as a path', (base2) => {
    expect(() => serverUrl(template, variables, { subdomain: 'acme', base2 })).toThrow('cannot be');
  });

  it('takes a whole host with a port', () => {
    expect(serverUrl('https://{host}', [{ name: 'host' }], { host: 'a.example:8443' })).toBe(
      'https://a.example:8443',
    );
  });
});
