import { readFileSync } from 'node:fs';
import { afterAll, describe, expect, it } from 'vitest';
import { emitClient, emitMethods } from './index.ts';
import { COMPILERS, packageFolder } from './testing/package-folder.ts';
import { sample } from './testing/sample.ts';

const { files } = await emitClient(sample);
const folder = packageFolder(files);
afterAll(() => folder.remove());

describe('emitClient', () => {
  it.each(['users/users.ts', 'users/photos.ts', 'users.types.ts', 'core.ts', 'client.ts', 'index.ts'])(
    'writes %s',
    (path) => {
      const fixture = new URL(`./fixtures/${path.replace('/', '-')}.txt`, import.meta.url);
      expect(files.find((file) => file.path === path)?.content).toBe(readFileSync(fixture, 'utf8'));
    },
  );

  it('writes a file for each resource and service, and what they share', () => {
    expect(files.map(({ path }) => path)).toEqual([
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
    expect(emitMethods(sample).diagnostics).toEqual([]);
  });

  it('gives the same bytes again', async () => {
    expect((await emitClient(sample)).files).toEqual(files);
  });

  it('type-checks, and sends what it says', async () => {
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
