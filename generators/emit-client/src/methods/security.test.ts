import { dictionary, type SecurityScheme } from '@plumbline/model';
import { describe, expect, it } from 'vitest';
import { modelOf, operation } from '../testing/model.ts';
import { ORIGIN } from '../testing/plan.ts';
import { planSecurity } from './security.ts';

const scheme = (facts: Partial<SecurityScheme>): SecurityScheme => ({
  name: 'a_scheme',
  type: 'oauth2',
  description: '',
  origin: ORIGIN,
  ...facts,
});
const settings = {
  ...modelOf({ services: {} }).settings,
  auth: dictionary([['aScheme', { prefix: 'SSWS ', env: 'TOKEN' }]]),
};

const authorization = { by: 'authorization', name: null };
const flows = dictionary([
  ['authorizationCode', { tokenUrl: '/code', scopes: dictionary<string>() }],
  ['clientCredentials', { tokenUrl: '/token', scopes: dictionary<string>() }],
  ['implicit', { authorizationUrl: '/authorize', scopes: dictionary<string>() }],
]);
const rows: [string, { given: Partial<SecurityScheme>; want: object }][] = [
  [
    'an API key in a cookie',
    {
      given: { type: 'apiKey', in: 'cookie', parameterName: 'sid' },
      want: { by: 'inCookie', name: 'sid', prefix: '' },
    },
  ],
  [
    'an API key in the header that all others use',
    {
      given: { type: 'apiKey', in: 'header', parameterName: 'authorization' },
      want: { ...authorization, prefix: '' },
    },
  ],
  [
    'a bearer token',
    { given: { type: 'http', scheme: 'bearer' }, want: { ...authorization, prefix: 'Bearer ' } },
  ],
  [
    'a user and a password',
    { given: { type: 'http', scheme: 'basic' }, want: { by: 'basic', name: null, prefix: '' } },
  ],
  [
    'another scheme of HTTP',
    { given: { type: 'http', scheme: 'hoba' }, want: { ...authorization, prefix: 'hoba ' } },
  ],
  [
    'OAuth 2.0: the token URL of the client credentials flow before others',
    { given: { type: 'oauth2', flows }, want: { ...authorization, prefix: 'Bearer ', tokenUrl: '/token' } },
  ],
  [
    'OAuth 2.0 without a token URL',
    { given: { type: 'oauth2' }, want: { ...authorization, prefix: 'Bearer ' } },
  ],
  ['OpenID Connect', { given: { type: 'openIdConnect' }, want: { ...authorization, prefix: 'Bearer ' } }],
];

describe('a security scheme', () => {
  it.each(rows)('of %s', (_name, { given, want }) => {
    const { schemes } = planSecurity(modelOf({ services: {} }, { securitySchemes: [scheme(given)] }));
    expect(schemes).toEqual([{ key: 'aScheme', description: '', env: null, tokenUrl: null, ...want }]);
  });

  it('of a certificate is none of the client', () => {
    const { schemes } = planSecurity(
      modelOf({ services: {} }, { securitySchemes: [scheme({ type: 'mutualTLS' })] }),
    );
    expect(schemes).toEqual([]);
  });

  it('has the prefix and the environment variable of the config', () => {
    const { schemes } = planSecurity(modelOf({ services: {} }, { securitySchemes: [scheme({})], settings }));
    expect(schemes).toMatchObject([{ prefix: 'SSWS ', env: 'TOKEN' }]);
  });

  it('has a key of its own, whatever the others are called', () => {
    const names = ['api_key', 'api-key', 'apiKey'].map((name) => scheme({ name }));
    const { schemes } = planSecurity(modelOf({ services: {} }, { securitySchemes: names }));
    expect(new Set(schemes.map(({ key }) => key))).toEqual(new Set(['apiKey', 'apiKey2', 'apiKey3']));
  });
});

describe('the usual security', () => {
  it('is what most operations need', () => {
    const security = [{ schemes: [{ name: 'a_scheme', scopes: ['x'] }] }];
    const operations = [
      operation('GET /a', { security }),
      operation('GET /b', { security }),
      operation('GET /c'),
    ];
    const plan = planSecurity(
      modelOf(
        { services: {} },
        {
          securitySchemes: [scheme({})],
          operations: dictionary(operations.map((one) => [one.key, one])),
        },
      ),
    );
    expect(plan.usual).toEqual([['aScheme']]);
  });

  it('is none where there are no operations', () => {
    expect(planSecurity(modelOf({ services: {} })).usual).toEqual([]);
  });
});
