import type { ProviderModel } from '@plumbline/model';
import { afterAll, describe, expect, it } from 'vitest';
import { emitClient } from './index.ts';
import { methodOf, modelOf, operation, parameter, response } from './testing/model.ts';
import { type PackageFolder, packageFolder } from './testing/package-folder.ts';
import { ORIGIN, object, type PlainSchema, property, ref, string } from './testing/plan.ts';
import { sample } from './testing/sample.ts';

const folders: PackageFolder[] = [];
async function emitted(of: ProviderModel): Promise<PackageFolder> {
  const folder = packageFolder((await emitClient(of)).files);
  folders.push(folder);
  return folder;
}
afterAll(() => {
  for (const folder of folders) folder.remove();
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
        // A list by its type, and none by the values that it may have.
        parameter('list', 'query', { of: { kind: 'array', items: string, enum: ['live', 'late'] } }),
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
      ...sample.document,
      paths: { '/users': { get: { responses: { 200: { description: '', content } } } } },
    };
    const { files, diagnostics } = await emitClient({ ...sample, document });
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
