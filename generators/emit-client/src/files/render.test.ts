import { mdxText, missingPaths, shellWord, ts, tsString } from '@plumbline/render';
import { describe, expect, it } from 'vitest';
import { templates, type Views } from './render.ts';

const declaration: Views['declaration'] = {
  doc: ts`/** Doc. */\n`,
  name: ts`User`,
  isInterface: true,
  heritage: ts` extends Base`,
  members: [{ doc: ts``, key: ts`id?`, type: ts` string` }],
  type: ts``,
};
const option = { doc: ts``, key: ts`token`, type: ts`Credential` };
const names: Views['index'] = {
  client: ts`AcmeClient`,
  factory: ts`createAcmeClient`,
  coreFactory: ts`createAcmeCore`,
  auth: ts`AcmeAuth`,
  options: ts`AcmeClientOptions`,
  error: ts`AcmeError`,
  errorBody: ts`AcmeErrorBody`,
  errorGuard: ts`isAcmeError`,
};

/** A view for each template, every member filled. */
const views: { readonly [Name in keyof Views]: Views[Name] } = {
  declaration,
  types: { imports: ts`User`, declarations: [declaration] },
  resource: {
    runtime: ts`method`,
    imports: [{ names: ts`User`, from: tsString('../users.types.ts') }],
    doc: ts``,
    name: ts`UsersResource`,
    methods: [
      {
        doc: ts``,
        key: ts`get`,
        params: ts`params: GetParams`,
        result: ts`Call<User>`,
        functionDoc: ts``,
        name: ts`delete_`,
        alias: ts`delete`,
        arguments: tsString('GET /users'),
      },
    ],
    declarations: [declaration],
  },
  core: {
    ...names,
    runtime: ts`createCore`,
    factory: names.coreFactory,
    schemes: [option],
    variables: [option],
    config: [ts`server: ''`],
  },
  client: {
    ...names,
    doc: ts``,
    name: names.client,
    modules: [{ name: ts`users_users`, from: tsString('./users/users.ts') }],
    services: [
      {
        doc: ts``,
        key: ts`users`,
        resources: [{ doc: ts``, key: ts`users`, module: ts`users_users`, type: ts`UsersResource` }],
      },
    ],
  },
  index: names,
  catalogue: {
    provider: tsString('acme'),
    server: tsString('https://acme.test'),
    variables: [ts`{}`],
    services: [{ name: tsString('users'), resources: ts`['users']`, from: tsString('./users.catalogue.ts') }],
  },
  'service-catalogue': {
    columns: [{ name: ts`columns1`, items: [ts`{}`] }],
    resources: [
      {
        name: tsString('users'),
        from: tsString('./users/users.ts'),
        methods: [
          {
            name: tsString('list_users'),
            verb: tsString('select'),
            call: tsString('listUsers'),
            operation: tsString('GET /users'),
            params: [ts`{}`],
            body: ts`{}`,
            columns: ts`columns1`,
            facts: [ts`isPaged: true`],
          },
        ],
      },
    ],
  },
  errors: {
    ...names,
    imports: [{ names: ts`Problem as Body`, from: tsString('./components.ts') }],
    type: ts`Body`,
    test: ts`error.code !== undefined`,
  },
  oauth: {},
  'no-openapi': {},
  'scaffold-index': {},
  readme: {
    title: mdxText('Acme'),
    description: mdxText('A client.'),
    package: shellWord('acme'),
    error: names.error,
    errorGuard: names.errorGuard,
    code: ts`a()`,
    shakenCode: ts`b()`,
  },
};

describe('a template', () => {
  it.each(Object.entries(views))('%s finds all that it names in its view', (name, view) => {
    expect(missingPaths(templates[name as keyof Views], view, templates)).toEqual([]);
  });

  it('is each of those in the folder', () => {
    expect(Object.keys(templates).sort()).toEqual(Object.keys(views).sort());
  });
});
