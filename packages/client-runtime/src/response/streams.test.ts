import { describe, expect, it } from 'vitest';
import {
  AbortError,
  decodeEvents,
  decodeJsonEvents,
  decodeJsonLines,
  decodeStream,
  method,
  TimeoutError,
} from '../index.ts';
import { clientWith, type Loose } from '../testing/client.ts';

type Items = AsyncIterable<unknown>;

/** What is iterated over of an answer that comes in these chunks. */
async function itemsOf(decode: typeof decodeEvents, chunks: readonly (string | Error)[], type = 'x/y') {
  let isCancelled = false;
  const left = [...chunks];
  const body = new ReadableStream<Uint8Array>({
    pull(controller) {
      const chunk = left.shift();
      if (chunk === undefined) controller.close();
      else if (chunk instanceof Error) controller.error(chunk);
      else controller.enqueue(new TextEncoder().encode(chunk));
    },
    cancel() {
      isCancelled = true;
    },
  });
  const { client } = clientWith(() => new Response(body, { headers: { 'content-type': type } }));
  const items = (await method<Loose>('GET /x', { decode })(client)) as Items;
  return { items, isCancelled: () => isCancelled };
}

async function all(items: Items): Promise<readonly unknown[]> {
  const seen: unknown[] = [];
  for await (const item of items) seen.push(item);
  return seen;
}

describe('JSON lines', () => {
  it.each([
    ['a line each', ['{"a":1}\n{"a":2}\n'], 'application/jsonl', [{ a: 1 }, { a: 2 }]],
    ['without an end', ['1\n2'], 'application/x-ndjson', [1, 2]],
    ['with empty lines', ['1\r\n\r\n2\r\n'], 'application/x-ndjson', [1, 2]],
    ['split anywhere', ['{"a', '":', '1}', '\n', '2', '\n'], 'application/x-ndjson', [{ a: 1 }, 2]],
    ['as records', ['\u001e{\n"a":1}\n\u001e2\n'], 'application/json-seq', [{ a: 1 }, 2]],
    ['none', [], 'application/jsonl', []],
  ])('are read: %s', async (_name, chunks, type, want) => {
    expect(await all((await itemsOf(decodeJsonLines, chunks, type)).items)).toEqual(want);
  });

  it('that are no JSON are a DecodeError', async () => {
    const { items } = await itemsOf(decodeJsonLines, ['1\n{\n']);
    await expect(all(items)).rejects.toMatchObject({
      name: 'DecodeError',
      message: 'GET /x answered 200 with no JSON',
    });
  });

  it('that break off are a ConnectionError', async () => {
    const { items } = await itemsOf(decodeJsonLines, ['1\n', new TypeError('terminated')]);
    await expect(all(items)).rejects.toMatchObject({ name: 'ConnectionError' });
  });

  it('end the connection when the loop is left', async () => {
    const { items, isCancelled } = await itemsOf(decodeJsonLines, ['1\n', '2\n', '3\n']);
    for await (const item of items) if (item === 1) break;
    expect(isCancelled()).toBe(true);
  });

  it('take no time that grows with the square of a line', async () => {
    const { items } = await itemsOf(decodeJsonLines, [
      '"',
      ...Array.from({ length: 20_000 }, () => 'xxxxxxxxxx'),
      '"\n',
    ]);
    const start = process.cpuUsage().user;
    expect((await all(items))[0]).toHaveLength(200_000);
    expect(process.cpuUsage().user - start).toBeLessThan(5_000_000);
  });
});

describe('server-sent events', () => {
  it.each([
    ['data', ['data: a\n\n'], [{ data: 'a' }]],
    ['several lines of it', ['data: a\ndata:b\ndata\n\n'], [{ data: 'a\nb\n' }]],
    ['a type', ['event: add\ndata: 1\n\n'], [{ event: 'add', data: '1' }]],
    [
      'an id that stays',
      ['id: 7\ndata: 1\n\ndata: 2\n\n'],
      [
        { id: '7', data: '1' },
        { id: '7', data: '2' },
      ],
    ],
    ['a time', ['retry: 500\ndata: 1\n\n'], [{ retry: 500, data: '1' }]],
    ['comments', [': hello\n\n:\ndata: 1\n\n'], [{ data: '1' }]],
    ['carriage returns, split', ['data: a\r', '\n\r', '\ndata: b\r\r'], [{ data: 'a' }, { data: 'b' }]],
    ['no end: it is dropped', ['data: a\n\ndata: b\n'], [{ data: 'a' }]],
    ['a byte order mark', ['\uFEFFdata: a\n\n'], [{ data: 'a' }]],
    ['unknown fields', ['foo: x\ndata: a: b\n\n'], [{ data: 'a: b' }]],
  ])('with %s', async (_name, chunks, want) => {
    expect(await all((await itemsOf(decodeEvents, chunks)).items)).toEqual(want);
  });

  it('whose data is JSON', async () => {
    const { items } = await itemsOf(decodeJsonEvents, ['event: e\ndata: {"a":\ndata: 1}\n\n']);
    expect(await all(items)).toEqual([{ event: 'e', data: { a: 1 } }]);
  });
});

describe('server-sent events of JSON', () => {
  it('end with the mark that many servers end them with', async () => {
    const { items } = await itemsOf(decodeJsonEvents, ['data: 1\n\ndata: [DONE]\n\ndata: 2\n\n']);
    expect(await all(items)).toEqual([{ data: 1 }]);
  });
});

describe('a stream', () => {
  it('is given as it comes', async () => {
    const { items } = await itemsOf(decodeStream, ['a', 'b']);
    expect(await new Response(items as unknown as ReadableStream).text()).toBe('ab');
  });
});

describe('a stream whose call is aborted', () => {
  /** What an iteration ends with whose call is aborted after its first item. */
  async function endOf(reason: unknown): Promise<unknown> {
    const controller = new AbortController();
    const { client } = clientWith(({ signal }) => {
      const body = new ReadableStream<Uint8Array>({
        start(stream) {
          stream.enqueue(new TextEncoder().encode('1\n2\n'));
          signal.addEventListener('abort', () => stream.error(signal.reason));
        },
      });
      return new Response(body);
    });
    const call = method<Loose>('GET /x', { decode: decodeJsonLines })(
      client,
      {},
      { signal: controller.signal },
    );
    try {
      for await (const item of (await call) as Items) {
        if (item === 2) controller.abort(reason);
      }
    } catch (error) {
      return error;
    }
    return 'no error';
  }

  it.each([
    ['without a reason', undefined, AbortError],
    ['with a reason of its own', new Error('enough'), AbortError],
    ['with a reason that is no error', 'enough', AbortError],
    ['as its time is over', new DOMException('over', 'TimeoutError'), TimeoutError],
  ])('%s, ends with an error that says so', async (_name, reason, Class) => {
    const error = await endOf(reason);
    expect(error).toBeInstanceOf(Class);
    if (reason !== undefined) expect((error as Error).cause).toBe(reason);
  });
});
