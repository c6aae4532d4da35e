import { describe, expect, it } from 'vitest';
import { modelOf } from '../testing/model.ts';
import { ORIGIN } from '../testing/plan.ts';
import { planServer } from './servers.ts';

const variable = (name: string, facts: object = {}) => ({
  name,
  default: 'd',
  enum: [],
  description: '',
  ...facts,
});
const server = (url: string, ...variables: readonly ReturnType<typeof variable>[]) => ({
  url,
  description: '',
  variables,
  origin: ORIGIN,
});

describe('the server of a client', () => {
  it("is the spec's first, its variables options with defaults", () => {
    const servers = [
      server('https://{region}.acme.test', variable('region', { enum: ['eu', 'us'] })),
      server('https://other.test'),
    ];
    expect(planServer(modelOf({ services: {} }, { servers }))).toMatchObject({
      url: 'https://{region}.acme.test',
      variables: [{ name: 'region', key: 'region', default: 'd', env: null, values: ['eu', 'us'] }],
    });
  });

  it('has the slash of a variable that is a whole path, where what follows a host could be more of it', () => {
    const servers = [
      server('https://{a}.acme.test{base}/x', variable('a'), variable('base', { default: '/v1/y' })),
    ];
    expect(planServer(modelOf({ services: {} }, { servers }))).toMatchObject({
      url: 'https://{a}.acme.test/{base}/x',
      variables: [
        { name: 'a', default: 'd' },
        { name: 'base', default: 'v1/y' },
      ],
    });
  });

  it('is asked for safely where its URL leaves the scheme to a page', () => {
    expect(planServer(modelOf({ services: {} }, { servers: [server('//acme.test/v1')] })).url).toBe(
      'https://acme.test/v1',
    );
  });

  it('is that of the config where it maps one', () => {
    const mapped = {
      name: 'sub_domain',
      url: 'https://{sub_domain}.acme.test',
      default: null,
      env: 'ACME',
      description: 'x',
    };
    const servers = [server('https://{host}', variable('host'))];
    expect(planServer(modelOf({ services: {} }, { servers, serverVariables: [mapped] }))).toMatchObject({
      url: 'https://{sub_domain}.acme.test',
      variables: [
        { name: 'sub_domain', key: 'subDomain', default: null, env: 'ACME', description: 'x', values: [] },
      ],
    });
  });

  it.each([
    ['its host', 'https://{org}.acme.test/{version}', true],
    ['its path', 'https://acme.test/{org}', false],
  ])('has no default for what the config maps in %s: each caller has his own', (_name, url, isOwn) => {
    const mapped = { name: 'org', url, default: 'my-org', env: null, description: '' };
    const { variables } = planServer(modelOf({ services: {} }, { servers: [], serverVariables: [mapped] }));
    expect(variables).toMatchObject([{ key: 'org', default: 'my-org', isOwn }]);
  });

  it('gives no variable the key of another option', () => {
    const servers = [server('https://{fetch}.{auth}.test', variable('fetch'), variable('auth'))];
    const { variables } = planServer(modelOf({ services: {} }, { servers }));
    expect(variables.map(({ key }) => key)).toEqual(['fetch2', 'auth2']);
  });

  it('is nowhere in particular where the spec names none', () => {
    expect(planServer(modelOf({ services: {} }, { servers: [] }))).toMatchObject({ url: '', variables: [] });
  });

  it('has variables that share no name with an option of every client', async () => {
    const known = await optionsOfClients();
    const servers = [server('https://acme.test', ...known.map((name) => variable(name)))];
    const { variables } = planServer(modelOf({ services: {} }, { servers }));
    expect(known).toContain('totalTimeout');
    expect(variables.map(({ key }) => key).filter((key) => known.includes(key))).toEqual([]);
  });
});

/** The runtime names them to who gives another. Its types are for where there is a DOM. */
async function optionsOfClients(): Promise<readonly string[]> {
  const runtime: { readonly createCore: (config: object, options: object) => unknown } = await import(
    '@plumbline/client-runtime' as string
  );
  try {
    runtime.createCore({ server: 'https://acme.test' }, { nope: true });
    return [];
  } catch (error) {
    const [, ...names] = String(error).match(/(?<=`)\w+(?=`)/g) ?? [];
    return names;
  }
}
