import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { build } from 'esbuild';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

/** The runtimes that users have: those of them that are on the path. */
const WANTED = [
  ['Node.js 20', 'node', /^v20\./],
  ['Node.js 22', 'node', /^v22\./],
  ['Node.js 24', 'node', /^v24\./],
  ['Bun', 'bun', /^1\./],
] as const;

const onPath = (name: string): readonly string[] =>
  (process.env.PATH ?? '')
    .split(path.delimiter)
    .map((folder) => path.join(folder, name))
    .filter((file) => existsSync(file));

const versionOf = (file: string): string => spawnSync(file, ['--version'], { encoding: 'utf8' }).stdout ?? '';

const runtimes = WANTED.map(([name, command, version]) => {
  const file = onPath(command).find((one) => version.test(versionOf(one)));
  return { name: file === undefined ? `${name} (needs one on the path)` : name, file };
});

/** A server, a client and its ways: another attempt, pages, errors, time limits, abort, multipart, streams, middleware. */
const program = (runtime: string) => `
import { createServer } from 'node:http';
import { assemble, createCore, decodeJsonLines, linkPages, method, multipart, NotFoundError, TimeoutError } from '${runtime}';

let before = 0;
const server = createServer(async (request, response) => {
  let body = '';
  for await (const chunk of request) body += chunk;
  const { pathname, searchParams } = new URL(request.url, 'http://server');
  const answer = (status, data, headers = {}) => response.writeHead(status, headers).end(JSON.stringify(data));
  if (pathname === '/busy') return before++ === 0 ? answer(503, {}, { 'retry-after': '0' }) : answer(200, 'done');
  if (pathname === '/list') {
    const at = Number(searchParams.get('at') ?? 0);
    return answer(200, [at], at < 2 ? { link: '</list?at=' + (at + 1) + '>; rel="next"' } : {});
  }
  if (pathname === '/lines') return response.end('1\\n2\\n');
  if (pathname === '/body') return answer(200, [request.headers['content-type'].split(';')[0], body.includes('a.txt')]);
  if (pathname === '/agent') return answer(200, request.headers['user-agent']);
  if (pathname !== '/silent') return answer(404, { why: 'none' });
});
await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));

const config = { server: 'http://127.0.0.1:' + server.address().port, errors: { message: 'why' }, userAgent: 'smoke/1' };
const core = createCore(config, {});
const get = (path, descriptor) => method('GET ' + path, descriptor);
const upload = method('POST /body', { body: { type: 'multipart/form-data', write: multipart } });
const client = assemble(core, { s: { r: { agent: get('/agent') } } });
client.http.use({ onRequest: ({ request }) => request.headers.set('user-agent', 'changed') });
const refusal = await get('/none')(core).catch((error) => error);
const over = await get('/silent')(core, {}, { timeout: 50, retry: false }).catch((error) => error);
const controller = new AbortController();
setTimeout(() => controller.abort(), 50);
const gone = await get('/silent')(core, {}, { signal: controller.signal }).catch((error) => error);
const lines = [];
for await (const line of await get('/lines', { decode: decodeJsonLines })(core)) lines.push(line);
console.log(
  JSON.stringify([
    await get('/busy')(core),
    await get('/list', { page: { by: linkPages } })(core).toArray(),
    [refusal instanceof NotFoundError, refusal.message],
    [over instanceof TimeoutError, gone.name],
    lines,
    await upload(core, { body: { file: new File(['x'], 'a.txt') } }),
    [await get('/agent')(core), await client.s.r.agent()],
  ]),
);
server.closeAllConnections();
server.close();
`;

const WANT = [
  'done',
  [0, 1, 2],
  [true, 'GET /none answered 404: none'],
  [true, 'AbortError'],
  [1, 2],
  ['multipart/form-data', true],
  ['smoke/1', 'changed'],
];

describe('the runtime works in', () => {
  const root = path.dirname(import.meta.dirname);
  let folder = '';

  beforeAll(async () => {
    folder = mkdtempSync(path.join(tmpdir(), 'client-runtime-'));
    symlinkSync(path.join(root, 'node_modules'), path.join(folder, 'node_modules'));
    writeFileSync(path.join(folder, 'package.json'), '{"type":"module"}');
    const options = ['--noEmit', 'false', '--outDir', path.join(folder, 'built'), '--rootDir', 'src'];
    const compiler = path.join(root, 'node_modules/.bin/tsc');
    execFileSync(compiler, [...options, '--rewriteRelativeImportExtensions'], { cwd: root });
    writeFileSync(path.join(folder, 'plain.js'), program('./built/index.js'));
    const contents = program(path.join(root, 'src/index.ts'));
    await build({
      stdin: { contents, resolveDir: root },
      bundle: true,
      minify: true,
      format: 'esm',
      platform: 'node',
      outfile: path.join(folder, 'bundled.js'),
    });
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  for (const { name, file = '' } of runtimes) {
    describe.skipIf(file === '')(name, () => {
      it.each(['plain.js', 'bundled.js'])('%s', (program) => {
        const output = execFileSync(file, [path.join(folder, program)], {
          encoding: 'utf8',
          timeout: 60_000,
        });
        expect(JSON.parse(output)).toEqual(WANT);
      });
    });
  }
});
