import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Exchange } from '@plumbline/contract-server';
import { describe, expect, it } from 'vitest';
import type { ServeInvocation } from '../command-line/invocation.ts';
import { parseCommandLine } from '../command-line/parse.ts';
import { exchangeLines } from '../serve/request-log.ts';
import { NO_COLOURS } from '../terminal/colours.ts';
import { temporaryFolder } from '../testing/temporary-folder.ts';
import { serve } from './serve.ts';

const SPEC = `openapi: 3.0.3
info: { title: Things, version: '7' }
components:
  securitySchemes:
    key: { type: apiKey, in: header, name: X-Key }
paths:
  /things/{id}:
    parameters: [{ name: id, in: path, required: true, schema: { type: string } }]
    get: { operationId: getThing, responses: { '200': { description: One } } }
  /things:
    get:
      operationId: listThings
      security: [{ key: [] }]
      responses:
        '200':
          description: All
          content: { application/json: { schema: { type: array, items: { type: string } }, example: [a] } }
        '403': { description: No }
`;

function invocationOf(line: string): ServeInvocation {
  const invocation = parseCommandLine(line.split(' '));
  if (invocation.kind !== 'serve') throw new Error(`Not served: ${line}`);
  return invocation;
}

/** Serves while \`use\` runs, and answers with all that was said. */
async function served(
  line: string,
  files: { readonly [path: string]: string },
  use: (url: string) => Promise<void>,
) {
  const said: string[] = [];
  const listening = Promise.withResolvers<string>();
  const stopped = Promise.withResolvers<void>();
  const write = (text: string) => {
    said.push(text);
    const url = /http:\/\/127\.0\.0\.1:\d+/.exec(text)?.[0];
    if (url !== undefined) listening.resolve(url);
  };
  const host = { cwd: temporaryFolder(files), env: {}, stdout: { write }, stderr: { write } };
  const ending = serve(invocationOf(line), host, { stopped: stopped.promise });
  const url = await Promise.race([listening.promise, ending.then(() => null)]);
  if (url !== null) await use(url);
  stopped.resolve();
  return { ending: await ending, text: said.join('') };
}

describe('plumbline serve', () => {
  it('serves a document, says what to try, and lists what comes', async () => {
    const { ending, text } = await served(
      'serve things.yaml --port 0',
      { 'things.yaml': SPEC },
      async (url) => {
        const answer = await fetch(`${url}/things`, { headers: { 'x-key': 'any' } });
        expect(await answer.json()).toEqual(['a']);
        expect((await fetch(`${url}/things?nope=1`, { headers: { 'x-key': 'any' } })).status).toBe(400);
      },
    );
    expect(ending).toBe(0);
    expect(text).toMatch(/^Things 7, 2 operations, in \d/);
    expect(text).toMatch(/ {2}curl http:\/\/127\.0\.0\.1:\d+\/things -H 'X-Key: any'\n/);
    expect(text).toContain("-H 'Prefer: code=403'");
    expect(text).toMatch(/200 {2}GET \/things {2}listThings, example, \d+ ms\n/);
    expect(text).toContain('query nope: The operation has no query parameter `nope`.');
    expect(text.endsWith('Stopped.\n')).toBe(true);
  });

  it('serves a provider.json', async () => {
    const provider = {
      format: 1,
      provider: 'acme',
      title: 'Acme',
      specVersion: '2',
      serverVariables: [],
      auth: {},
      errors: {},
      rateLimit: {},
      methods: [],
      document: { openapi: '3.1.0', paths: { '/a': { get: { responses: { 204: {} } } } } },
    };
    const files = { 'provider.json': JSON.stringify(provider, null, 1) };
    const { text } = await served('serve provider.json --port 0 --quiet', files, async (url) => {
      expect((await fetch(`${url}/a`)).status).toBe(204);
    });
    expect(text).toContain('Acme 2, 1 operations');
    expect(text).not.toContain('204  GET');
  });

  it('refuses a document that cannot be read', async () => {
    const { ending, text } = await served('serve gone.yaml', {}, async () => {});
    expect(ending).toBe(2);
    expect(text).toContain('gone.yaml');
  });

  it('says that a port is taken, and the way out', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => other.once('listening', resolve));
    const { port } = other.address() as AddressInfo;
    const { ending, text } = await served(
      `serve things.yaml --port ${port}`,
      { 'things.yaml': SPEC },
      async () => {},
    );
    other.close();
    expect(ending).toBe(2);
    expect(text).toContain(`The port ${port} is taken. Give another by \`--port\``);
  });
});

describe('the log of requests', () => {
  it('lets no client write to the terminal', () => {
    const exchange: Exchange = {
      method: 'GET',
      target: '/\u001b[31mred',
      operation: null,
      operationId: null,
      params: { path: {}, query: {}, header: {}, cookie: {} },
      headers: {},
      mediaType: null,
      body: undefined,
      bytes: new Uint8Array(),
      schemes: [],
      problems: [],
      answer: { status: 404, headers: {}, value: undefined, example: null, notes: [] },
      milliseconds: 0.2,
    };
    expect(exchangeLines(exchange, NO_COLOURS)).toBe('404  GET /\ufffd[31mred  no operation, 1 ms\n');
  });
});
