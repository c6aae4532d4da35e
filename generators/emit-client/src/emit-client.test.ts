import { readFileSync } from 'node:fs';
import { dictionary, type ProviderModel } from '@plumbline/model';
import { afterAll, describe, expect, it } from 'vitest';
import { emitClient, emitMethods, scaffoldClient } from './index.ts';
import { methodOf, modelOf, operation, parameter, response } from './testing/model.ts';
import { COMPILERS, type PackageFolder, packageFolder } from './testing/package-folder.ts';
import { ORIGIN, object, type PlainSchema, property, ref, string } from './testing/plan.ts';

const user = object(
  [
    property('id', { ...string, description: 'The id.', readOnly: true }, true),
    property('name', string, true),
    property('password', { ...string, writeOnly: true }),
  ],
  { description: 'A person.' },
);

const listUsers = operation('GET /users', {
  description: 'Lists users.\n\nAll of them.',
  parameters: [
    parameter('limit', 'query', {
      of: { kind: 'integer', minimum: 1, maximum: 200, default: 20 },
      description: 'How many.',
    }),
    parameter('ids', 'query', { of: { kind: 'array', items: string }, explode: false }),
  ],
  responses: [response('200', { 'application/json': { kind: 'array', items: ref('User') } })],
  security: [{ schemes: [{ name: 'oauth2', scopes: ['users.read'] }] }],
});
const createUser = operation('POST /users', {
  body: { 'application/json': ref('User') },
  responses: [response('201', { 'application/json': ref('User') })],
  security: [{ schemes: [{ name: 'oauth2', scopes: ['users.manage'] }] }],
});
const deleteUser = operation('DELETE /users/{id}', {
  deprecated: true,
  parameters: [parameter('id', 'path'), parameter('If-Match', 'header', { required: true })],
  responses: [response('204')],
});
const upload = operation('PUT /users/{id}/photo', {
  parameters: [parameter('id', 'path')],
  body: {
    'multipart/form-data': object([
      property('file', { ...string, format: 'binary' }, true),
      property('note', ref('Note')),
    ]),
  },
  bodyRequired: false,
  responses: [response('200', { 'image/png': { ...string, format: 'binary' } })],
});

const model = modelOf(
  {
    services: {
      users: {
        users: [
          [methodOf('listUsers', listUsers), listUsers],
          [methodOf('createUser', createUser), createUser],
          [methodOf('delete', deleteUser), deleteUser],
        ],
        photos: [[methodOf('upload', upload), upload]],
      },
    },
    schemas: { User: user, Note: { ...string, enum: ['a', 'b'] }, Unused: string },
  },
  {
    serverVariables: [
      {
        name: 'subdomain',
        url: 'https://{subdomain}.acme.test',
        default: null,
        env: 'ACME_SUBDOMAIN',
        description: 'The tenant.',
      },
    ],
    securitySchemes: [
      {
        name: 'api_token',
        type: 'apiKey',
        in: 'header',
        parameterName: 'Authorization',
        description: '',
        origin: ORIGIN,
      },
      { name: 'oauth2', type: 'oauth2', description: 'An access token.', origin: ORIGIN },
      { name: 'login', type: 'http', scheme: 'basic', description: '', origin: ORIGIN },
    ],
    settings: {
      package: '@acme/client',
      auth: dictionary([['apiToken', { prefix: 'Token ', env: 'ACME_TOKEN' }]]),
      pagination: null,
      errors: { message: 'title' },
      rateLimit: {},
      siteUrl: 'https://docs.acme.test',
    },
  },
);

const folders: PackageFolder[] = [];
async function emitted(of: ProviderModel): Promise<PackageFolder> {
  const folder = packageFolder((await emitClient(of)).files);
  folders.push(folder);
  return folder;
}
afterAll(() => {
  for (const folder of folders) folder.remove();
});

