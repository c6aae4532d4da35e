// Answers every request on a free port of the loopback interface, and prints its origin.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import process from 'node:process';
import { ANSWER, ANSWER_HEADERS } from './answer.ts';

const server = createServer((_, response) => {
  response.writeHead(200, { ...ANSWER_HEADERS, 'content-length': ANSWER.length });
  response.end(ANSWER);
});
server.listen(0, '127.0.0.1', () => {
  process.stdout.write(`http://127.0.0.1:${(server.address() as AddressInfo).port}\n`);
});
