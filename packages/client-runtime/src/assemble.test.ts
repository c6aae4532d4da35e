import { describe, expect, it } from 'vitest';
import { assemble, type Call, type ClientCore, type HttpClient } from './index.ts';
import { clientWith, getUser } from './testing/client.ts';

describe('a whole client', () => {
  interface Whole extends ClientCore {
    readonly http: HttpClient<object>;
    readonly users: { readonly users: { getUser(params: object): Call<unknown> } };
  }

  it('has methods that need no client, by service and resource', async () => {
    const { client, last } = clientWith();
    const { users } = assemble<Whole>(client, { users: { users: { getUser } } });
    const { getUser: detached } = users.users;
    expect(await detached({ id: '1' })).toEqual({ ok: true });
    expect(last().url).toBe('https://acme.example.com/users/1');
  });

  it('serves methods that are imported one by one', async () => {
    const { client } = clientWith();
    expect(await getUser(assemble<Whole>(client, {}), { id: 1 })).toEqual({ ok: true });
  });

  it('holds plain openapi-fetch, with its credentials', async () => {
    const { client, last } = clientWith(undefined, { auth: { apiToken: 't' } });
    const http = assemble<Whole>(client, {}).http as unknown as { GET(path: string): Promise<unknown> };
    await http.GET('/anything');
    expect(last().url).toBe('https://acme.example.com/anything');
    expect(last().headers.get('authorization')).toBe('SSWS t');
    expect(last().headers.get('user-agent')).toBe('acme-client/1.2.3');
  });

  it('sends what plain openapi-fetch is asked for again, too', async () => {
    const answers = [new Response(null, { status: 401 }), Response.json({ a: 1 })];
    let secret = 0;
    const auth = { apiToken: () => String(++secret) };
    const { client, requests } = clientWith(() => answers.shift() ?? Response.error(), { auth });
    const http = assemble<Whole>(client, {}).http as unknown as {
      POST(path: string, init: object): Promise<{ data: unknown }>;
    };
    const { data } = await http.POST('/anything', { body: { b: 2 } });
    expect(data).toEqual({ a: 1 });
    expect(requests.map(({ headers }) => headers.get('authorization'))).toEqual(['SSWS 1', 'SSWS 2']);
    expect(await requests[1]?.json()).toEqual({ b: 2 });
  });
});
