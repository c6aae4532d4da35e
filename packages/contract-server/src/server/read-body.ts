import type { IncomingMessage } from 'node:http';

/**
 * Reads a body of at most so many bytes. `too-long`: the rest is not read. `cut-off`: the sender went away in the
 * midst.
 */
export function readBody(
  request: IncomingMessage,
  max: number,
): Promise<Uint8Array | 'too-long' | 'cut-off'> {
  if (Number(request.headers['content-length'] ?? 0) > max) return Promise.resolve('too-long');
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    let length = 0;
    request.on('data', (chunk: Buffer) => {
      length += chunk.length;
      if (length > max) {
        request.pause();
        request.removeAllListeners('data');
        resolve('too-long');
      } else chunks.push(chunk);
    });
    request.on('end', () => resolve(Buffer.concat(chunks)));
    request.on('error', () => resolve('cut-off'));
    request.on('close', () => resolve('cut-off'));
  });
}