describe('emitClient', () => {
  const { files, diagnostics } = emitMethods(model);

  it.each(['users/users.ts', 'users/photos.ts', 'users.types.ts', 'core.ts', 'client.ts', 'index.ts'])(
    'writes %s',
    (path) => {
      const fixture = new URL(`./fixtures/${path.replace('/', '-')}.txt`, import.meta.url);
      expect(files.find((file) => file.path === path)?.content).toBe(readFileSync(fixture, 'utf8'));
    },
  );

  it('writes a file for each resource and service, and what they share', async () => {
    const emission = await emitClient(model);
    expect(emission.files.map(({ path }) => path)).toEqual([
      'index.ts',
      'client.ts',
      'core.ts',
      'users.types.ts',
      'users/users.ts',
      'users/photos.ts',
      'openapi.ts',
    ]);
  });

  it('has nothing to report where all goes well', () => {
    expect(diagnostics).toEqual([]);
  });

  it('gives the same bytes again', () => {
    expect(emitMethods(model)).toEqual({ files, diagnostics });
  });

  it('type-checks, and sends what it says', async () => {
    const folder = await emitted(model);
    const program = `
      import { createAcmeClient, ApiError } from './generated/index.ts';
      import { createAcmeCore } from './generated/core.ts';
      import { delete as deleteUser, type User } from './generated/users/users.ts';
      const out: string[] = [];
      const fetch = async (request: Request): Promise<Response> => {
        out.push([request.method, request.url, request.headers.get('authorization'), await request.clone().text()].join(' '));
        return request.method === 'DELETE' ? Response.json({ title: 'No.' }, { status: 412 }) : Response.json([{ id: '1', name: 'Ada' }]);
      };
      const acme = createAcmeClient({ subdomain: 'acme', auth: { oauth2: 't' }, fetch });
      const [first]: (User | undefined)[] = await acme.users.users.listUsers({ limit: 2, ids: ['a', 'b'] });
      out.push(String(first?.name));
      const { data, response } = await acme.users.users.createUser({ body: { name: 'Ada', password: 'x' } }).withResponse();
      out.push(typeof data, String(response.status));
      const failed = await deleteUser(createAcmeCore({ baseUrl: 'http://localhost', fetch }), { id: 'a/b', 'If-Match': '*' }).catch((error: unknown) => error);
      out.push(failed instanceof ApiError ? failed.message : 'no error');
      declare const console: { log(text: string): void };
      console.log(out.join('\\n'));
    `;
    expect(folder.run(program).trim().split('\n')).toEqual([
      'GET https://acme.acme.test/users?limit=2&ids=a,b Bearer t ',
      'Ada',
      'POST https://acme.acme.test/users Bearer t {"name":"Ada","password":"x"}',
      'object',
      '200',
      'DELETE http://localhost/users/a%2Fb  ',
      'DELETE /users/{id} answered 412: No.',
    ]);
    for (const compiler of Object.keys(COMPILERS))
      expect(folder.typeCheck(compiler as keyof typeof COMPILERS)).toBe('');
  }, 60_000);

  it('makes of a mistake an error that names it', async () => {
    const folder = await emitted(model);
    const mistakes: [string, string][] = [
      ['acme.users.user', "Property 'user' does not exist"],
      ['acme.users.users.list()', "Property 'list' does not exist"],
      ['acme.users.users.listUsers({ limt: 1 })', "'limt' does not exist in type 'ListUsersParams'"],
      ['acme.users.users.listUsers({ limit: "1" })', "Type 'string' is not assignable to type 'number'"],
      ['acme.users.users.createUser({ body: { nam: "" } })', "'nam' does not exist in type 'UserInput'"],
      [
        'acme.users.users.createUser({ body: { name: "", id: "1" } })',
        "'id' does not exist in type 'UserInput'",
      ],
      ['acme.users.users.delete({ id: "1" })', "Property ''If-Match'' is missing"],
      ['(await acme.users.users.listUsers())[0]?.password', "Property 'password' does not exist"],
      ['createAcmeClient({ subdomian: "x" })', "'subdomian' does not exist in type 'AcmeClientOptions'"],
    ];
    const lines = mistakes.map(([code]) => `void (${code});`);
    folder.write({
      path: 'src/mistakes.ts',
      content: `import { createAcmeClient } from './generated/index.ts';\nconst acme = createAcmeClient();\n${lines.join('\n')}\n`,
    });
    const messages = folder.typeCheck('TypeScript 7').split(/\n(?=src)/);
    expect(messages).toHaveLength(mistakes.length);
    for (const [i, [, message]] of mistakes.entries()) {
      expect(messages[i]).toContain(`mistakes.ts(${i + 3},`);
      expect(messages[i]?.split('\n')[0]).toContain(message);
    }
  }, 60_000);
});

const hostile = `*/ ' " \` \${process.env} </script> {@link x} \\ \u2028 \u202e @deprecated\n--> import x from 'y'`;

