import { readFileSync } from 'node:fs';
import path from 'node:path';
import { PROVIDER_FORMAT, type Provider } from '@plumbline/contract-server/provider';
import { isObject } from '@plumbline/model';
import { load } from 'js-yaml';
import { FOLDERS } from '../folders.ts';

/** Okta's raw spec, as a provider of no methods. */
export function oktaProvider(): Provider {
  const document = load(readFileSync(path.join(FOLDERS.corpora, 'okta/openapi.yaml'), 'utf8'));
  if (!isObject(document)) throw new Error('The spec is no object.');
  return {
    format: PROVIDER_FORMAT,
    provider: 'okta',
    title: 'Okta',
    specVersion: '5.1.0',
    serverVariables: [],
    auth: { apiToken: { prefix: 'SSWS ' } },
    errors: {},
    rateLimit: { reset: 'x-rate-limit-reset' },
    methods: [],
    document,
  };
}
