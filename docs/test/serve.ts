import { createReadStream, existsSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';

const TYPES: { readonly [extension: string]: string } = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.md': 'text/markdown; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.xml': 'application/xml',
};

export interface Served {
  readonly origin: string;
  close(): Promise<void>;
}

/**
 * Serves a site that was built for the path `base` on a free port of this machine, as hosts of static files do: `/a` is
 * `a.html`, else `404.html`.
 */
export async function serve(folder: string, base = ''): Promise<Served> {
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    const file = pathname.startsWith(`${base}/`) ? fileOf(folder, pathname.slice(base.length)) : null;
    response.statusCode = file === null ? 404 : 200;
    const sent = file ?? path.join(folder, '404.html');
    response.setHeader('content-type', TYPES[path.extname(sent)] ?? 'application/octet-stream');
    createReadStream(sent).pipe(response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** The file of a site that an address names; null if none does. */
export function fileOf(folder: string, pathname: string): string | null {
  const wanted = path.join(folder, decodeURIComponent(pathname));
  if (wanted !== folder && !wanted.startsWith(path.join(folder, '/'))) return null;
  const candidates = [wanted, `${wanted.replace(/\/$/, '')}.html`, path.join(wanted, 'index.html')];
  return candidates.find((file) => existsSync(file) && statSync(file).isFile()) ?? null;
}
