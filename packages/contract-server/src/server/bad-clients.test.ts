import { connect, type Socket } from 'node:net';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { sampleProvider } from '../testing/sample-provider.ts';
import { type ContractServer, createContractServer } from './server.ts';

const schema = { type: 'object', properties: { a: { type: 'string' } } };
const content = { 'application/json': { schema } };
const provider = sampleProvider({
  '/x': {
    get: { responses: { 200: { description: '', content } } },
    post: { requestBody: { content }, responses: { 200: { description: '', content } } },
  },
});

let server: ContractServer;
beforeAll(async () => {
  server = await createContractServer(provider);
});
afterAll(() => server.close());

/** Sends bytes as they are, and answers with all that comes until the connection ends. */
function raw(send: (socket: Socket) => void, { port } = server): Promise<string> {
  return new Promise((resolve) => {
    let text = '';
    const socket = connect(port, '127.0.0.1', () => send(socket));
    socket.setEncoding('utf8');
    socket.on('data', (chunk) => {
      text += chunk;
    });
    socket.on('error', () => {});
    socket.on('close', () => resolve(text));
  });
}

async function serves() {
  expect((await fetch(`${server.url}/x`)).status).toBe(200);
}

const HEAD = 'POST /x HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\n';

it('ends a body that does not come', async () => {
  const impatient = await createContractServer(provider, { requestTimeout: 1500 });
  const answer = await raw((socket) => socket.write(`${HEAD}Content-Length: 100\r\n\r\n{"a"`), impatient);
  expect(answer).toMatch(/^HTTP\/1\.1 408 /);
  expect((await fetch(`${impatient.url}/x`)).status).toBe(200);
  await impatient.close();
});

it('refuses a body of 100 MB, announced or not, without keeping it', async () => {
  const announced = await raw((socket) => socket.write(`${HEAD}Content-Length: 104857600\r\n\r\n`));
  expect(announced).toMatch(/^HTTP\/1\.1 413 /);
  const before = process.memoryUsage().rss;
  const chunk = `100000\r\n${'a'.repeat(1_048_576)}\r\n`;
  const streamed = await raw((socket) => {
    socket.write(`${HEAD}Transfer-Encoding: chunked\r\n\r\n`);
    const more = (left: number): void => {
      if (left === 0 || socket.destroyed) return;
      if (socket.write(chunk)) setImmediate(more, left - 1);
      else socket.once('drain', () => more(left - 1));
    };
    more(100);
  });
  expect(streamed).toMatch(/^HTTP\/1\.1 413 |^$/);
  expect(process.memoryUsage().rss - before).toBeLessThan(150e6);
  await serves();
});

it('refuses headers of 1 MB', async () => {
  const answer = await raw((socket) =>
    socket.write(`GET /x HTTP/1.1\r\nHost: a\r\nX-Big: ${'a'.repeat(1_000_000)}\r\n\r\n`),
  );
  expect(answer).toMatch(/^HTTP\/1\.1 431 |^$/);
  await serves();
});

it('refuses what is no HTTP', async () => {
  expect(await raw((socket) => socket.write('hello\r\n\r\n'))).toMatch(
    /^HTTP\/1\.1 400 [\s\S]*application\/problem\+json/,
  );
  await serves();
});

it('refuses broken JSON, and goes on over the same connection', async () => {
  const text = '{"a":';
  const answer = await raw((socket) =>
    socket.write(
      `${HEAD}Content-Length: ${text.length}\r\n\r\n${text}GET /x HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n`,
    ),
  );
  expect(answer.match(/HTTP\/1\.1 \d+/g)).toEqual(['HTTP/1.1 400', 'HTTP/1.1 200']);
});

it('answers 50 requests that come at once over one connection, in order', async () => {
  const answer = await raw((socket) => {
    const requests = Array.from(
      { length: 50 },
      (_, i) => `GET /x${i % 2 === 0 ? '' : '?no=1'} HTTP/1.1\r\nHost: a\r\n`,
    );
    socket.write(requests.map((head, i) => `${head}${i === 49 ? 'Connection: close\r\n' : ''}\r\n`).join(''));
  });
  const statuses = answer.match(/HTTP\/1\.1 \d+/g);
  expect(statuses).toEqual(Array.from({ length: 50 }, (_, i) => `HTTP/1.1 ${i % 2 === 0 ? 200 : 400}`));
});

it('serves 500 connections at once, while others go away in the midst', async () => {
  const leavers = Array.from({ length: 50 }, () =>
    raw((socket) => socket.write(`${HEAD}Content-Length: 9\r\n\r\n{`, () => socket.destroy())),
  );
  const answers = await Promise.all(
    Array.from({ length: 500 }, () =>
      raw((socket) => socket.write('GET /x HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n')),
    ),
  );
  await Promise.all(leavers);
  expect(answers.filter((answer) => answer.startsWith('HTTP/1.1 200'))).toHaveLength(500);
  await serves();
});
