import { defineConfig } from '@plumbline/cli';

export default defineConfig({
  provider: 'okta',
  spec: ['./openapi.yaml'],
  pages: ['./resources/**/*.md'],
  serverVariables: {
    subdomain: {
      url: 'https://{subdomain}.okta.com',
      default: 'my-org',
      env: 'OKTA_SUBDOMAIN',
      description: 'Subdomain of your org: `acme` for acme.okta.com.',
    },
  },
  auth: { apiToken: { prefix: 'SSWS ', env: 'OKTA_API_TOKEN' } },
  pagination: { kind: 'link' },
  errors: { message: 'errorSummary', code: 'errorCode', id: 'errorId' },
  rateLimit: { reset: 'x-rate-limit-reset' },
  // The legacy page calls its methods `get`, `list` and so on, which no operation is called.
  bind: {
    'okta.user.clienttokens.get': 'GET /api/v1/users/{userId}/clients/{clientId}/tokens/{tokenId}',
    'okta.user.clienttokens.list': 'GET /api/v1/users/{userId}/clients/{clientId}/tokens',
    'okta.user.clienttokens.delete': 'DELETE /api/v1/users/{userId}/clients/{clientId}/tokens/{tokenId}',
    'okta.user.clienttokens.deleteAll': 'DELETE /api/v1/users/{userId}/clients/{clientId}/tokens',
  },
  client: { package: '@plumbline/okta-client', dir: '../../packages/okta-client' },
  docs: { dir: '../../docs/content/okta' },
  contractTests: { dir: '../../packages/okta-contract-tests' },
});
