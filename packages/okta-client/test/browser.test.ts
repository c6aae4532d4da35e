import type { ServerResponse } from 'node:http';
import path from 'node:path';
import { build } from 'esbuild';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Api, type Received, serveApi } from './api.ts';
import { lacksBrowser, startBrowser } from './browser.ts';
import type { behaviours } from './page.ts';

describe.skipIf(lacksBrowser)('the bundled client on a page of another origin (needs Chromium)', () => {
  let api: Api;
  let host: Api;
  let browser: Browser;
  let page: Page;

  beforeAll(async () => {
    const script = await bundled();
    api = await serveApi(answer);
    host = await serveApi((_request, _before, response) => response.end('<!doctype html><title>App</title>'));
    browser = await startBrowser();
    page = await browser.newPage();
    await page.goto(host.origin);
    await page.addScriptTag({ content: script });
  });
  afterAll(async () => {
    await browser?.close();
    await api?.close();
    await host?.close();
  });

  /** What a behaviour answers, and the requests that it sent. */
  async function inPage(name: keyof typeof behaviours) {
    const from = api.received.length;
    const answered: unknown = await page.evaluate(`behaviours.${name}('${api.origin}')`);
    return { answered, received: api.received.slice(from) };
  }
  const lines = (received: readonly Received[]) => received.map(({ line }) => line);

  it('reads, with its credentials', async () => {
    const { answered, received } = await inPage('get');
    expect(answered).toEqual({ id: 'ada/é?' });
    expect(lines(received)).toEqual(['GET /api/v1/users/ada%2F%C3%A9%3F']);
    expect(received[0]?.headers).toMatchObject({ authorization: 'SSWS secret', accept: 'application/json' });
    expect(received[0]?.headers['user-agent']).toContain('Mozilla');
  });

  it('reads by a method that is imported alone', async () => {
    expect((await inPage('getByImport')).answered).toEqual({ id: 'ada' });
  });

  it('sends JSON', async () => {
    const { answered, received } = await inPage('post');
    expect(answered).toEqual({ id: 'g1', profile: { name: 'Zoë' } });
    expect(lines(received)).toEqual(['POST /api/v1/groups']);
    expect(received[0]?.headers['content-type']).toBe('application/json');
  });

  it('sends files', async () => {
    const { answered } = await inPage('upload');
    expect(answered).toEqual([
      ['file', 'logo.svg', 'image/svg+xml', '<svg/>'],
      ['tags', 'a'],
      ['tags', 'b'],
    ]);
  });

  it('turns pages, where the server exposes `Link`', async () => {
    const { answered, received } = await inPage('pages');
    expect(answered).toEqual(['u1', 'u2', 'u3']);
    expect(lines(received)).toEqual(['GET /api/v1/users?limit=2', 'GET /api/v1/users?after=u2&limit=2']);
  });

  it('waits as long as it is told, and asks again', async () => {
    const { answered, received } = await inPage('retry');
    expect(answered).toEqual({ id: 'busy', waits: [1000] });
    expect(lines(received)).toEqual(['GET /api/v1/users/busy', 'GET /api/v1/users/busy']);
  });

  it('rejects with the class of the status', async () => {
    expect((await inPage('error')).answered).toEqual({
      status: 404,
      code: 'E0000007',
      requestId: 'r1',
      message: 'GET /api/v1/users/{id} answered 404: Not found',
    });
  });

  it('ends when it is aborted, or when its time is up', async () => {
    expect((await inPage('abort')).answered).toBe(true);
    expect((await inPage('timeout')).answered).toBe(true);
  });
});

async function bundled(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [path.join(import.meta.dirname, 'page.ts')],
    bundle: true,
    minify: true,
    format: 'iife',
    platform: 'browser',
    write: false,
  });
  return outputFiles[0]?.text ?? '';
}

async function answer(request: Received, before: number, response: ServerResponse): Promise<void> {
  const json = (body: unknown, status = 200, headers = {}): void => {
    response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body));
  };
  const origin = `http://${request.headers.host}`;
  const [method, url = ''] = request.line.split(' ');
  const { pathname, searchParams } = new URL(url, origin);
  const id = decodeURIComponent(pathname.split('/').at(-1) ?? '');
  if (method === 'POST' && pathname.endsWith('/logo')) return json(await partsOf(request));
  if (method === 'POST') return json({ id: 'g1', ...JSON.parse(request.body.toString()) });
  if (pathname === '/api/v1/users') {
    const next = `<${origin}/api/v1/users?after=u2&limit=2>; rel="next"`;
    return searchParams.has('after')
      ? json([{ id: 'u3' }])
      : json([{ id: 'u1' }, { id: 'u2' }], 200, { link: next });
  }
  if (id === 'slow') return;
  if (id === 'busy' && before === 0) return json({ errorSummary: 'Too many' }, 429, { 'retry-after': '1' });
  if (id !== 'gone') return json({ id });
  const error = { errorCode: 'E0000007', errorSummary: 'Not found', errorId: 'e1' };
  return json(error, 404, { 'x-okta-request-id': 'r1' });
}

async function partsOf({ headers, body }: Received): Promise<readonly (readonly string[])[]> {
  const type = headers['content-type'] ?? '';
  const form = await new Response(new Uint8Array(body), { headers: { 'content-type': type } }).formData();
  return Promise.all(
    [...form].map(async ([name, value]) =>
      typeof value === 'string' ? [name, value] : [name, value.name, value.type, await value.text()],
    ),
  );
}
