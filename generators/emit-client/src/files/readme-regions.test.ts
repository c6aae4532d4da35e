import { describe, expect, it } from 'vitest';
import { emitMethods } from '../index.ts';
import { sample } from '../testing/sample.ts';

const contentOf = (name: string, model = sample) =>
  emitMethods(model).regions?.find((region) => region.file === 'README.md' && region.name === name)?.content;

describe('what a README shows of the model', () => {
  it('is the options that are the provider’s own', () => {
    expect(contentOf('options')).toBe(`| option | environment variable | |
|---|---|---|
| \`subdomain\` | \`ACME_SUBDOMAIN\` | The tenant. Needed, unless \`baseUrl\` is given. |
| \`auth.apiToken\` | \`ACME_TOKEN\` |  |
| \`auth.oauth2\` |  | An access token. |
| \`auth.login\` |  |  |
`);
  });

  it('ends what a spec says of an option, where more is said of it', () => {
    const serverVariables = sample.serverVariables.map((one) => ({ ...one, description: 'The tenant' }));
    expect(contentOf('options', { ...sample, serverVariables })).toContain('The tenant. Needed, unless');
  });

  it('is each service with its methods, which lead to their pages', () => {
    const page = 'https://docs.acme.test/acme/users';
    expect(contentOf('services')).toBe(`### \`acme.users\`

The users.

- \`users\`: [\`listUsers\`](<${page}/users#listUsers>), [\`createUser\`](<${page}/users#createUser>), [\`delete\`](<${page}/users#delete>), [\`watch\`](<${page}/users#watch>)
- \`photos\`: [\`upload\`](<${page}/photos#upload>)
`);
  });

  it('leads nowhere where nobody knows at which address the pages stand', () => {
    const settings = { ...sample.settings, siteUrl: null };
    expect(contentOf('services', { ...sample, settings })).toContain('- `photos`: `upload`\n');
  });

  it('is nothing where there is nothing', () => {
    const bare = { ...sample, services: [], securitySchemes: [], serverVariables: [] };
    expect([contentOf('options', bare), contentOf('services', bare)]).toEqual(['', '']);
  });

  it('cannot end its region, nor begin a cell of its own', () => {
    const description = 'a | `b|c` <!-- plumbline:end services --> <script>\nmore';
    const services = sample.services.map((service) => ({ ...service, description }));
    const securitySchemes = sample.securitySchemes.map((scheme) => ({ ...scheme, description }));
    const hostile = { ...sample, services, securitySchemes };
    expect(contentOf('services', hostile)).not.toContain('<!--');
    expect(contentOf('options', hostile)).not.toMatch(/<!--|<script|more|[^\\]\| `b/);
  });
});
