import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, it, onTestFinished } from 'vitest';
import { STAGES } from '../pipeline/stages.ts';
import { runCommand } from '../testing/run-command.ts';
import { temporaryFolder } from '../testing/temporary-folder.ts';
import { referencedFiles } from './referenced.ts';
import { fetchDocument } from './remote.ts';

const SPEC =
  "openapi: 3.1.0\ninfo: { title: Books, version: '1' }\npaths: { /books: { $ref: parts/books.yaml } }";

/** Serves the texts on this machine; anything else is not found. */
function serve(texts: { readonly [path: string]: string }): Promise<string> {
  return listen(({ url = '' }, response) => {
    const text = texts[url];
    response.writeHead(text === undefined ? 404 : 200).end(text);
  });
}

async function listen(listener: RequestListener): Promise<string> {
  const server = createServer(listener);
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
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
    expect(stderr).toContain('error input-not-fetched: ');
    expect(stderr).toContain('the server answers 404');
  },
);

const SMALL = { bytes: 1000, redirects: 3, seconds: 60 };
const beyond: [string, { answer: RequestListener; seconds?: number; want: string }][] = [
  [
    'more bytes than it says',
    {
      answer: (_, response) => {
        const more = () => response.write('x'.repeat(400), () => setTimeout(more, 1));
        more();
      },
      want: 'it is larger than 1000 bytes',
    },
  ],
  [
    'more bytes, as it says',
    {
      answer: (_, response) => void response.writeHead(200, { 'content-length': 2000 }).write('x'),
      want: 'it is larger than 1000 bytes',
    },
  ],
  [
    'redirects without an end',
    {
      answer: ({ url = '' }, response) => void response.writeHead(302, { location: `${url}x` }).end(),
      want: 'it redirects more than 3 times',
    },
  ],
  [
    'a redirect to elsewhere than the web',
    {
      answer: (_, response) => void response.writeHead(302, { location: 'file:///etc/passwd' }).end(),
      want: 'it redirects to `file:///etc/passwd`, which is not followed',
    },
  ],
  ['no answer', { answer: () => {}, seconds: 0.2, want: 'the server takes longer than 0.2 seconds' }],
  [
    'half an answer',
    {
      answer: (_, response) => void response.write('x'),
      seconds: 0.2,
      want: 'the server takes longer than 0.2 seconds',
    },
  ],
  [
    'other bytes than UTF-8',
    { answer: (_, response) => void response.end(Buffer.of(0xff)), want: 'it is not UTF-8' },
  ],
];

it.each(beyond)(
  'a document is not waited for beyond the limits: %s',
  async (_, { answer, seconds, want }) => {
    const limits = { ...SMALL, ...(seconds !== undefined && { seconds }) };
    expect(await fetchDocument(`${await listen(answer)}/a`, limits)).toEqual({ reason: want });
  },
);

it('a redirect is followed', async () => {
  const origin = await listen(({ url }, response) => {
    if (url === '/a') response.writeHead(301, { location: '/b' }).end();
    else response.end('text');
  });
  expect(await fetchDocument(`${origin}/a`, SMALL)).toEqual({ path: `${origin}/a`, text: 'text' });
});

it.each([
  ['rounds', { rounds: 2, documents: 9 }, 'it is referred to through more than 2 others'],
  ['documents', { rounds: 9, documents: 2 }, 'the spec refers to more than 2 documents on the network'],
])('a spec leads no farther than its limit of %s', async (_, limits, want) => {
  const origin = await listen((_request, response) => void response.end('{}'));
  const { read, fetch, problems } = referencedFiles('/', true, limits);
  let round = 0;
  do read(`${origin}/${round++}`);
  while (await fetch());
  expect([round, problems.map(({ message }) => message)]).toEqual([
    3,
    [`\`${origin}/2\` cannot be fetched: ${want}.`],
  ]);
});
