import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, it, onTestFinished } from 'vitest';
import { STAGES } from '../pipeline/stages.ts';
import { runCommand } from '../testing/run-command.ts';
import { temporaryFolder } from '../testing/temporary-folder.ts';

const SPEC =
  "openapi: 3.1.0\ninfo: { title: Books, version: '1' }\npaths: { /books: { $ref: parts/books.yaml } }";

/** Serves the texts on this machine; anything else is not found. */
async function serve(texts: { readonly [path: string]: string }): Promise<string> {
  const server = createServer(({ url = '' }, response) => {
    const text = texts[url];
    response.writeHead(text === undefined ? 404 : 200).end(text);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  onTestFinished(() => void server.close());
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

function run(spec: string, allowRemote: boolean, files = {}) {
  const config = JSON.stringify({ provider: 'books', spec: [spec], allowRemote });
  const cwd = temporaryFolder({ ...files, 'plumbline.config.ts': `export default ${config};` });
  return runCommand(cwd, 'model --quiet', STAGES);
}

const TEXTS = {
  '/v1/openapi.yaml': SPEC,
  '/v1/parts/books.yaml': "get: { responses: { '200': { $ref: ../../common.yaml#/Books } } }",
  '/common.yaml': 'Books: { description: Books }',
};

it('a spec is fetched with all that it refers to, where that is allowed', async () => {
  const origin = await serve(TEXTS);
  const { ending, stdout } = await run(`${origin}/v1/openapi.yaml`, true);
  expect(ending).toBe(0);
  expect(JSON.parse(stdout).operations['GET /books']).toMatchObject({
    origin: { file: `${origin}/v1/parts/books.yaml`, pointer: '/get' },
    responses: [{ description: 'Books', origin: { file: `${origin}/common.yaml` } }],
  });
});

it('a file may refer to the network, where that is allowed', async () => {
  const origin = await serve(TEXTS);
  const text = SPEC.replace('parts/', `${origin}/v1/parts/`);
  expect((await run('./openapi.yaml', true, { 'openapi.yaml': text })).ending).toBe(0);
  const { ending, stderr } = await run('./openapi.yaml', false, { 'openapi.yaml': text });
  expect(ending).toBe(2);
  expect(stderr).toContain('openapi.yaml:3:20 error ref-remote: ');
});

it('a URL is refused where it is not allowed', async () => {
  const origin = await serve(TEXTS);
  const { ending, stderr } = await run(`${origin}/v1/openapi.yaml`, false);
  expect(ending).toBe(2);
  expect(stderr).toContain('error input-remote: ');
});

it.each(['/nope.yaml', '/v1/openapi.yaml'])(
  'what the server does not have stops the run: %s',
  async (path) => {
    const origin = await serve({ '/v1/openapi.yaml': SPEC });
    const { ending, stderr } = await run(`${origin}${path}`, true);
    expect(ending).toBe(2);
    expect(stderr).toContain('error input-not-readable: ');
    expect(stderr).toContain('the server answers 404');
  },
);
