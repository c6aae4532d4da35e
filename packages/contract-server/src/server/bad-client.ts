import type { Socket } from 'node:net';
import { PROBLEM_TYPE, problemBody } from './problem-body.ts';

const STATUSES: { readonly [code: string]: readonly [number, string] } = {
  HPE_HEADER_OVERFLOW: [431, 'Request Header Fields Too Large'],
  ERR_HTTP_REQUEST_TIMEOUT: [408, 'Request Timeout'],
};

/** Answers what is no HTTP request, or did not come in time, and closes the connection. */
export function refuseConnection({ code = '', message }: NodeJS.ErrnoException, socket: Socket): void {
  if (code === 'ECONNRESET' || !socket.writable) {
    socket.destroy();
    return;
  }
  const [status, reason] = STATUSES[code] ?? [400, 'Bad Request'];
  const body = JSON.stringify(
    problemBody(status, null, [
      {
        place: 'header',
        name: null,
        pointer: '',
        keyword: 'syntax',
        message: `${message}.`,
        hint: 'Send a request of HTTP/1.1, whole and in time.',
      },
    ]),
  );
  socket.end(
    `HTTP/1.1 ${status} ${reason}\r\nContent-Type: ${PROBLEM_TYPE}\r\nContent-Length: ${Buffer.byteLength(body)}\r\nConnection: close\r\n\r\n${body}`,
  );
}
