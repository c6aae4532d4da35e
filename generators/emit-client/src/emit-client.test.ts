import { readFileSync } from 'node:fs';
import { afterAll, describe, expect, it } from 'vitest';
import { emitClient, emitMethods } from './index.ts';
import { completionsAt } from './testing/completions.ts';
import { exampleModule, examplesOf } from './testing/examples.ts';
import { COMPILERS, packageFolder } from './testing/package-folder.ts';
import { sample } from './testing/sample.ts';

const { files } = await emitClient(sample);
const folder = packageFolder(files);
afterAll(() => folder.remove());

describe('emitClient', () => {
  it.each([
    'users/users.ts',
    'users/photos.ts',
    'users.types.ts',
    'core.ts',
    'client.ts',
    'errors.ts',
    'index.ts',
    'catalogue.ts',
    'users.catalogue.ts',
  ])('writes %s', (path) => {
    const fixture = new URL(`./fixtures/${path.replace('/', '-')}.txt`, import.meta.url);
    expect(files.find((file) => file.path === path)?.content).toBe(readFileSync(fixture, 'utf8'));
  });

  it('writes a file for each resource and service, and what they share', () => {
    expect(files.map(({ path }) => path)).toEqual([
      'index.ts',
      'client.ts',
      'core.ts',
      'errors.ts',
      'oauth.ts',
      'users.types.ts',
      'users/users.ts',
      'users/photos.ts',
      'catalogue.ts',
      'users.catalogue.ts',
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
      import { createAcmeClient, ApiError, isAcmeError, NotFoundError } from './generated/index.ts';
      import { createAcmeCore } from './generated/core.ts';
      import { delete as deleteUser, type User } from './generated/users/users.ts';
      const out: string[] = [];
      const refused = () => Response.json({ title: 'No.' }, { status: 404, headers: { 'Retry-After': '1' } });
      const events = () => new Response('data: {"id":"1"}\\n\\n', { headers: { 'content-type': 'text/event-stream' } });
      const fetch = async (request: Request): Promise<Response> => {
        out.push([request.method, request.url, request.headers.get('authorization'), await request.clone().text()].join(' '));
        if (request.method === 'DELETE') return refused();
        if (request.url.endsWith('/events')) return events();
        const link = request.url.includes('page=2') ? '' : '<https://acme.acme.test/users?page=2>; rel="next"';
        return Response.json([{ id: '1', name: 'Ada' }], { headers: { link, 'x-total': '2' } });
      };
      const acme = createAcmeClient({ subdomain: 'acme', auth: { oauth2: 't' }, fetch });
      const [first]: (User | undefined)[] = await acme.users.users.listUsers({ limit: 2, ids: ['a', 'b'] });
      out.push(String(first?.name));
      for await (const { id } of acme.users.users.listUsers()) out.push(id);
      const { data, status, headers } = await acme.users.users.listUsers().withResponse();
      out.push(String(status satisfies 200), String(data.length), String(headers.get('X-Total')));
      await acme.users.users.createUser({ body: { name: 'Ada', password: 'x' } });
      const outcome = await acme.users.users.delete({ id: '1', 'If-Match': '*' }).result();
      if (outcome.ok) out.push(String(outcome.data satisfies undefined));
      else if (outcome.status === 404) out.push(String(outcome.error.title));
      else out.push(String(outcome.headers.get('Retry-After') satisfies string | null));
      for await (const { data } of await acme.users.users.watch()) out.push(data.id);
      const core = createAcmeCore({ baseUrl: 'http://localhost', fetch });
      const failed = await deleteUser(core, { id: 'a/b', 'If-Match': '*' }).catch((error: unknown) => error);
      out.push(failed instanceof ApiError ? failed.message : 'no error');
      if (isAcmeError(failed)) out.push(String(failed.body.title), String(failed instanceof NotFoundError));
      declare const console: { log(text: string): void };
      console.log(out.join('\\n'));
    `;
    expect(folder.run(program).trim().split('\n')).toEqual([
      'GET https://acme.acme.test/users?limit=2&ids=a,b Bearer t ',
      'Ada',
      'GET https://acme.acme.test/users Bearer t ',
      '1',
      'GET https://acme.acme.test/users?page=2 Bearer t ',
      '1',
      'GET https://acme.acme.test/users Bearer t ',
      '200',
      '1',
      '2',
      'POST https://acme.acme.test/users Bearer t {"name":"Ada","password":"x"}',
      'DELETE https://acme.acme.test/users/1  ',
      'No.',
      'GET https://acme.acme.test/users/events Bearer t ',
      '1',
      'DELETE http://localhost/users/a%2Fb  ',
      'DELETE /users/{id} answered 404: No.',
      'No.',
      'true',
    ]);
    for (const compiler of Object.keys(COMPILERS))
      expect(folder.typeCheck(compiler as keyof typeof COMPILERS)).toBe('');
  }, 60_000);

  it('shows an example of each method that type-checks', () => {
    const examples = examplesOf(files);
    expect(examples).toHaveLength(5);
    folder.write({ path: 'src/examples.ts', content: exampleModule(examples, 'acme', 'AcmeClient') });
    expect(folder.typeCheck('TypeScript 7')).toBe('');
  }, 60_000);

  it('offers at each level what belongs there, and nothing else', () => {
    const probe = `
      import { createAcmeClient } from './generated/index.ts';
      const acme = createAcmeClient({ auth: { /*|*/ } });
      acme./*|*/;
      acme.users./*|*/;
      acme.users.users./*|*/;
      acme.users.users.listUsers({ /*|*/ });
      acme.users.users.createUser({ body: { /*|*/ } });
      acme.users.users.createUser({ body: { name: '' } })./*|*/;
      acme.users.users.listUsers()./*|*/;
      const outcome = await acme.users.users.createUser({ body: { name: '' } }).result();
      if (outcome.status === 404) outcome./*|*/;
      if (outcome.ok) outcome./*|*/;
    `;
    const promise = ['catch', 'finally', 'result', 'then', 'withResponse'];
    expect(completionsAt(folder.path, probe)).toEqual([
      ['apiToken', 'login', 'oauth2'],
      ['http', 'users'],
      ['photos', 'users'],
      ['createUser', 'delete', 'listUsers', 'watch'],
      ['ids', 'limit'],
      ['name', 'password'],
      promise,
      [...promise, 'pages', 'toArray'].sort(),
      ['error', 'headers', 'ok', 'response', 'status'],
      ['data', 'headers', 'ok', 'response', 'status'],
    ]);
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
      ['acme.users.users.createUser({ body: { name: "" } }).pages()', "Property 'pages' does not exist"],
      ['(await acme.users.photos.upload({ id: "" }).result()).status === 404', 'no overlap'],
      ['acme.users.users.listUsers({}, { timout: 1 })', "'timout' does not exist in type 'RequestOptions'"],
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
