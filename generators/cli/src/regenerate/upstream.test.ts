import { readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { temporaryFolder } from '../testing/temporary-folder.ts';
import { fetchUpstream } from './upstream.ts';

let answer = { status: 200, text: 'one', etag: '"1"' };
const asked: (string | undefined)[] = [];
const server = createServer((request, response) => {
  asked.push(request.headers['if-none-match']);
  const isKnown = answer.status === 200 && request.headers['if-none-match'] === answer.etag;
  response.writeHead(isKnown ? 304 : answer.status, answer.etag === '' ? {} : { etag: answer.etag });
  response.end(isKnown ? '' : answer.text);
});
let url = '';
beforeAll(async () => {
  await new Promise<void>((started) => server.listen(0, '127.0.0.1', started));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/openapi.yaml`;
});
afterAll(() => new Promise<void>((stopped) => server.close(() => stopped())));

describe('what is published', () => {
  it('is fetched anew only where it is another', async () => {
    const folder = temporaryFolder({ 'openapi.yaml': 'none' });
    const [file, cache] = [join(folder, 'openapi.yaml'), join(folder, 'cache')];
    asked.length = 0;
    answer = { status: 200, text: 'one', etag: '"1"' };
    expect(await fetchUpstream([{ file, url }], cache)).toEqual({
      changed: [{ file, before: 'none', after: 'one' }],
    });
    writeFileSync(file, 'one');
    expect(await fetchUpstream([{ file, url }], cache)).toEqual({ changed: [] });
    answer = { status: 200, text: 'two', etag: '"2"' };
    expect(await fetchUpstream([{ file, url }], cache)).toMatchObject({ changed: [{ after: 'two' }] });
    // A file that is not what was fetched is compared, whatever its tag.
    expect(await fetchUpstream([{ file, url }], cache)).toMatchObject({ changed: [{ after: 'two' }] });
    expect(asked).toEqual([undefined, '"1"', '"1"', undefined]);
  });

  it('may be a file that is not there yet, and have no tag', async () => {
    answer = { status: 200, text: 'one', etag: '' };
    const file = join(temporaryFolder(), 'openapi.yaml');
    expect(await fetchUpstream([{ file, url }], null)).toEqual({
      changed: [{ file, before: null, after: 'one' }],
    });
  });

  it('is told by its address where it cannot be had, and nothing is written', async () => {
    answer = { status: 500, text: 'Oh.', etag: '' };
    const file = join(temporaryFolder({ 'openapi.yaml': 'none' }), 'openapi.yaml');
    expect(await fetchUpstream([{ file, url }], null)).toEqual({ url, reason: 'the server answers 500' });
    expect(readFileSync(file, 'utf8')).toBe('none');
  });

  it('is fetched though what is remembered is broken', async () => {
    answer = { status: 200, text: 'one', etag: '"1"' };
    const folder = temporaryFolder({ 'openapi.yaml': 'one', 'cache/upstream.json': '{"__proto__": [' });
    const file = join(folder, 'openapi.yaml');
    expect(await fetchUpstream([{ file, url }], join(folder, 'cache'))).toEqual({ changed: [] });
  });
});