describe('a hostile document', () => {
  it('comes out as code that compiles, and data that is what it was', async () => {
    const names = [
      '__proto__',
      'constructor',
      hostile,
      '../x',
      'con',
      '😀',
      'class',
      'a-b',
      'aB',
      'Blob',
      'GetParams',
      'ThingsResource',
    ];
    const all: PlainSchema = object(
      names.map((name) =>
        property(name, { ...string, enum: [name], description: hostile, default: hostile }),
      ),
    );
    const schemas = Object.fromEntries(names.map((name) => [name, { ...all, title: hostile }]));
    const get = operation('POST /x/{id}', {
      description: hostile,
      parameters: [
        parameter('id', 'path'),
        ...names.map((name) =>
          parameter(name, 'query', { description: hostile, of: { ...string, default: hostile } }),
        ),
      ],
      body: { 'application/json': { kind: 'oneOf', parts: names.map((name) => ref(name)) } },
      responses: [
        response('200', { 'application/json': { kind: 'anyOf', parts: names.map((name) => ref(name)) } }),
      ],
    });
    const methods = ['get', 'class', 'method', 'default', '$'].map(
      (name) => [methodOf(name, get, { name: hostile }), get] as const,
    );
    const evil = modelOf(
      { services: { things: { things: methods, other: methods } }, schemas },
      {
        title: hostile,
        servers: [
          {
            url: `https://{a}.test/${hostile}`,
            description: hostile,
            variables: [{ name: 'a', default: hostile, enum: [hostile], description: hostile }],
            origin: ORIGIN,
          },
        ],
        securitySchemes: [
          {
            name: '__proto__',
            type: 'apiKey',
            in: 'query',
            parameterName: hostile,
            description: hostile,
            origin: ORIGIN,
          },
        ],
      },
    );
    const folder = await emitted(evil);
    expect(folder.typeCheck('TypeScript 7')).toBe('');
    const program = `
      import { createAcmeClient } from './generated/index.ts';
      const requests: string[] = [];
      const acme = createAcmeClient({ baseUrl: 'http://localhost', fetch: async ({ url }) => (requests.push(url), Response.json({})) });
      await acme.things.things.class({ id: '1', ${JSON.stringify(hostile)}: 'v', constructor: 'c', body: {} });
      declare const console: { log(text: string): void };
      console.log(requests.join());
    `;
    const query = `constructor=c&${encodeURIComponent(hostile).replaceAll("'", '%27')}=v`;
    expect(folder.run(program).trim()).toBe(`http://localhost/x/1?${query}`);
  }, 60_000);

  it('that openapi-typescript refuses leaves all but `http` whole, and is reported', async () => {
    const content = { 'application/json': { schema: { type: 'object', properties: { a: [1] } } } };
    const document = {
      ...model.document,
      paths: { '/users': { get: { responses: { 200: { description: '', content } } } } },
    };
    const { files, diagnostics } = await emitClient({ ...model, document });
    expect(diagnostics).toMatchObject([
      { code: 'document-types-missing', place: { file: 'spec.yaml', pointer: '' } },
    ]);
    expect(diagnostics[0]?.message).toContain('invalid property a');
    expect(files.find(({ path }) => path === 'openapi.ts')?.content).toContain(
      'export type paths = Record<string, never>;',
    );
    const folder = packageFolder(files);
    folders.push(folder);
    expect(folder.typeCheck('TypeScript 7')).toBe('');
  }, 60_000);
});

describe('what the client cannot carry', () => {
  it.each([
    [
      'a type whose name is taken',
      { services: { a: { a: [answering('Blob')] } }, schemas: { Blob: string } },
      {
        code: 'type-name-collision',
        message: 'The type of `Blob` is `Blob2` in the client, for `Blob` is taken.',
      },
    ],
    [
      'a body with members that nobody encodes',
      { services: { a: { a: [sending({ 'application/xml': object([property('a', string)]) })] } } },
      {
        code: 'body-not-encoded',
        subject: { resource: 'acme.a.a', method: 'send', operation: 'POST /a', in: 'body' },
      },
    ],
  ])('is reported: %s', (_name, sample, want) => {
    expect(emitMethods(modelOf(sample)).diagnostics).toMatchObject([want]);
  });
});

function answering(component: string) {
  const bound = operation('GET /a', { responses: [response('200', { 'application/json': ref(component) })] });
  return [methodOf('get', bound), bound] as const;
}

function sending(body: { readonly [mediaType: string]: PlainSchema }) {
  const bound = operation('POST /a', { body });
  return [methodOf('send', bound), bound] as const;
}

describe('scaffoldClient', () => {
  const files = scaffoldClient(model);
  const contentOf = (path: string): string => files.find((file) => file.path === path)?.content ?? '';

  it('writes what belongs to the author of the package', () => {
    expect(files.map(({ path }) => path)).toEqual([
      'package.json',
      'README.md',
      'tsconfig.json',
      'src/index.ts',
    ]);
    expect(JSON.parse(contentOf('package.json'))).toMatchObject({ name: '@acme/client', sideEffects: false });
    expect(contentOf('src/index.ts')).toBe("export * from './generated/index.ts';\n");
  });

  it('shows a first call that type-checks', async () => {
    const folder = await emitted(model);
    folder.write({ path: 'src/index.ts', content: contentOf('src/index.ts') });
    const manifest = { ...JSON.parse(contentOf('package.json')), devDependencies: {} };
    folder.write({ path: 'package.json', content: JSON.stringify(manifest) });
    const examples = [...contentOf('README.md').matchAll(/```ts\n(.*?)```/gs)].map(([, code = '']) => code);
    expect(examples).toHaveLength(2);
    for (const [i, content] of examples.entries()) folder.write({ path: `src/example${i}.ts`, content });
    expect(folder.typeCheck('TypeScript 7')).toBe('');
  }, 60_000);
});
