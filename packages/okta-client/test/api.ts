import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** An API that pages of other origins may call (Fetch Standard, section 3.3). */
export interface Api {
  readonly origin: string;
  /** `GET /path` of each request but preflights, with what it was sent. */
  readonly received: Received[];
  close(): Promise<void>;
}

export interface Received {
  readonly line: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: Buffer;
}

/** Headers that a page may read beside the safelisted ones. */
const EXPOSED = 'Link, Retry-After, X-Okta-Request-Id';

/** Serves on a free port of the loopback interface. `answer` is told how many times the same was asked before. */
export async function serveApi(
  answer: (request: Received, before: number, response: ServerResponse) => unknown,
): Promise<Api> {
  const received: Received[] = [];
  const server = createServer(async (message, response) => {
    response.setHeader('access-control-allow-origin', message.headers.origin ?? '*');
    response.setHeader('access-control-expose-headers', EXPOSED);
    if (message.method === 'OPTIONS') {
      response.writeHead(204, {
        'access-control-allow-methods': message.headers['access-control-request-method'],
        'access-control-allow-headers': message.headers['access-control-request-headers'],
      });
      response.end();
      return;
    }
    const chunks: Buffer[] = [];
    for await (const chunk of message) chunks.push(chunk);
    const line = `${message.method} ${message.url}`;
    const before = received.filter((request) => request.line === line).length;
    const request = { line, headers: message.headers, body: Buffer.concat(chunks) };
    received.push(request);
    answer(request, before, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    received,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
